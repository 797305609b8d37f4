package dev.synth.internal.neural.vae;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.encode.EncodedLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of a variational autoencoder.
 *
 * @param layout what an encoded row consists of, at least one number
 * @param hidden widths of the encoder's hidden layers; the decoder mirrors them
 * @param latentDimension width of the latent space, at least 1
 * @param conditions numbers that stand behind each encoded row and each point of the latent space,
 *     known to the encoder and the decoder and not themselves reconstructed; at least 0
 */
public record Architecture(
    EncodedLayout layout, List<Integer> hidden, int latentDimension, int conditions) {
  public Architecture {
    hidden = List.copyOf(hidden);
    if (layout.width() < 1 || latentDimension < 1 || conditions < 0) {
      throw new IllegalArgumentException(
          PlainText.of(
              "width %d, latent dimension %d, %d conditions",
              layout.width(), latentDimension, conditions));
    }
  }

  /** Returns the encoder's widths: a mean and a log-variance per latent dimension come out. */
  List<Integer> encoderWidths() {
    List<Integer> widths = new ArrayList<>();
    widths.add(layout.width() + conditions);
    widths.addAll(hidden);
    widths.add(2 * latentDimension);
    return widths;
  }

  /** Returns the decoder's widths. */
  List<Integer> decoderWidths() {
    List<Integer> widths = new ArrayList<>();
    widths.add(latentDimension + conditions);
    widths.addAll(hidden.reversed());
    widths.add(layout.width());
    return widths;
  }
}

package dev.synth.internal.neural.gan;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of a generative adversarial network.
 *
 * <p>Both networks are told a row's condition in columns of its own. There is a number for each
 * one-hot case of the layout, 1 at the case that is asked for. Where they are told the class, one
 * number more is 1 for the rare class and −1 for the other.
 *
 * @param layout what an encoded row consists of, at least one number
 * @param hidden widths of the hidden layers of either network
 * @param latentDimension how many random numbers a row is made from, at least 1
 * @param pack how many rows the critic judges together, at least 1 (Lin, Khetan, Fanti and Oh,
 *     PacGAN, NeurIPS 2018)
 * @param toldTheClass whether rows of both classes are learned
 */
public record GanShape(
    EncodedLayout layout,
    List<Integer> hidden,
    int latentDimension,
    int pack,
    boolean toldTheClass) {
  public GanShape {
    hidden = List.copyOf(hidden);
    if (layout.width() < 1 || latentDimension < 1 || pack < 1) {
      throw new IllegalArgumentException(
          PlainText.of(
              "width %d, latent dimension %d, pack %d", layout.width(), latentDimension, pack));
    }
  }

  /** Returns for each position of an encoded row its condition's column, or −1 in a scalar span. */
  int[] conditionColumns() {
    int[] columns = new int[layout.width()];
    int next = 0;
    for (Span span : layout.spans()) {
      boolean isChoice =
          switch (span) {
            case Span.OneHot choice -> true;
            case Span.Scalar scalar -> false;
          };
      for (int k = 0; k < span.width(); k++) {
        columns[span.offset() + k] = isChoice ? next++ : -1;
      }
    }
    return columns;
  }

  /** Returns how many numbers a row's condition takes. */
  int conditionWidth() {
    int width = toldTheClass ? 1 : 0;
    for (int column : conditionColumns()) {
      width += column >= 0 ? 1 : 0;
    }
    return width;
  }

  /** Returns the generator's widths. */
  List<Integer> generatorWidths() {
    return widths(latentDimension + conditionWidth(), layout.width());
  }

  /** Returns the critic's widths: a pack's rows, then its conditions, go in. */
  List<Integer> criticWidths() {
    return widths(pack * (layout.width() + conditionWidth()), 1);
  }

  private List<Integer> widths(int inputs, int outputs) {
    List<Integer> widths = new ArrayList<>();
    widths.add(inputs);
    widths.addAll(hidden);
    widths.add(outputs);
    return widths;
  }
}

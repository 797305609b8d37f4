package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Kind;
import dev.synth.base.Setting;
import dev.synth.neural.NetworkLimits;
import java.util.List;

/**
 * How DL4J's own autoencoder layer is built and trained.
 *
 * @param steps optimiser steps
 * @param batchSize rows a step; the whole rare class if that is smaller
 * @param hidden widths of the encoder's hidden layers; the decoder mirrors them
 * @param latentDimension width of the latent space
 * @param learningRate Adam's step size
 */
@Kind("dl4j-vae")
public record Dl4jVaeOptions(
    @Setting(value = "Optimiser steps.", byDefault = "500") int steps,
    @Setting(value = "Rows a step; the whole rare class where that is smaller.", byDefault = "128")
        int batchSize,
    @Setting(
            value = "Widths of the encoder's hidden layers; the decoder mirrors them.",
            byDefault = "[128, 128]")
        List<Integer> hidden,
    @Setting(value = "Width of the latent space.", byDefault = "16") int latentDimension,
    @Setting(value = "Adam's step size, in (0, 1].", byDefault = "0.001") double learningRate)
    implements GeneratorOptions {
  public Dl4jVaeOptions {
    hidden = List.copyOf(hidden);
    InvalidValue.unless(steps >= 1, "steps", "must be at least 1", steps);
    InvalidValue.unless(batchSize >= 1, "batchSize", "must be at least 1", batchSize);
    NetworkLimits.checkHidden(hidden);
    NetworkLimits.checkLatentDimension(latentDimension);
    NetworkLimits.checkLearningRate(learningRate);
  }
}

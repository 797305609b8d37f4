package dev.synth.classify.neural;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import dev.synth.neural.NetworkLimits;
import java.util.List;

/**
 * How a classifier network is built and trained.
 *
 * <p>The defaults were chosen by average precision on validation rows of four data sets, see {@code
 * docs/adr/0040-a-network-with-focal-loss.md}.
 *
 * @param hidden widths of the hidden layers
 * @param steps optimiser steps
 * @param batchSize rows a step; all rows if these are fewer
 * @param learningRate AdamW's largest step size
 * @param weightDecay AdamW's decay
 * @param focalGamma the focal loss's γ
 * @param focalAlpha the focal loss's α
 */
public record MlpOptions(
    @Setting(value = "Widths of the hidden layers.", byDefault = "[64, 32]") List<Integer> hidden,
    @Setting(value = "Optimiser steps; there is no early stop.", byDefault = "2000") int steps,
    @Setting(value = "Rows a step; all rows where these are fewer.", byDefault = "256")
        int batchSize,
    @Setting(value = "AdamW's largest step size, in (0, 1].", byDefault = "0.003")
        double learningRate,
    @Setting(value = "AdamW's weight decay, in [0, 10].", byDefault = "1.0") double weightDecay,
    @Setting(
            value =
                "The focal loss's γ, in [0, 10]: the larger, the less rows count that are"
                    + " classified well already. 0 is the cross entropy.",
            byDefault = "2.0")
        double focalGamma,
    @Setting(
            value =
                "The focal loss's α, in (0, 1): what a rare row counts; the others count the rest"
                    + " to 1. What γ and α do to the scores is taken back, so that these stay"
                    + " probabilities.",
            byDefault = "0.5")
        double focalAlpha) {
  /** What a config has that says nothing. */
  public static final MlpOptions DEFAULTS =
      new MlpOptions(List.of(64, 32), 2000, 256, 0.003, 1, 2, 0.5);

  public MlpOptions {
    hidden = List.copyOf(hidden);
    NetworkLimits.checkHidden(hidden);
    InvalidValue.unless(
        steps >= 1 && steps <= 1_000_000, "steps", "must be in [1, 1000000]", steps);
    InvalidValue.unless(
        batchSize >= 2 && batchSize <= 65_536, "batchSize", "must be in [2, 65536]", batchSize);
    NetworkLimits.checkLearningRate(learningRate);
    InvalidValue.unless(
        weightDecay >= 0 && weightDecay <= 10, "weightDecay", "must be in [0, 10]", weightDecay);
    InvalidValue.unless(
        focalGamma >= 0 && focalGamma <= 10, "focalGamma", "must be in [0, 10]", focalGamma);
    InvalidValue.unless(
        focalAlpha > 0 && focalAlpha < 1, "focalAlpha", "must be in (0, 1)", focalAlpha);
  }

  /** Returns the same options with another decay and γ. */
  MlpOptions with(double decay, double gamma) {
    return new MlpOptions(hidden, steps, batchSize, learningRate, decay, gamma, focalAlpha);
  }
}

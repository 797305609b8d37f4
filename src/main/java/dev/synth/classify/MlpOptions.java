package dev.synth.classify;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import dev.synth.internal.neural.layer.NetworkLimits;
import java.util.List;

/**
 * Options of a classifier network and its training.
 *
 * <p>The defaults were chosen by average precision on validation rows of four data sets, see {@code
 * docs/adr/0040-a-network-with-focal-loss.md}.
 */
@KindName("mlp")
public record MlpOptions(
    @Setting("Widths of the hidden layers, each in [1, 4096].") List<Integer> hidden,
    @Setting("Optimiser steps, in [1, 1000000]; there is no early stop.") int steps,
    @Setting("Rows a step, in [2, 65536]; all rows where these are fewer.") int batchSize,
    @Setting("AdamW's largest step size, in (0, 1].") double learningRate,
    @Setting("AdamW's weight decay, in [0, 10].") double weightDecay,
    @Setting(
            "The focal loss's γ, in [0, 10]: the larger, the less rows count that are"
                + " classified well already. 0 is the cross entropy.")
        double focalGamma,
    @Setting(
            "The focal loss's α, in (0, 1): what a rare row counts; the others count the rest"
                + " to 1. What γ and α do to the scores is taken back, so that these stay"
                + " probabilities.")
        double focalAlpha)
    implements ClassifierOptions {
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

  /** Returns the defaults. */
  public static MlpOptions defaults() {
    return new MlpOptions(List.of(64, 32), 2000, 256, 0.003, 1, 2, 0.5);
  }

  /** Returns the same with {@code hidden} changed. */
  public MlpOptions withHidden(List<Integer> hidden) {
    return Records.with(this, "hidden", hidden);
  }

  /** Returns the same with {@code steps} changed. */
  public MlpOptions withSteps(int steps) {
    return Records.with(this, "steps", steps);
  }

  /** Returns the same with {@code batchSize} changed. */
  public MlpOptions withBatchSize(int batchSize) {
    return Records.with(this, "batchSize", batchSize);
  }

  /** Returns the same with {@code learningRate} changed. */
  public MlpOptions withLearningRate(double learningRate) {
    return Records.with(this, "learningRate", learningRate);
  }

  /** Returns the same with {@code weightDecay} changed. */
  public MlpOptions withWeightDecay(double weightDecay) {
    return Records.with(this, "weightDecay", weightDecay);
  }

  /** Returns the same with {@code focalGamma} changed. */
  public MlpOptions withFocalGamma(double focalGamma) {
    return Records.with(this, "focalGamma", focalGamma);
  }

  /** Returns the same with {@code focalAlpha} changed. */
  public MlpOptions withFocalAlpha(double focalAlpha) {
    return Records.with(this, "focalAlpha", focalAlpha);
  }
}

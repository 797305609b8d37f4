package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import dev.synth.internal.neural.layer.NetworkLimits;
import java.util.List;

/** Options of a flow-matching model, its training and its draws. */
@KindName("diffusion")
public record DiffusionOptions(
    @Setting(TrainingTexts.SCOPE + ".") Scope scope,
    @Setting("The most optimiser steps, at least 1.") int steps,
    @Setting(TrainingTexts.BATCH_SIZE + " Of scope `all` half are rare.") int batchSize,
    @Setting("Widths of the network's hidden layers, each in [1, 4096].") List<Integer> hidden,
    @Setting("AdamW's largest step size, in (0, 1]; it falls along a cosine.") double learningRate,
    @Setting("AdamW's weight decay, in [0, 1].") double weightDecay,
    @Setting("How much of the weights' average a step keeps, in [0, 1).") double averaging,
    @Setting("Steps from noise to data when drawing, in [1, 1000].") int drawSteps,
    @Setting(TrainingTexts.EARLY_STOP) boolean earlyStop)
    implements GeneratorOptions {
  public DiffusionOptions {
    hidden = List.copyOf(hidden);
    NetworkLimits.checkSteps(steps);
    NetworkLimits.checkBatchSize(batchSize);
    NetworkLimits.checkHidden(hidden);
    NetworkLimits.checkLearningRate(learningRate);
    InvalidValue.unless(
        weightDecay >= 0 && weightDecay <= 1, "weightDecay", "must be in [0, 1]", weightDecay);
    InvalidValue.unless(
        averaging >= 0 && averaging < 1, "averaging", "must be in [0, 1)", averaging);
    InvalidValue.unless(
        drawSteps >= 1 && drawSteps <= 1000, "drawSteps", "must be in [1, 1000]", drawSteps);
  }

  /** Returns the defaults. */
  public static DiffusionOptions defaults() {
    return new DiffusionOptions(
        Scope.RARE, 2000, 256, List.of(128, 128, 128), 0.002, 0.01, 0.995, 20, true);
  }

  /** Returns the same with {@code scope} changed. */
  public DiffusionOptions withScope(Scope scope) {
    return Records.with(this, "scope", scope);
  }

  /** Returns the same with {@code steps} changed. */
  public DiffusionOptions withSteps(int steps) {
    return Records.with(this, "steps", steps);
  }

  /** Returns the same with {@code batchSize} changed. */
  public DiffusionOptions withBatchSize(int batchSize) {
    return Records.with(this, "batchSize", batchSize);
  }

  /** Returns the same with {@code hidden} changed. */
  public DiffusionOptions withHidden(List<Integer> hidden) {
    return Records.with(this, "hidden", hidden);
  }

  /** Returns the same with {@code learningRate} changed. */
  public DiffusionOptions withLearningRate(double learningRate) {
    return Records.with(this, "learningRate", learningRate);
  }

  /** Returns the same with {@code weightDecay} changed. */
  public DiffusionOptions withWeightDecay(double weightDecay) {
    return Records.with(this, "weightDecay", weightDecay);
  }

  /** Returns the same with {@code averaging} changed. */
  public DiffusionOptions withAveraging(double averaging) {
    return Records.with(this, "averaging", averaging);
  }

  /** Returns the same with {@code drawSteps} changed. */
  public DiffusionOptions withDrawSteps(int drawSteps) {
    return Records.with(this, "drawSteps", drawSteps);
  }

  /** Returns the same with {@code earlyStop} changed. */
  public DiffusionOptions withEarlyStop(boolean earlyStop) {
    return Records.with(this, "earlyStop", earlyStop);
  }
}

package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import dev.synth.internal.neural.layer.NetworkLimits;
import java.util.List;

/** Options of a generative adversarial network and its training. */
@KindName("gan")
public record GanOptions(
    @Setting(TrainingTexts.SCOPE + "; `all` wants more steps.") Scope scope,
    @Setting("The most optimiser steps of the generator, at least 1.") int steps,
    @Setting("The critic's optimiser steps for each of the generator's, in [1, 100].")
        int criticSteps,
    @Setting("Rows a step, at least 1, drawn with replacement.") int batchSize,
    @Setting(
            "How many rows the critic judges together, in [1, `batch_size`]. It shows the critic"
                + " when rows are too alike.")
        int pack,
    @Setting("Widths of the hidden layers of generator and critic, each in [1, 4096].")
        List<Integer> hidden,
    @Setting("How many random numbers a row is made from, in [1, 1024].") int latentDimension,
    @Setting("Adam's step size for both networks, in (0, 1].") double learningRate,
    @Setting("Weight of the gradient penalty, above 0.") double penaltyWeight,
    @Setting(
            "Whether training asks for cases of categorical columns, rare ones more often than"
                + " they occur.")
        boolean conditional,
    @Setting(
            "Decay of the moving average of the generator's weights, from which rows are drawn,"
                + " in [0, 1).")
        double averageDecay,
    @Setting(TrainingTexts.EARLY_STOP) boolean earlyStop)
    implements GeneratorOptions {
  public GanOptions {
    hidden = List.copyOf(hidden);
    NetworkLimits.checkSteps(steps);
    InvalidValue.unless(
        criticSteps >= 1 && criticSteps <= 100, "criticSteps", "must be in [1, 100]", criticSteps);
    NetworkLimits.checkBatchSize(batchSize);
    InvalidValue.unless(pack >= 1 && pack <= batchSize, "pack", "must be in [1, batch_size]", pack);
    NetworkLimits.checkHidden(hidden);
    NetworkLimits.checkLatentDimension(latentDimension);
    NetworkLimits.checkLearningRate(learningRate);
    InvalidValue.unless(
        penaltyWeight > 0 && Double.isFinite(penaltyWeight),
        "penaltyWeight",
        "must be above 0 and finite",
        penaltyWeight);
    InvalidValue.unless(
        averageDecay >= 0 && averageDecay < 1, "averageDecay", "must be in [0, 1)", averageDecay);
  }

  /** Returns the defaults. */
  public static GanOptions defaults() {
    return new GanOptions(
        Scope.RARE, 1000, 2, 256, 2, List.of(128, 128), 32, 0.001, 1, true, 0.99, true);
  }

  /** Returns the same with {@code scope} changed. */
  public GanOptions withScope(Scope scope) {
    return Records.with(this, "scope", scope);
  }

  /** Returns the same with {@code steps} changed. */
  public GanOptions withSteps(int steps) {
    return Records.with(this, "steps", steps);
  }

  /** Returns the same with {@code criticSteps} changed. */
  public GanOptions withCriticSteps(int criticSteps) {
    return Records.with(this, "criticSteps", criticSteps);
  }

  /** Returns the same with {@code batchSize} changed. */
  public GanOptions withBatchSize(int batchSize) {
    return Records.with(this, "batchSize", batchSize);
  }

  /** Returns the same with {@code pack} changed. */
  public GanOptions withPack(int pack) {
    return Records.with(this, "pack", pack);
  }

  /** Returns the same with {@code hidden} changed. */
  public GanOptions withHidden(List<Integer> hidden) {
    return Records.with(this, "hidden", hidden);
  }

  /** Returns the same with {@code latentDimension} changed. */
  public GanOptions withLatentDimension(int latentDimension) {
    return Records.with(this, "latentDimension", latentDimension);
  }

  /** Returns the same with {@code learningRate} changed. */
  public GanOptions withLearningRate(double learningRate) {
    return Records.with(this, "learningRate", learningRate);
  }

  /** Returns the same with {@code penaltyWeight} changed. */
  public GanOptions withPenaltyWeight(double penaltyWeight) {
    return Records.with(this, "penaltyWeight", penaltyWeight);
  }

  /** Returns the same with {@code conditional} changed. */
  public GanOptions withConditional(boolean conditional) {
    return Records.with(this, "conditional", conditional);
  }

  /** Returns the same with {@code averageDecay} changed. */
  public GanOptions withAverageDecay(double averageDecay) {
    return Records.with(this, "averageDecay", averageDecay);
  }

  /** Returns the same with {@code earlyStop} changed. */
  public GanOptions withEarlyStop(boolean earlyStop) {
    return Records.with(this, "earlyStop", earlyStop);
  }
}

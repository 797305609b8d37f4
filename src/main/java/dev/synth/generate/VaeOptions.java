package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import dev.synth.internal.neural.layer.NetworkLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of a variational autoencoder, its training and its draws. */
@KindName("vae")
public record VaeOptions(
    @Setting(TrainingTexts.SCOPE + ".") Scope scope,
    @Setting(
            "The most optimiser steps, at least 1. Left out, they are 32 for each rare training"
                + " row, but at least 500 and at most 3000. Above 512 encoded numbers a row they"
                + " are proportionally fewer.")
        @Nullable Integer steps,
    @Setting(TrainingTexts.BATCH_SIZE + " Of scope `all` half are rare.") int batchSize,
    @Setting(TrainingTexts.MIRRORED_HIDDEN) List<Integer> hidden,
    @Setting("Width of the latent space, in [1, 1024].") int latentDimension,
    @Setting("Adam's step size, in (0, 1].") double learningRate,
    @Setting("Weight of the Kullback-Leibler term, at least 0.") double beta,
    @Setting("`posterior` draws around encoded real rows, `prior` from the standard normal.")
        Sampling sampling,
    @Setting(
            "Posterior sampling: factor on the standard deviation around a real row's code, at"
                + " least 0.")
        double latentNoise,
    @Setting(TrainingTexts.EARLY_STOP) boolean earlyStop)
    implements GeneratorOptions {
  /** More draw rows too close to single frauds, fewer leave them blurred: docs/adr/0035. */
  private static final int STEPS_A_ROW = 32;

  private static final int FEWEST_STEPS = 500;

  /**
   * The width up to which rows are worth all steps, in encoded numbers; a column of numbers takes 1
   * to 3.
   */
  private static final int FULL_WIDTH = 512;

  private static final int MOST_STEPS = 3000;

  /** The start of draws. */
  public enum Sampling {
    /** Around the code of a real training row, chosen at random. */
    POSTERIOR,
    /** From the standard normal prior. */
    PRIOR
  }

  public VaeOptions {
    hidden = List.copyOf(hidden);
    NetworkLimits.checkSteps(steps);
    NetworkLimits.checkBatchSize(batchSize);
    NetworkLimits.checkHidden(hidden);
    NetworkLimits.checkLatentDimension(latentDimension);
    NetworkLimits.checkLearningRate(learningRate);
    InvalidValue.unless(
        beta >= 0 && Double.isFinite(beta), "beta", "must be at least 0 and finite", beta);
    InvalidValue.unless(
        latentNoise >= 0 && Double.isFinite(latentNoise),
        "latentNoise",
        "must be at least 0 and finite",
        latentNoise);
  }

  /** Returns the defaults. */
  public static VaeOptions defaults() {
    return new VaeOptions(
        Scope.ALL, null, 256, List.of(128, 128), 16, 0.001, 1, Sampling.POSTERIOR, 1.3, false);
  }

  /** Returns how many steps a training has at most, by its number of rare rows. */
  public int steps(int rareRows) {
    return steps == null
        ? Math.clamp((long) STEPS_A_ROW * rareRows, FEWEST_STEPS, MOST_STEPS)
        : steps;
  }

  /**
   * Returns the most optimiser steps of a training, by its number of rare rows and their width in
   * encoded numbers. Wide rows have fewer, since a step takes time in proportion to its width.
   */
  public int steps(int rareRows, int width) {
    int narrow = steps(rareRows);
    return steps != null || width <= FULL_WIDTH
        ? narrow
        : (int) Math.max(FEWEST_STEPS, (long) narrow * FULL_WIDTH / width);
  }

  /** Returns the same with {@code scope} changed. */
  public VaeOptions withScope(Scope scope) {
    return Records.with(this, "scope", scope);
  }

  /** Returns the same with {@code steps} changed. */
  public VaeOptions withSteps(@Nullable Integer steps) {
    return Records.with(this, "steps", steps);
  }

  /** Returns the same with {@code batchSize} changed. */
  public VaeOptions withBatchSize(int batchSize) {
    return Records.with(this, "batchSize", batchSize);
  }

  /** Returns the same with {@code hidden} changed. */
  public VaeOptions withHidden(List<Integer> hidden) {
    return Records.with(this, "hidden", hidden);
  }

  /** Returns the same with {@code latentDimension} changed. */
  public VaeOptions withLatentDimension(int latentDimension) {
    return Records.with(this, "latentDimension", latentDimension);
  }

  /** Returns the same with {@code learningRate} changed. */
  public VaeOptions withLearningRate(double learningRate) {
    return Records.with(this, "learningRate", learningRate);
  }

  /** Returns the same with {@code beta} changed. */
  public VaeOptions withBeta(double beta) {
    return Records.with(this, "beta", beta);
  }

  /** Returns the same with {@code sampling} changed. */
  public VaeOptions withSampling(Sampling sampling) {
    return Records.with(this, "sampling", sampling);
  }

  /** Returns the same with {@code latentNoise} changed. */
  public VaeOptions withLatentNoise(double latentNoise) {
    return Records.with(this, "latentNoise", latentNoise);
  }

  /** Returns the same with {@code earlyStop} changed. */
  public VaeOptions withEarlyStop(boolean earlyStop) {
    return Records.with(this, "earlyStop", earlyStop);
  }
}

package dev.synth.generate;

import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import dev.synth.internal.neural.layer.NetworkLimits;
import java.util.List;

/** Options of DL4J's own autoencoder layer and its training. */
@KindName("dl4j-vae")
public record Dl4jVaeOptions(
    @Setting("Optimiser steps, at least 1.") int steps,
    @Setting(TrainingTexts.BATCH_SIZE) int batchSize,
    @Setting(TrainingTexts.MIRRORED_HIDDEN) List<Integer> hidden,
    @Setting("Width of the latent space, in [1, 1024].") int latentDimension,
    @Setting("Adam's step size, in (0, 1].") double learningRate)
    implements GeneratorOptions {
  public Dl4jVaeOptions {
    hidden = List.copyOf(hidden);
    NetworkLimits.checkSteps(steps);
    NetworkLimits.checkBatchSize(batchSize);
    NetworkLimits.checkHidden(hidden);
    NetworkLimits.checkLatentDimension(latentDimension);
    NetworkLimits.checkLearningRate(learningRate);
  }

  /** Returns the defaults. */
  public static Dl4jVaeOptions defaults() {
    return new Dl4jVaeOptions(500, 128, List.of(128, 128), 16, 0.001);
  }

  /** Returns the same with {@code steps} changed. */
  public Dl4jVaeOptions withSteps(int steps) {
    return Records.with(this, "steps", steps);
  }

  /** Returns the same with {@code batchSize} changed. */
  public Dl4jVaeOptions withBatchSize(int batchSize) {
    return Records.with(this, "batchSize", batchSize);
  }

  /** Returns the same with {@code hidden} changed. */
  public Dl4jVaeOptions withHidden(List<Integer> hidden) {
    return Records.with(this, "hidden", hidden);
  }

  /** Returns the same with {@code latentDimension} changed. */
  public Dl4jVaeOptions withLatentDimension(int latentDimension) {
    return Records.with(this, "latentDimension", latentDimension);
  }

  /** Returns the same with {@code learningRate} changed. */
  public Dl4jVaeOptions withLearningRate(double learningRate) {
    return Records.with(this, "learningRate", learningRate);
  }
}

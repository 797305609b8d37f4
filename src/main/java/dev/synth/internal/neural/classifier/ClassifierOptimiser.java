package dev.synth.internal.neural.classifier;

import dev.synth.internal.neural.layer.Adam;
import dev.synth.internal.neural.layer.AdamOptions;
import dev.synth.internal.neural.layer.LearningRate;

/**
 * Trains a classifier network on batches of a fixed shape by AdamW, with a step size that follows a
 * cosine.
 *
 * <p>Holds native memory until it is closed.
 */
public final class ClassifierOptimiser implements AutoCloseable {
  /** The step size rises for one step in twenty, as is usual with AdamW. */
  private static final int WARM_UP_ONE_IN = 20;

  private final ClassifierPass pass;
  private final Adam adam;

  /**
   * The settings of its steps.
   *
   * @param steps all steps, at least 1
   * @param learningRate the largest step size, above 0
   * @param weightDecay AdamW's decay, at least 0
   */
  public record Settings(int steps, double learningRate, double weightDecay) {
    AdamOptions adam() {
      LearningRate rate =
          new LearningRate.Cosine(learningRate, Math.min(steps / WARM_UP_ONE_IN, steps - 1), steps);
      AdamOptions standard = AdamOptions.standard(rate);
      return new AdamOptions(rate, standard.beta1(), standard.beta2(), weightDecay);
    }
  }

  /**
   * An optimiser that has not taken a step yet.
   *
   * @param network what it trains, in place
   */
  public ClassifierOptimiser(
      ClassifierNetwork network, FocalLoss loss, BatchShape shape, Settings plan) {
    pass = new ClassifierPass(network, loss, shape);
    adam = new Adam(network.stack().parameters(), network.stack().gradient(), plan.adam());
  }

  /**
   * Takes one step.
   *
   * @param rows rows of finite numbers, among which the batch's are chosen
   * @param batch the positions of the batch's rows, the rare ones first
   * @return the loss of the batch before the step; not finite once training has diverged
   */
  public double step(double[][] rows, int[] batch) {
    double loss = pass.forward(rows, batch);
    pass.backward();
    adam.step();
    return loss;
  }

  @Override
  public void close() {
    pass.close();
  }
}

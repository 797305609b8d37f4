package dev.synth.internal.neural.flow;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.neural.layer.Adam;
import dev.synth.internal.neural.layer.AdamOptions;
import dev.synth.internal.neural.layer.Ema;
import dev.synth.internal.neural.layer.GradientNorm;
import dev.synth.internal.neural.layer.LearningRate;
import java.util.List;

/**
 * Trains a flow model on batches of a fixed size, with AdamW, a step size that follows a cosine,
 * and clipped gradients, and keeps an average of the weights.
 *
 * <p>Holds native memory until it is closed.
 */
public final class FlowOptimiser implements AutoCloseable {
  /** The step size rises for one step in twenty, as is usual with AdamW. */
  private static final int WARM_UP_ONE_IN = 20;

  /** Rarely reached: it holds back single steps, not the training. */
  private static final double LARGEST_NORM = 10;

  private final FlowModel model;
  private final FlowPass pass;
  private final Adam adam;
  private final Ema average;

  /**
   * The settings of its steps.
   *
   * @param steps all steps, at least 1
   * @param learningRate the largest step size, above 0
   * @param weightDecay AdamW's decay, at least 0
   * @param averaging how much of the weights' average a step keeps, in [0, 1)
   */
  public record Settings(int steps, double learningRate, double weightDecay, double averaging) {
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
   * @param model what it trains, in place
   * @param batchSize rows a step, at least 1
   */
  public FlowOptimiser(FlowModel model, int batchSize, Settings plan) {
    this.model = model;
    pass = new FlowPass(model, batchSize);
    adam = new Adam(model.stack().parameters(), model.stack().gradient(), plan.adam());
    average = new Ema(model.stack().parameters(), plan.averaging());
  }

  /**
   * Takes one step.
   *
   * @param rows encoded rows with their conditions, among which the step's are chosen
   * @param batch the positions of the step's rows, as many as the batch size
   * @param stream where times and noise come from
   * @return the loss of these rows before the step; not finite once training has diverged
   */
  public FlowLoss step(double[][] rows, int[] batch, RandomStream stream) {
    FlowLoss loss = pass.forward(rows, batch, stream);
    pass.backward();
    adam.step(GradientNorm.factor(List.of(model.stack().gradient()), LARGEST_NORM));
    average.update();
    return loss;
  }

  /** Returns a model of its own that has the average of the weights so far. */
  public FlowModel averaged() {
    FlowModel copy = new FlowModel(model.shape(), new Seeds(0).stream("unused"));
    average.copyInto(copy.stack().parameters());
    return copy;
  }

  @Override
  public void close() {
    pass.close();
  }
}

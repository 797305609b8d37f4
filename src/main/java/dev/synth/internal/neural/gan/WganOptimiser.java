package dev.synth.internal.neural.gan;

import dev.synth.base.RandomStream;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.neural.layer.Adam;
import dev.synth.internal.neural.layer.AdamOptions;
import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.Ema;
import dev.synth.internal.neural.layer.LearningRate;

/**
 * Trains a generator against a Wasserstein critic with gradient penalty, with Adam, on batches of a
 * fixed size.
 *
 * <p>Holds native memory until it is closed.
 */
public final class WganOptimiser implements AutoCloseable {
  /**
   * Adam's β₁ and β₂ for both networks, CTGAN's (its published code) and within the range of
   * Gulrajani et al., who take 0 or 0.5 and 0.9: momentum chases an opponent that has moved on.
   */
  private static final double BETA1 = 0.5;

  private static final double BETA2 = 0.9;

  private final WganPass pass;
  private final Adam criticAdam;
  private final Adam generatorAdam;
  private final Ema average;

  /**
   * The settings of a generator's training.
   *
   * @param packs packs a step, at least 1; each holds as many rows as the shape says
   * @param learningRate Adam's step size for both networks, above 0
   * @param penaltyWeight weight λ of the gradient penalty, at least 0
   * @param averageDecay decay of the moving average of the generator's weights, in [0, 1)
   */
  public record Settings(
      int packs, double learningRate, double penaltyWeight, double averageDecay) {
    public Settings {
      if (packs < 1 || !(learningRate > 0 && penaltyWeight >= 0)) {
        throw new IllegalArgumentException(
            PlainText.of(
                "packs %d, learning rate %s, penalty weight %s",
                packs, learningRate, penaltyWeight));
      }
    }
  }

  /**
   * An optimiser that has not taken a step yet.
   *
   * @param network what it trains, in place
   * @param initial where the critic's first weights come from
   */
  public WganOptimiser(GanNetwork network, Settings settings, RandomStream initial) {
    DenseStack stack = network.stack();
    DenseStack critic =
        new DenseStack(
            network.shape().criticWidths(), stack.parameters().array().dataType(), initial);
    pass = new WganPass(network, critic, settings.packs, settings.penaltyWeight);
    criticAdam = adam(critic, settings.learningRate);
    generatorAdam = adam(stack, settings.learningRate);
    average = new Ema(stack.parameters(), settings.averageDecay);
  }

  private static Adam adam(DenseStack stack, double learningRate) {
    LearningRate constant = new LearningRate.Constant(learningRate);
    return new Adam(
        stack.parameters(), stack.gradient(), new AdamOptions(constant, BETA1, BETA2, 0));
  }

  /**
   * Lets the critic learn.
   *
   * @param real encoded rows that meet the conditions, as many as a step takes
   * @return the loss before the step; not finite once training has diverged
   */
  public CriticLoss criticStep(double[][] real, LevelConditions conditions, RandomStream stream) {
    CriticLoss loss = pass.critic(real, conditions, stream);
    criticAdam.step();
    return loss;
  }

  /**
   * Lets the generator learn.
   *
   * @param conditions as many as a step takes rows
   * @return the loss before the step
   */
  public GeneratorLoss generatorStep(LevelConditions conditions, RandomStream stream) {
    GeneratorLoss loss = pass.generator(conditions, stream);
    generatorAdam.step();
    average.update();
    return loss;
  }

  /**
   * Exchanges the generator's weights with their moving average: once before it is sampled, and
   * once more before training goes on.
   */
  public void swapAverage() {
    average.swap();
  }

  @Override
  public void close() {
    pass.close();
  }
}

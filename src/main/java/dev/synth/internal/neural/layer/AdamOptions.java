package dev.synth.internal.neural.layer;

import dev.synth.internal.base.PlainText;

/**
 * The settings of {@link Adam}'s steps.
 *
 * @param learningRate the step size
 * @param beta1 how much of the mean gradient a step keeps, in [0, 1)
 * @param beta2 how much of the mean squared gradient a step keeps, in [0, 1)
 * @param weightDecay what each step takes from every parameter, as a share of the step size; 0 for
 *     plain Adam
 */
public record AdamOptions(
    LearningRate learningRate, double beta1, double beta2, double weightDecay) {
  public AdamOptions {
    if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1 && weightDecay >= 0)) {
      throw new IllegalArgumentException(
          PlainText.of("beta1 %s, beta2 %s, weight decay %s", beta1, beta2, weightDecay));
    }
  }

  /** Returns the β₁ = 0.9 and β₂ = 0.999 of Kingma and Ba, without decay. */
  public static AdamOptions standard(LearningRate learningRate) {
    return new AdamOptions(learningRate, 0.9, 0.999, 0);
  }
}

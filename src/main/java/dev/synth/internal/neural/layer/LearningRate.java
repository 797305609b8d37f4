package dev.synth.internal.neural.layer;

import dev.synth.internal.base.PlainText;

/** An optimiser's step size, step by step. */
public sealed interface LearningRate {
  /**
   * Returns the step size.
   *
   * @param step from 1
   */
  double at(int step);

  /** The same at every step. */
  record Constant(double rate) implements LearningRate {
    @Override
    public double at(int step) {
      return rate;
    }
  }

  /**
   * Rises in a straight line from near 0, then falls along half a cosine to near 0 (Loshchilov and
   * Hutter, SGDR, ICLR 2017, equation 5, one period).
   *
   * @param peak the largest step size
   * @param warmUp steps that it rises for, at least 0, below {@code steps}
   * @param steps all steps; later ones have the size of the last
   */
  record Cosine(double peak, int warmUp, int steps) implements LearningRate {
    public Cosine {
      if (warmUp < 0 || warmUp >= steps) {
        throw new IllegalArgumentException(
            PlainText.of("warm-up of %d in %d steps", warmUp, steps));
      }
    }

    @Override
    public double at(int step) {
      if (step <= warmUp) {
        return peak * step / (warmUp + 1);
      }
      double done = (double) (Math.min(step, steps) - warmUp - 1) / (steps - warmUp);
      return peak * 0.5 * (1 + Math.cos(Math.PI * done));
    }
  }
}

package dev.synth.internal.neural.layer;

import java.util.List;

/** Gradient clipping by the global norm (Pascanu, Mikolov and Bengio, ICML 2013, algorithm 1). */
public final class GradientNorm {
  private GradientNorm() {}

  /**
   * Returns what gradients are to be multiplied by so that their joint Euclidean norm is at most a
   * limit: 1 where it is already.
   *
   * @param gradients all gradients of one step
   * @param limit above 0
   * @return in [0, 1]; NaN where a gradient is
   */
  public static double factor(List<Matrix> gradients, double limit) {
    double sum = 0;
    for (Matrix gradient : gradients) {
      for (int i = 0; i < gradient.size(); i++) {
        double slope = gradient.get(i);
        sum += slope * slope;
      }
    }
    double norm = Math.sqrt(sum);
    return norm <= limit ? 1 : limit / norm;
  }
}

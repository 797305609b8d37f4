package dev.synth.validate;

/** Quantiles of sorted numbers. */
final class Quantiles {
  private Quantiles() {}

  /**
   * Returns a quantile by linear interpolation between order statistics: definition 7 of Hyndman
   * and Fan (1996), the default of R and NumPy.
   *
   * @param sorted ascending, at least one
   * @param probability in [0, 1]
   */
  static double of(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}

package dev.synth.internal.stats;

import dev.synth.internal.base.PlainText;

/**
 * Quantiles of sorted numbers by linear interpolation between order statistics: definition 7 of
 * Hyndman and Fan ("Sample quantiles in statistical packages", American Statistician 50, 1996), the
 * default of R and NumPy.
 */
public final class Quantiles {
  private Quantiles() {}

  /**
   * Returns a quantile: with h = probability · (n − 1), x₍⌊h⌋₎ + (h − ⌊h⌋) · (x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎),
   * counted from 0.
   *
   * @param sorted ascending, at least one, finite; not copied
   * @param probability in [0, 1]
   * @return between the smallest and the largest
   * @throws IllegalArgumentException if there is no value, or the probability is outside [0, 1] or
   *     NaN
   */
  public static double of(double[] sorted, double probability) {
    if (sorted.length == 0 || !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          PlainText.of("quantile %s of %d values", probability, sorted.length));
    }
    double position = probability * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}

package dev.synth.internal.stats;

import java.util.Arrays;

/**
 * The area under the ROC curve with its variance, by DeLong, DeLong and Clarke-Pearson ("Comparing
 * the areas under two or more correlated receiver operating characteristic curves", Biometrics 44,
 * 1988).
 *
 * <p>The variance is var(V₁₀) / m + var(V₀₁) / n. V₁₀ and V₀₁ are the placements: for each value of
 * one sample, the share of the other sample's that it beats, equal ones counting half.
 *
 * @param area in [0, 1], see {@link RocArea}
 * @param variance of the area, at least 0; a sample of one value adds none
 */
public record DeLong(double area, double variance) {
  /**
   * Returns area and variance; both NaN where a sample has no value.
   *
   * @param first the values that should be lower, in any order, none NaN
   * @param second the values that should be higher, in any order, none NaN
   */
  public static DeLong of(double[] first, double[] second) {
    double[] lower = sorted(first);
    double[] higher = sorted(second);
    double[] ofHigher = placements(higher, lower);
    double variance =
        variance(ofHigher) / higher.length + variance(placements(lower, higher)) / lower.length;
    return new DeLong(RocArea.of(lower, higher), variance);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** For each number the share of others below it, equal ones counting half. */
  private static double[] placements(double[] numbers, double[] others) {
    double[] placements = new double[numbers.length];
    int below = 0;
    int upTo = 0;
    for (int i = 0; i < numbers.length; i++) {
      while (below < others.length && others[below] < numbers[i]) {
        below++;
      }
      while (upTo < others.length && others[upTo] <= numbers[i]) {
        upTo++;
      }
      placements[i] = (below + upTo) / 2.0 / others.length;
    }
    return placements;
  }

  /** One value alone counts as without variance. */
  private static double variance(double[] values) {
    return values.length == 1 ? 0 : Moments.variance(values);
  }
}

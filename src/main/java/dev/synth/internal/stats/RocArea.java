package dev.synth.internal.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The area under the ROC curve as a statistic of ranks: the share of pairs in which the second
 * sample's value is higher, equal values counting half. It is the statistic of Mann and Whitney
 * (Annals of Mathematical Statistics 18, 1947) over the number of pairs.
 *
 * <p>In [0, 1]; ½ for values that say nothing. Pairs are counted exactly and divided once, so that
 * the order of values does not matter. NaN where a value is NaN or a sample has none.
 */
public final class RocArea {
  private RocArea() {}

  /**
   * Returns the area.
   *
   * @param first the values that should be lower, in any order
   * @param second the values that should be higher, in any order
   */
  public static double of(double[] first, double[] second) {
    double[] lower = sorted(first);
    double[] higher = sorted(second);
    if (hasNone(lower) || hasNone(higher)) {
      return Double.NaN;
    }
    double wins = 0;
    int below = 0;
    int upTo = 0;
    for (double value : higher) {
      while (below < lower.length && lower[below] < value) {
        below++;
      }
      while (upTo < lower.length && lower[upTo] <= value) {
        upTo++;
      }
      wins += ((double) below + upTo) / 2;
    }
    return wins / ((double) lower.length * higher.length);
  }

  /**
   * Returns the area of values of both samples.
   *
   * @param values one a row
   * @param second which rows are of the second sample
   */
  public static double of(double[] values, boolean[] second) {
    return of(picked(values, second, false), picked(values, second, true));
  }

  private static double[] picked(double[] values, boolean[] second, boolean wanted) {
    return IntStream.range(0, values.length)
        .filter(row -> second[row] == wanted)
        .mapToDouble(row -> values[row])
        .toArray();
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Returns whether there is no value, or one is NaN; NaN is sorted last. */
  private static boolean hasNone(double[] sorted) {
    return sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1]);
  }
}

package dev.synth.internal.stats;

import dev.synth.internal.base.PlainText;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The total variation distance of two distributions over the same levels, ½·Σ|p(k) − q(k)|.
 *
 * <p>0 where the shares of all levels agree, 1 where the sides have no level in common. A sum that
 * rounding leaves above 1 is 1.
 */
public final class TotalVariation {
  private TotalVariation() {}

  /**
   * Returns the distance of shares.
   *
   * @param first the share of each level, which sum to 1
   * @param second the same, of the same levels in the same order
   * @return in [0, 1]; NaN where a share is
   */
  public static double ofShares(double[] first, double[] second) {
    requireEqual(first.length, second.length);
    double variation = 0;
    for (int level = 0; level < first.length; level++) {
      variation += Math.abs(first[level] - second[level]);
    }
    return Math.min(1, variation / 2);
  }

  /**
   * Returns the distance of counts.
   *
   * @param first how many values each level has, at least 0
   * @param second the same, of the same levels in the same order
   * @return in [0, 1]; NaN where a side has no value
   */
  public static double ofCounts(int[] first, int[] second) {
    return ofCounts(
        IntStream.of(first).asLongStream().toArray(),
        IntStream.of(second).asLongStream().toArray());
  }

  /** Returns the same of more values than an int holds. */
  public static double ofCounts(long[] first, long[] second) {
    requireEqual(first.length, second.length);
    double n = LongStream.of(first).sum();
    double m = LongStream.of(second).sum();
    double variation = n > 0 && m > 0 ? 0 : Double.NaN;
    for (int level = 0; level < first.length; level++) {
      variation += Math.abs(first[level] / n - second[level] / m);
    }
    return Math.min(1, variation / 2);
  }

  /**
   * Returns the distance of levels that are too many to be counted in arrays.
   *
   * @param first the level of each value, in any order; not changed
   * @param second the same
   * @return in [0, 1]; NaN where a side has no value
   */
  public static double ofLevels(long[] first, long[] second) {
    long[] a = first.clone();
    long[] b = second.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    double variation = a.length > 0 && b.length > 0 ? 0 : Double.NaN;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      long level = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
      int fromFirst = i;
      int fromSecond = j;
      while (i < a.length && a[i] == level) {
        i++;
      }
      while (j < b.length && b[j] == level) {
        j++;
      }
      variation +=
          Math.abs((i - fromFirst) / (double) a.length - (j - fromSecond) / (double) b.length);
    }
    return Math.min(1, variation / 2);
  }

  private static void requireEqual(int first, int second) {
    if (first != second) {
      throw new IllegalArgumentException(PlainText.of("%d levels and %d", first, second));
    }
  }
}

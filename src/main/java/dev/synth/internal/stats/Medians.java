package dev.synth.internal.stats;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The middle of a sample, which is three statistics where the number of values is even: the lower
 * and the upper of the middle two, and what lies halfway between them.
 *
 * <p>NaN is a missing value and left aside. Of no values the result is NaN (or empty, of whole
 * numbers); what a caller wants instead, it says itself.
 */
public final class Medians {
  private Medians() {}

  /**
   * Returns the median, halfway between the middle two values of an even number: the quantile at ½
   * of {@link Quantiles}, to the last bit.
   *
   * @param values finite, or NaN where missing; not changed
   */
  public static double median(double[] values) {
    double[] sorted = present(values);
    int middle = sorted.length / 2;
    if (sorted.length % 2 == 1) {
      return sorted[middle];
    }
    return sorted.length == 0
        ? Double.NaN
        : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
  }

  /**
   * Returns the upper median, the higher of the middle two values of an even number: always one of
   * the values.
   *
   * @param values any, NaN where missing; not changed
   */
  public static double upperMedian(double[] values) {
    double[] sorted = present(values);
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  /**
   * Returns the upper median by Hoare's selection (1961), in a time in proportion to the values
   * where sorting takes more.
   *
   * @param values at least one, none NaN, all above 0 or 0; put into another order
   */
  public static double selectUpper(double[] values) {
    int wanted = values.length / 2;
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      double pivot = values[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      }
      if (wanted <= j) {
        high = j;
      } else if (wanted >= i) {
        low = i;
      } else {
        return values[wanted];
      }
    }
    return values[wanted];
  }

  /** Returns the upper median of whole numbers, which a double could not hold; empty of none. */
  public static OptionalLong upperMedian(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? OptionalLong.empty() : OptionalLong.of(sorted[sorted.length / 2]);
  }

  /**
   * Returns the lower median, the lower of the middle two values of an even number: always one of
   * the values.
   *
   * @param values any, NaN where missing; not changed
   */
  public static double lowerMedian(double[] values) {
    double[] sorted = present(values);
    return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
  }

  private static double[] present(double[] values) {
    double[] present = new double[values.length];
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        present[count++] = value;
      }
    }
    Arrays.sort(present, 0, count);
    return Arrays.copyOf(present, count);
  }
}

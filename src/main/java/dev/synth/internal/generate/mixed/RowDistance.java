package dev.synth.internal.generate.mixed;

import dev.synth.internal.stats.Medians;
import java.util.Arrays;

/**
 * The distance that SMOTE-NC measures between rows (Chawla et al., "SMOTE", 2002, section 6.1): the
 * Euclidean distance of the numbers, in which two different categories are as far apart as the
 * median of the numbers' standard deviations among the rare rows. Without categories it is the
 * plain Euclidean distance of SMOTE.
 *
 * <p>Beyond the definition: a number and a missing one are one standard deviation of their column
 * apart, two missing ones agree. A missing category is a category. Where no number varies in more
 * than half of the columns, or there are none, different categories are 1 apart.
 */
public final class RowDistance {
  private final double[] weights;
  private final double[] missing;
  private final double category;

  private RowDistance(double[] weights, double[] missing, double category) {
    this.weights = weights;
    this.missing = missing;
    this.category = category;
  }

  /**
   * Learns how far apart differences are.
   *
   * @param rare the rare rows
   * @param standardise whether a number counts in its column's standard deviations; a column
   *     without any counts as it stands
   */
  public static RowDistance fit(MixedRows rare, boolean standardise) {
    return fit(rare, standardise, 1);
  }

  /**
   * Learns how far apart encoded rows are, in standard deviations: that only one of them has a
   * number says their codes already.
   */
  public static RowDistance ofEncoded(MixedRows rare) {
    return fit(rare, true, 0);
  }

  private static RowDistance fit(MixedRows rare, boolean standardise, double missingWeight) {
    double[] variances = new double[rare.numberColumns()];
    double[] weights = new double[variances.length];
    for (int column = 0; column < variances.length; column++) {
      double variance = variance(rare, column);
      weights[column] = standardise && variance > 0 ? 1 / variance : 1;
      variances[column] = weights[column] * variance;
    }
    double median = median(Arrays.stream(variances).map(Math::sqrt).toArray());
    double[] missing = Arrays.stream(variances).map(variance -> missingWeight * variance).toArray();
    return new RowDistance(weights, missing, median > 0 ? median * median : 1);
  }

  /** The population variance of the numbers that are there; 0 where there are none. */
  private static double variance(MixedRows rows, int column) {
    int count = 0;
    double mean = 0;
    double squares = 0;
    for (int row = 0; row < rows.count(); row++) {
      double value = rows.numbers(row)[column];
      if (!Double.isNaN(value)) {
        count++;
        double gap = value - mean;
        mean += gap / count;
        squares += gap * (value - mean);
      }
    }
    return count == 0 ? 0 : squares / count;
  }

  /**
   * The median; NaN of no values. It is {@link Medians#median} in another order of operations: the
   * last bit decides which row is the nearest, so that it stays as models have been drawn with it.
   */
  private static double median(double[] values) {
    return (Medians.lowerMedian(values) + Medians.upperMedian(values)) / 2;
  }

  /** Returns the squared distance of two different categories. */
  public double category() {
    return category;
  }

  /**
   * Returns the squared distance of two rows, or some number that is not below the limit where the
   * distance is not.
   */
  double squared(MixedRows left, int leftRow, MixedRows right, int rightRow, double limit) {
    double[] a = left.numbers(leftRow);
    double[] b = right.numbers(rightRow);
    double sum = 0;
    for (int column = 0; column < weights.length && sum < limit; column++) {
      double gap = a[column] - b[column];
      if (Double.isNaN(gap)) {
        sum += Double.isNaN(a[column]) && Double.isNaN(b[column]) ? 0 : missing[column];
      } else {
        sum += weights[column] * gap * gap;
      }
    }
    int[] aCodes = left.codes(leftRow);
    int[] bCodes = right.codes(rightRow);
    for (int column = 0; column < aCodes.length && sum < limit; column++) {
      sum += aCodes[column] == bCodes[column] ? 0 : category;
    }
    return sum;
  }
}

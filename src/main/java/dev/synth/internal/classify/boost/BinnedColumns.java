package dev.synth.internal.classify.boost;

import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Columns of numbers cut into few bins, by quantiles where a column has more values than bins. A
 * column is cut when it is first asked for, since of many columns few are looked at.
 */
final class BinnedColumns {
  /** The bin of a missing number. */
  static final int MISSING = 63;

  private final FeatureMatrix features;
  private final int bins;
  private final double[] @Nullable [] cuts;
  private final byte[] @Nullable [] codes;

  /**
   * Columns that are not cut yet.
   *
   * @param bins how many bins of numbers a column has at most, in 2 to {@value #MISSING}
   */
  BinnedColumns(FeatureMatrix features, int bins) {
    if (bins < 2 || bins > MISSING) {
      throw new IllegalArgumentException("bins must be in 2 to " + MISSING + ", not " + bins);
    }
    this.features = features;
    this.bins = bins;
    cuts = new double[features.width()] @Nullable [];
    codes = new byte[features.width()] @Nullable [];
  }

  /** Returns how many rows there are. */
  int rowCount() {
    return features.rowCount();
  }

  /** Returns how many columns there are. */
  int width() {
    return features.width();
  }

  /** Returns the bin of each row, or {@link #MISSING}; shared, not to be changed. */
  byte[] codes(int column) {
    byte[] known = codes[column];
    if (known == null) {
      double[] values = features.column(column);
      double[] own = cuts(values);
      known = new byte[values.length];
      for (int row = 0; row < known.length; row++) {
        known[row] = (byte) code(own, values[row]);
      }
      cuts[column] = own;
      codes[column] = known;
    }
    return known;
  }

  /**
   * Returns the number that the values of a bin and of those before it are below; infinite for the
   * last bin.
   *
   * @param column one that was asked for
   */
  double end(int column, int bin) {
    double[] own = cuts[column];
    return own == null || bin >= own.length ? Double.POSITIVE_INFINITY : own[bin];
  }

  /** Returns the numbers between bins, ascending. */
  private double[] cuts(double[] values) {
    double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(sorted);
    double[] found = new double[bins - 1];
    int count = 0;
    if (distinct(sorted) <= bins) {
      for (int i = 1; i < sorted.length; i++) {
        if (sorted[i] > sorted[i - 1]) {
          found[count++] = middle(sorted[i - 1], sorted[i]);
        }
      }
      return Arrays.copyOf(found, count);
    }
    for (int bin = 1; bin < bins; bin++) {
      int at = (int) ((long) bin * sorted.length / bins);
      double cut = middle(sorted[at - 1], sorted[at]);
      if (cut > sorted[0] && (count == 0 || cut > found[count - 1])) {
        found[count++] = cut;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static int distinct(double[] sorted) {
    int distinct = Math.min(1, sorted.length);
    for (int i = 1; i < sorted.length; i++) {
      distinct += sorted[i] > sorted[i - 1] ? 1 : 0;
    }
    return distinct;
  }

  /** Returns a number above the lower value and at most the higher one; of equals, that value. */
  private static double middle(double lower, double higher) {
    double middle = lower + (higher - lower) / 2;
    return middle > lower && middle <= higher ? middle : higher;
  }

  /** Returns how many cuts a value has reached. */
  private static int code(double[] cuts, double value) {
    if (Double.isNaN(value)) {
      return MISSING;
    }
    int low = 0;
    int high = cuts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value >= cuts[middle]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

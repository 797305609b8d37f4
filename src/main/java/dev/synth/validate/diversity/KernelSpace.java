package dev.synth.validate.diversity;

import dev.synth.validate.Sample;
import dev.synth.validate.SampleColumn;
import java.util.Arrays;

/**
 * Rows of mixed columns as points of a Euclidean space, which a Gaussian kernel needs to be
 * positive definite.
 *
 * <p>A number is (x − median) / spread, kept within ±{@value #FURTHEST}, with the real rows'
 * median; in a column that was constant it is 0 or, for any other value, 1. Two different levels
 * are 1 apart, and so are a missing and a present cell.
 */
final class KernelSpace {
  /** Further out, one number of one row would outweigh all its other columns. */
  private static final double FURTHEST = 5;

  private final Sample real;
  private final double[] medians;

  KernelSpace(Sample real) {
    this.real = real;
    this.medians = new double[real.columnCount()];
    for (int column = 0; column < medians.length; column++) {
      double[] present =
          Arrays.stream(real.values(column)).filter(value -> !Double.isNaN(value)).toArray();
      Arrays.sort(present);
      medians[column] = present.length == 0 ? 0 : present[present.length / 2];
    }
  }

  /** Returns rows side by side; NaN where missing. */
  double[][] rows(Sample sample) {
    double[][] rows = new double[sample.rowCount()][sample.columnCount()];
    for (int column = 0; column < medians.length; column++) {
      SampleColumn kind = real.columns().get(column);
      double[] values = sample.values(column);
      for (int row = 0; row < rows.length; row++) {
        rows[row][column] = kind.isNumber() ? scaled(column, kind, values[row]) : values[row];
      }
    }
    return rows;
  }

  private double scaled(int column, SampleColumn kind, double value) {
    double distance = value - medians[column];
    if (kind.spread() > 0 || Double.isNaN(value)) {
      return Math.clamp(distance / kind.spread(), -FURTHEST, FURTHEST);
    }
    return distance == 0 ? 0 : 1;
  }

  /** Returns the squared distance of two such rows. */
  double squared(double[] a, double[] b) {
    double sum = 0;
    for (int column = 0; column < medians.length; column++) {
      double difference = a[column] - b[column];
      if (difference != 0) { // true for NaN
        sum += part(column, a[column], b[column], difference);
      }
    }
    return sum;
  }

  /** A missing number stands in the middle, and 1 away from it along an axis of its own. */
  private double part(int column, double a, double b, double difference) {
    boolean missingA = Double.isNaN(a);
    boolean missingB = Double.isNaN(b);
    if (missingA && missingB) {
      return 0;
    }
    if (!real.columns().get(column).isNumber()) {
      return 1;
    }
    if (missingA || missingB) {
      double present = missingA ? b : a;
      return 1 + present * present;
    }
    return difference * difference;
  }
}

package dev.synth.internal.validate.diversity;

import dev.synth.internal.stats.Medians;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;

/**
 * Rows of mixed columns as points of a Euclidean space, which a Gaussian kernel needs to be
 * positive definite.
 *
 * <p>A number is (x − median) / spread, kept within ±{@value #FURTHEST}, with the real rows'
 * median; in a column that was constant it is 0 or, for any other value, 1. Two different levels
 * are 1 apart, and so are a missing and a present cell: a missing number stands in the middle, and
 * 1 away from it along an axis of its own.
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
      double median = Medians.upperMedian(real.values(column));
      medians[column] = Double.isNaN(median) ? 0 : median; // the column is all missing
    }
  }

  /** Returns the cells of each column; a missing one is NaN, and a level its code. */
  double[][] columns(Sample sample) {
    double[][] columns = new double[sample.columnCount()][];
    for (int column = 0; column < medians.length; column++) {
      SampleColumn kind = real.columns().get(column);
      double[] values = sample.values(column);
      columns[column] = kind.isNumber() ? new double[values.length] : values;
      for (int row = 0; row < values.length && kind.isNumber(); row++) {
        columns[column][row] = scaled(column, kind, values[row]);
      }
    }
    return columns;
  }

  private double scaled(int column, SampleColumn kind, double value) {
    double distance = value - medians[column];
    if (kind.spread() > 0 || Double.isNaN(value)) {
      return Math.clamp(distance / kind.spread(), -FURTHEST, FURTHEST);
    }
    return distance == 0 ? 0 : 1;
  }
}

package dev.synth.internal.validate.diversity;

import dev.synth.internal.stats.Medians;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;

/**
 * The middle of a sample of mixed rows, and how far rows lie from it.
 *
 * <p>A number's distance from the middle is min(1, |x − median| / spread), or 0 or 1 in a column
 * that was constant. A level's is the share of the sample's rows with another level, missing being
 * one. A missing number's is the share of rows in which it is not missing. A row's distance is the
 * mean over columns, in [0, 1].
 */
final class Centre {
  private final Sample sample;
  private final double[] medians;
  private final double[][] shares;

  /** The centre of a sample with at least one row. */
  Centre(Sample sample) {
    this.sample = sample;
    this.medians = new double[sample.columnCount()];
    this.shares = new double[sample.columnCount()][];
    for (int column = 0; column < medians.length; column++) {
      boolean number = sample.columns().get(column).isNumber();
      medians[column] = number ? median(sample.values(column)) : 0;
      shares[column] = shares(column, number ? 0 : sample.columns().get(column).levels().size());
    }
  }

  /** The median of present values; 0 where all are missing. */
  private static double median(double[] values) {
    double median = Medians.median(values);
    return Double.isNaN(median) ? 0 : median;
  }

  /** Returns the share of each level, and last that of missing cells. */
  private double[] shares(int column, int levels) {
    double[] shares = new double[levels + 1];
    double[] values = sample.values(column);
    for (double value : values) {
      if (Double.isNaN(value)) {
        shares[levels]++;
      } else if (levels > 0) {
        shares[(int) value]++;
      }
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= values.length;
    }
    return shares;
  }

  /** Returns each row's distance from this centre. */
  double[] distances(Sample rows) {
    double[] distances = new double[rows.rowCount()];
    for (int column = 0; column < medians.length; column++) {
      double[] values = rows.values(column);
      for (int row = 0; row < distances.length; row++) {
        distances[row] += distance(column, values[row]) / medians.length;
      }
    }
    return distances;
  }

  private double distance(int column, double value) {
    SampleColumn kind = sample.columns().get(column);
    double[] share = shares[column];
    if (Double.isNaN(value)) {
      return 1 - share[share.length - 1];
    }
    if (!kind.isNumber()) {
      return 1 - share[(int) value];
    }
    double distance = Math.abs(kind.difference(value, medians[column]));
    return distance == 0 ? 0 : distance < kind.spread() ? distance / kind.spread() : 1;
  }
}

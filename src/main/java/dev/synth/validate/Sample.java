package dev.synth.validate;

import java.util.List;

/**
 * Rows as metrics see them: for each column an array of plain numbers.
 *
 * <p>A number is itself, a point in time is in microseconds, a level is its index in {@link
 * SampleColumn#levels}, and a missing cell is NaN. The arrays are shared with the metrics, which
 * must not change them.
 */
public final class Sample {
  private final List<SampleColumn> columns;
  private final double[][] values;
  private final int rowCount;

  Sample(List<SampleColumn> columns, double[][] values, int rowCount) {
    this.columns = columns;
    this.values = values;
    this.rowCount = rowCount;
  }

  /** Returns the columns. */
  public List<SampleColumn> columns() {
    return columns;
  }

  /** Returns the number of columns. */
  public int columnCount() {
    return columns.size();
  }

  /** Returns the number of rows. */
  public int rowCount() {
    return rowCount;
  }

  /** Returns a column's values, one a row, NaN where missing; shared, not to be changed. */
  public double[] values(int column) {
    return values[column];
  }

  /** Returns the given rows, in the given order; a row may come more than once. */
  public Sample rows(int[] rows) {
    double[][] picked = new double[values.length][rows.length];
    for (int column = 0; column < values.length; column++) {
      for (int i = 0; i < rows.length; i++) {
        picked[column][i] = values[column][rows[i]];
      }
    }
    return new Sample(columns, picked, rows.length);
  }
}

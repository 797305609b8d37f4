package dev.synth.internal.classify.feature;

import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers that a classifier learns from or scores: one column a feature, one entry a row.
 *
 * <p>Held column by column. Built inside this package; the arrays are shared with the classifiers,
 * who only read them.
 */
public final class FeatureMatrix {
  private final List<String> names;
  private final double[][] columns;
  private final int rowCount;

  FeatureMatrix(List<String> names, double[][] columns, int rowCount) {
    this.names = List.copyOf(names);
    this.columns = columns;
    this.rowCount = rowCount;
  }

  /**
   * Builds a matrix from rows.
   *
   * @param rows as many numbers in each row
   * @throws IllegalArgumentException if the rows differ in length
   */
  public static FeatureMatrix ofRows(double[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    double[][] columns = new double[width][rows.length];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != width) {
        throw new IllegalArgumentException(
            PlainText.of("row %d has %d numbers, not %d", row, rows[row].length, width));
      }
      for (int column = 0; column < width; column++) {
        columns[column][row] = rows[row][column];
      }
    }
    List<String> names = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      names.add("feature " + column);
    }
    return new FeatureMatrix(names, columns, rows.length);
  }

  /**
   * Builds a matrix from columns, which are copied.
   *
   * @param names one a column
   * @param columns one entry a row in each
   * @throws IllegalArgumentException if counts differ
   */
  public static FeatureMatrix ofColumns(List<String> names, double[][] columns) {
    int rowCount = columns.length == 0 ? 0 : columns[0].length;
    double[][] copies = new double[columns.length][];
    for (int column = 0; column < columns.length; column++) {
      if (names.size() != columns.length || columns[column].length != rowCount) {
        throw new IllegalArgumentException(
            PlainText.of(
                "%d names of %d columns; column %d has %d rows, not %d",
                names.size(), columns.length, column, columns[column].length, rowCount));
      }
      copies[column] = columns[column].clone();
    }
    return new FeatureMatrix(names, copies, rowCount);
  }

  /** Returns the names of the features, such as {@code amount} or {@code merchant = books}. */
  public List<String> names() {
    return names;
  }

  /** Returns the number of features. */
  public int width() {
    return columns.length;
  }

  /** Returns the number of rows. */
  public int rowCount() {
    return rowCount;
  }

  /** Returns one feature of all rows, to be read only. */
  public double[] column(int feature) {
    return columns[feature];
  }

  /** Returns the numbers row by row, in new arrays. */
  public double[][] rows() {
    double[][] rows = new double[rowCount][columns.length];
    for (int column = 0; column < columns.length; column++) {
      for (int row = 0; row < rowCount; row++) {
        rows[row][column] = columns[column][row];
      }
    }
    return rows;
  }

  /** Returns the numbers row after row in single precision, none of them infinite. */
  public float[] floats() {
    float[] values = new float[Math.multiplyExact(rowCount, columns.length)];
    for (int column = 0; column < columns.length; column++) {
      for (int row = 0; row < rowCount; row++) {
        values[row * columns.length + column] = single(columns[column][row]);
      }
    }
    return values;
  }

  /** Returns a number in single precision, finite, or NaN. */
  public static float single(double value) {
    float single = (float) value;
    return Float.isInfinite(single) ? Math.copySign(Float.MAX_VALUE, single) : single;
  }

  /** Returns the same rows with other numbers in one feature, one a row. */
  public FeatureMatrix with(int feature, double[] numbers) {
    double[][] changed = columns.clone();
    changed[feature] = numbers.clone();
    return new FeatureMatrix(names, changed, rowCount);
  }

  /**
   * Returns some of the features.
   *
   * @param features their positions, in the wanted order
   */
  public FeatureMatrix select(int[] features) {
    double[][] picked = new double[features.length][];
    List<String> pickedNames = new ArrayList<>();
    for (int i = 0; i < features.length; i++) {
      picked[i] = columns[features[i]];
      pickedNames.add(names.get(features[i]));
    }
    return new FeatureMatrix(pickedNames, picked, rowCount);
  }

  /** Returns the given rows, in the given order; a row may come more than once. */
  public FeatureMatrix rows(int[] chosen) {
    double[][] picked = new double[columns.length][chosen.length];
    for (int column = 0; column < columns.length; column++) {
      for (int i = 0; i < chosen.length; i++) {
        picked[column][i] = columns[column][chosen[i]];
      }
    }
    return new FeatureMatrix(names, picked, chosen.length);
  }

  /**
   * Returns these rows followed by others.
   *
   * @throws IllegalArgumentException if the features differ
   */
  public FeatureMatrix followedBy(FeatureMatrix more) {
    if (!names.equals(more.names)) {
      throw new IllegalArgumentException("the features differ");
    }
    if (more.rowCount == 0) {
      return this;
    }
    double[][] all = new double[columns.length][];
    for (int column = 0; column < columns.length; column++) {
      all[column] = Arrays.copyOf(columns[column], rowCount + more.rowCount);
      System.arraycopy(more.columns[column], 0, all[column], rowCount, more.rowCount);
    }
    return new FeatureMatrix(names, all, rowCount + more.rowCount);
  }
}

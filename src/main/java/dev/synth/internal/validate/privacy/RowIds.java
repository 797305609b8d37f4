package dev.synth.internal.validate.privacy;

import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for rows, the same for rows whose cells all agree after rounding to the column's step
 * (its decimals, whole seconds or days); missing agrees with missing. They count up from 0.
 */
final class RowIds {
  private final Map<Key, Integer> ids = new HashMap<>();

  /** Returns one number a row; samples over the same columns share them. */
  int[] of(Sample sample) {
    double[][] steps = new double[sample.columnCount()][];
    for (int column = 0; column < steps.length; column++) {
      steps[column] = rounded(sample.columns().get(column), sample.values(column));
    }
    int[] numbers = new int[sample.rowCount()];
    for (int row = 0; row < numbers.length; row++) {
      double[] cells = new double[steps.length];
      for (int column = 0; column < cells.length; column++) {
        cells[column] = steps[column][row];
      }
      numbers[row] = ids.computeIfAbsent(new Key(cells), key -> ids.size());
    }
    return numbers;
  }

  /** Returns how many different rows there were. */
  int count() {
    return ids.size();
  }

  /** Returns a column's cells in steps; NaN where missing. */
  static double[] rounded(SampleColumn column, double[] values) {
    return Arrays.stream(values)
        .map(value -> Math.rint(value / column.step()) + 0.0) // not -0.0
        .toArray();
  }

  /** Cells of a row; Arrays.equals compares bits, so that missing equals missing. */
  private static final class Key {
    private final double[] cells;

    Key(double[] cells) {
      this.cells = cells;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(cells, key.cells);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(cells);
    }
  }
}

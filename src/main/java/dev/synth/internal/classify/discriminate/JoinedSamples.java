package dev.synth.internal.classify.discriminate;

import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.table.LevelOrder;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two samples as one matrix: one feature a column, NaN where a cell is missing; the rows of the
 * first sample, then those of the second.
 *
 * @param features the rows of both
 * @param firstRows how many rows the first sample has
 */
public record JoinedSamples(FeatureMatrix features, int firstRows) {
  /**
   * Joins two tables. A number is itself, a point in time is in microseconds, and a level is its
   * rank by frequency in the first table.
   *
   * @param second a table with the columns of the first
   */
  public static JoinedSamples of(Table first, Table second) {
    List<Column> columns = first.schema().modelled().columns();
    List<String> names = columns.stream().map(Column::name).toList();
    double[][] values = new double[columns.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = joined(first.cells(names.get(i)), second.cells(names.get(i)));
    }
    return new JoinedSamples(FeatureMatrix.ofColumns(names, values), first.rowCount());
  }

  /** Returns for each row whether it is of the second sample; a new array. */
  public boolean[] second() {
    boolean[] second = new boolean[features.rowCount()];
    Arrays.fill(second, firstRows, second.length, true);
    return second;
  }

  private static double[] joined(Cells first, Cells second) {
    Map<String, Integer> ranks = ranks(first, second);
    double[] values = new double[first.size() + second.size()];
    fill(values, 0, first, ranks);
    fill(values, first.size(), second, ranks);
    return values;
  }

  private static Map<String, Integer> ranks(Cells first, Cells second) {
    Map<String, Integer> ranks = new HashMap<>();
    if (first instanceof Cells.Levels levels && second instanceof Cells.Levels others) {
      List<String> ordered = new ArrayList<>(LevelOrder.byFrequency(levels, List.of(others)));
      ordered.forEach(level -> ranks.put(level, ranks.size()));
    }
    return ranks;
  }

  private static void fill(double[] values, int from, Cells cells, Map<String, Integer> ranks) {
    for (int row = 0; row < cells.size(); row++) {
      values[from + row] =
          cells.isMissing(row)
              ? Double.NaN
              : switch (cells) {
                case Cells.Numbers numbers -> numbers.value(row) + 0.0; // -0.0 becomes 0.0
                case Cells.Instants instants -> instants.value(row);
                case Cells.Levels levels -> ranks.getOrDefault(levels.value(row), -1);
                case Cells.Texts texts ->
                    throw new IllegalArgumentException("texts are no features");
              };
    }
  }
}

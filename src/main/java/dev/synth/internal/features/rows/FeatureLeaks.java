package dev.synth.internal.features.rows;

import dev.synth.internal.features.History;
import dev.synth.internal.features.Recomputation;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A look for leaks in the features of a table: those of some rows are computed anew from nothing
 * but the rows before them, and must be equal to the last bit.
 */
public final class FeatureLeaks {
  private FeatureLeaks() {}

  /**
   * Returns what differs.
   *
   * @param rows the rows, with the columns of the features
   * @param most how many rows are looked at, evenly spaced
   * @param first which of the first ones they begin with
   */
  public static List<Recomputation.Difference> find(
      LabelledTable rows, FeatureDefinition definition, int most, int first) {
    History history = new EventReader(definition, rows.features()).history(rows.rareRows());
    List<Column> made = definition.columns();
    double[][] values = new double[made.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = values(rows.features().cells(made.get(i).name()));
    }
    int step = Math.max(1, rows.rowCount() / most);
    int[] sample =
        IntStream.iterate(first % step, row -> row < rows.rowCount(), row -> row + step)
            .limit(most)
            .toArray();
    return new Recomputation(history, definition.plan()).differences(values, sample);
  }

  private static double[] values(Cells cells) {
    double[] values = new double[cells.size()];
    Arrays.fill(values, Double.NaN);
    for (int row = 0; row < values.length; row++) {
      if (!cells.isMissing(row)) {
        values[row] =
            switch (cells) {
              case Cells.Numbers numbers -> numbers.value(row);
              case Cells.Levels levels -> levels.code(row);
              case Cells.Instants instants -> instants.value(row);
              case Cells.Texts texts -> throw new IllegalArgumentException("texts are no features");
            };
      }
    }
    return values;
  }
}

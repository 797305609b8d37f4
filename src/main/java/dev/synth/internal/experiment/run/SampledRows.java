package dev.synth.internal.experiment.run;

import dev.synth.base.Problem;
import dev.synth.internal.table.selection.Taking;
import dev.synth.table.Cells;
import dev.synth.table.DataOptions;
import dev.synth.table.LabelledTable;
import dev.synth.table.reading.DerivedNote;

/** Rows that were selected from more: what each stands for. */
public final class SampledRows {
  private SampledRows() {}

  /**
   * Refuses a sample whose weights would count as a feature, which tells rare rows and test rows
   * from the others.
   *
   * @throws Problem (usage) if the rows have a column of weights and the config names none
   */
  static void refuseUnweighted(LabelledTable rows, DataOptions data) {
    boolean isFeature =
        rows.features().schema().modelled().columns().stream()
            .anyMatch(column -> column.name().equals(Taking.WEIGHT));
    if (data.weight() == null && isFeature) {
      throw Problem.usage(
          "the column '%s' says that the rows are a sample, which 'synth select' took; name the"
              + " config.yaml that stands beside them, which sets data.weight",
          Taking.WEIGHT);
    }
  }

  /**
   * Returns how many rows each row stands for.
   *
   * @throws Problem (data) if the column holds other than numbers above 0
   */
  static double[] weights(LabelledTable rows, String column) {
    Cells cells = rows.features().cells(column);
    if (!(cells instanceof Cells.Numbers numbers)) {
      throw Problem.data(
          "data.weight: column '%s' must hold numbers; data.types can say so", column);
    }
    double[] weights = new double[numbers.size()];
    for (int row = 0; row < weights.length; row++) {
      weights[row] = numbers.isMissing(row) ? Double.NaN : numbers.value(row);
      if (!(weights[row] > 0 && Double.isFinite(weights[row]))) {
        throw Problem.data(
            "data.weight: column '%s' must hold a number above 0 in every row; row %d has none",
            column, row + 1);
      }
    }
    return weights;
  }

  /** Returns what the rows stand for. */
  static DerivedNote note(LabelledTable rows) {
    return new DerivedNote.Sample(
        rows.rowCount() - rows.rareCount(), Math.round(rows.weight(false)));
  }
}

package dev.synth.internal.experiment.run;

import dev.synth.base.Problem;
import dev.synth.internal.table.selection.Taking;
import dev.synth.table.Cells;
import dev.synth.table.DataOptions;
import dev.synth.table.LabelledTable;
import dev.synth.table.reading.DerivedNote;

/** Rows that were selected from more: what each stands for, and what cannot be learned of them. */
public final class SampledRows {
  private SampledRows() {}

  /**
   * Refuses work that would take the class ratio of a sample for that of the rows.
   *
   * @param command what was asked for, such as {@code fit}
   * @throws Problem (usage) if the rows are a sample
   */
  public static void refuse(DataOptions data, String command) {
    if (data.weight() != null) {
      throw Problem.usage(
          "%s does not take rows that are a sample (data.weight): it chooses thresholds in folds of"
              + " the training rows, where the sample's class ratio would count as the real one;"
              + " evaluate and compare take them, and %s takes all rows of a shorter time",
          command, command);
    }
  }

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

package dev.synth.internal.holdout;

import dev.synth.base.Problem;
import dev.synth.evaluate.MissedCost;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.base.YamlText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.reading.DerivedNote;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The cost of missing each row of a table. */
final class Losses {
  private static final String KEY = "evaluation.costs.missed.column";

  private Losses() {}

  /**
   * Returns a row's loss for every row; 0 for rows that are not rare, whose cells are not looked
   * at.
   *
   * @param rows all columns, those among them that are not modelled
   * @throws Problem (data) if there is no such column, or a rare row's cell is missing, negative,
   *     or no number
   */
  static double[] of(MissedCost missed, LabelledTable rows) {
    return switch (missed) {
      case MissedCost.Each same -> {
        double[] losses = new double[rows.rowCount()];
        Arrays.fill(losses, same.each());
        yield losses;
      }
      case MissedCost.Column own -> ofColumn(own.column(), rows);
    };
  }

  /** Says what else the column is, in a sentence. */
  static DerivedNote note(MissedCost.Column own, LabelledTable rows) {
    Schema schema = rows.features().schema();
    boolean isFeature = schema.columns().get(schema.indexOf(own.column())).isModelled();
    return new DerivedNote.CostColumn(own.column(), isFeature);
  }

  private static double[] ofColumn(String column, LabelledTable rows) {
    if (column.equals(rows.label().column())) {
      throw Problem.data("%s: '%s' is the label column; name another", KEY, column);
    }
    if (rows.features().schema().find(column).isEmpty()) {
      List<String> names = rows.features().schema().names();
      throw Problem.data(
          "%s: there is no column '%s'; the columns are %s%s",
          KEY, column, String.join(", ", names), Spelling.hint(column, names));
    }
    Cells cells = rows.features().cells(column);
    IntToDoubleFunction number = numbers(column, cells);
    double[] losses = new double[rows.rowCount()];
    rows.rareRows().stream()
        .forEach(
            row -> {
              if (cells.isMissing(row)) {
                throw wrong(column, row, "has none: fill it in, or leave the row out");
              }
              losses[row] = number.applyAsDouble(row) + 0.0; // -0.0 becomes 0.0
              if (!(losses[row] >= 0)) {
                throw wrong(
                    column, row, PlainText.of("has %s: it must not be negative", losses[row]));
              }
            });
    return losses;
  }

  /** Returns how a row's cell is read; a column that is not modelled holds texts. */
  private static IntToDoubleFunction numbers(String column, Cells cells) {
    return switch (cells) {
      case Cells.Numbers numbers -> numbers::value;
      case Cells.Texts texts -> row -> parsed(column, row, texts.value(row));
      case Cells.Levels levels -> throw notNumbers(column, "categories");
      case Cells.Instants instants -> throw notNumbers(column, "times");
    };
  }

  private static double parsed(String column, int row, String text) {
    double number = NumberText.parse(text).orElse(Double.NaN);
    if (!Double.isFinite(number)) {
      throw wrong(
          column,
          row,
          PlainText.of(
              "has '%s', which is no number; data.types: {%s: numeric} also reads decimal commas",
              text, YamlText.of(column)));
    }
    return number;
  }

  private static Problem notNumbers(String column, String kind) {
    return Problem.data(
        "%s: column '%s' holds %s, not amounts of money; data.types: {%s: numeric} reads numbers",
        KEY, column, kind, YamlText.of(column));
  }

  private static Problem wrong(String column, int row, String what) {
    return Problem.data(
        "%s: a missed rare row costs its '%s', but rare row %d of the data %s",
        KEY, column, row + 1, what);
  }
}

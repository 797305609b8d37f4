package dev.synth.internal.table.selection;

import dev.synth.base.Problem;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.util.List;

/** The column that says of each row which part it is in. */
public final class PartColumn {
  /** The words of the parts, in their order. */
  public static final List<String> PARTS = List.of("training", "validation", "test");

  private static final String KEY = "split.column";

  private PartColumn() {}

  /**
   * Returns each row's part, an index of {@link #PARTS}.
   *
   * @throws Problem (usage) if there is no such column, or if it is a feature; (data) if a row has
   *     no part
   */
  public static int[] sides(Table table, String name) {
    int at =
        table
            .schema()
            .find(name)
            .orElseThrow(
                () ->
                    Problem.usage(
                        "%s: there is no column '%s'%s",
                        KEY, name, Spelling.hint(name, table.schema().names())));
    if (table.schema().columns().get(at).isModelled()) {
      throw Problem.usage(
          "%s: '%s' tells test rows from others, so that it must be no feature; name it in"
              + " data.exclude",
          KEY, name);
    }
    Cells cells = table.cells(at);
    int[] sides = new int[table.rowCount()];
    for (int row = 0; row < sides.length; row++) {
      sides[row] = cells.isMissing(row) ? -1 : PARTS.indexOf(text(cells, row));
      if (sides[row] < 0) {
        // rows without a label are gone, so that a number would name another row of the file
        throw Problem.data(
            "%s: '%s' must say training, validation or test in every row; %s",
            KEY,
            name,
            cells.isMissing(row) ? "a cell is empty" : "a cell is '" + text(cells, row) + "'");
      }
    }
    return sides;
  }

  /** Returns a cell that is there as text. */
  public static String text(Cells cells, int row) {
    return switch (cells) {
      case Cells.Levels levels -> levels.value(row);
      case Cells.Texts texts -> texts.value(row);
      case Cells.Numbers numbers -> NumberText.of(numbers.value(row));
      case Cells.Instants instants -> InstantText.timestamp(instants.value(row));
    };
  }
}

package dev.synth.internal.table;

import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Rows as texts that are equal where the rows are: to find rows of one table in another. */
public final class RowKeys {
  private RowKeys() {}

  /**
   * Returns a text for each row.
   *
   * @param columns the columns that count, in the order that counts
   */
  public static List<String> of(Table table, List<String> columns) {
    List<Cells> cells = columns.stream().map(table::cells).toList();
    List<String> keys = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      StringBuilder key = new StringBuilder();
      for (Cells column : cells) {
        String text = column.isMissing(row) ? "?" : "=" + text(column, row);
        key.append(text.length()).append(':').append(text);
      }
      keys.add(key.toString());
    }
    return keys;
  }

  private static String text(Cells cells, int row) {
    return switch (cells) {
      case Cells.Numbers numbers -> Double.toString(numbers.value(row) + 0.0); // -0 equals 0
      case Cells.Levels levels -> levels.value(row);
      case Cells.Instants instants -> Long.toString(instants.value(row));
      case Cells.Texts texts -> texts.value(row);
    };
  }
}

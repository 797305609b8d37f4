package dev.synth.internal.table.write;

import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Finds the number columns of a table whose numbers are all whole. */
public final class WholeNumbers {
  /** Up to here each whole number is exact as a double. */
  private static final double LARGEST_EXACT = 0x1p53;

  private WholeNumbers() {}

  /** Returns the same table with zero decimals declared for columns that are whole. */
  public static Table declare(Table table) {
    List<Column> columns = new ArrayList<>();
    List<Cells> cells = new ArrayList<>();
    for (int i = 0; i < table.schema().columns().size(); i++) {
      Column column = table.schema().columns().get(i);
      cells.add(table.cells(i));
      columns.add(
          table.cells(i) instanceof Cells.Numbers numbers
              ? column.withType(new ColumnType.Numeric(areWhole(numbers) ? 0 : 9, null, null))
              : column);
    }
    return new Table(new Schema(columns), cells);
  }

  private static boolean areWhole(Cells.Numbers numbers) {
    for (int row = 0; row < numbers.size(); row++) {
      double value = numbers.isMissing(row) ? 0 : numbers.value(row);
      if (value != Math.rint(value) || Math.abs(value) > LARGEST_EXACT) {
        return false;
      }
    }
    return true;
  }
}

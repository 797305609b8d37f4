package dev.synth.internal.generate.smote;

import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small tables, written row by row. */
public final class Rows {
  private Rows() {}

  /** Rows of numbers in columns named n0, n1, …; NaN is missing. */
  public static Table numbers(double[]... rows) {
    List<Column> columns = new ArrayList<>();
    List<Cells> cells = new ArrayList<>();
    for (int column = 0; column < rows[0].length; column++) {
      int at = column;
      double[] values = Arrays.stream(rows).mapToDouble(row -> row[at]).toArray();
      BitSet missing = new BitSet();
      for (int row = 0; row < rows.length; row++) {
        missing.set(row, Double.isNaN(values[row]));
      }
      columns.add(new Column("n" + column, ColumnType.Numeric.UNBOUNDED));
      cells.add(new Cells.Numbers(values, missing));
    }
    return new Table(new Schema(columns), cells);
  }

  /** Rows of one-letter categories in columns named c0, c1, …; a point is missing. */
  public static Table letters(String... rows) {
    List<Column> columns = new ArrayList<>();
    List<Cells> cells = new ArrayList<>();
    for (int column = 0; column < rows[0].length(); column++) {
      List<@Nullable String> texts = new ArrayList<>();
      for (String row : rows) {
        texts.add(row.charAt(column) == '.' ? null : row.substring(column, column + 1));
      }
      columns.add(new Column("c" + column, new ColumnType.Categorical()));
      cells.add(Cells.Levels.of(texts));
    }
    return new Table(new Schema(columns), cells);
  }

  public static Table sideBySide(Table left, Table right) {
    Table both = left;
    for (int column = 0; column < right.schema().columns().size(); column++) {
      both =
          both.with(
              both.schema().columns().size(),
              right.schema().columns().get(column),
              right.cells(column));
    }
    return both;
  }

  /** Training rows of which the first ones are rare. */
  public static Training training(Table rows, int rare) {
    BitSet isRare = new BitSet();
    isRare.set(0, rare);
    int position = rows.schema().columns().size();
    return Training.whole(new LabelledTable(rows, isRare, new Label("y", "1", "0", position)));
  }

  public static double number(Table table, int row, int column) {
    return ((Cells.Numbers) table.cells(column)).value(row);
  }

  /** Returns a row's categories as they are written in {@link #letters}. */
  static String letters(Table table, int row) {
    StringBuilder letters = new StringBuilder();
    for (int column = 0; column < table.schema().columns().size(); column++) {
      if (table.cells(column) instanceof Cells.Levels levels) {
        letters.append(levels.isMissing(row) ? "." : levels.value(row));
      }
    }
    return letters.toString();
  }
}

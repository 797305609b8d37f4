package dev.synth.internal.relation.number;

import dev.synth.table.Cells;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A table as plain numbers that can be changed: a number is itself, a point in time in
 * microseconds, a level its place in the list of levels, and a missing cell NaN.
 */
public final class NumberTable {
  private final Schema schema;
  private final List<List<String>> levels;
  private final List<Cells> cells;
  private final double[][] values;
  private final int rowCount;
  private final BitSet changed = new BitSet();

  private NumberTable(
      Schema schema,
      List<List<String>> levels,
      List<Cells> cells,
      double[][] values,
      int rowCount) {
    this.schema = schema;
    this.levels = levels;
    this.cells = cells;
    this.values = values;
    this.rowCount = rowCount;
  }

  /** Returns a table's rows, with the levels that it has. */
  public static NumberTable of(Table table) {
    List<List<String>> levels = new ArrayList<>();
    for (int column = 0; column < table.schema().columns().size(); column++) {
      levels.add(table.cells(column) instanceof Cells.Levels given ? given.levels() : List.of());
    }
    return of(table, table.schema(), levels);
  }

  /**
   * Returns a table's rows with the columns of a schema. What the table lacks is missing; a level
   * that is not in its list comes behind those that are.
   */
  public static NumberTable of(Table table, Schema schema, List<List<String>> levels) {
    int width = schema.columns().size();
    double[][] values = new double[width][];
    List<List<String>> all = new ArrayList<>();
    List<Cells> cells = new ArrayList<>();
    BitSet added = new BitSet();
    for (int column = 0; column < width; column++) {
      String name = schema.columns().get(column).name();
      List<String> known = new ArrayList<>(levels.get(column));
      if (table.schema().find(name).isPresent()) {
        cells.add(table.cells(name));
        values[column] = numbers(table.cells(name), known);
      } else {
        cells.add(new Cells.Numbers());
        values[column] = new double[table.rowCount()];
        Arrays.fill(values[column], Double.NaN);
        added.set(column);
      }
      all.add(known);
    }
    NumberTable grid = new NumberTable(schema, all, cells, values, table.rowCount());
    grid.changed.or(added);
    return grid;
  }

  private static double[] numbers(Cells cells, List<String> levels) {
    double[] numbers = new double[cells.size()];
    int[] places = cells instanceof Cells.Levels given ? places(given, levels) : new int[0];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] =
          cells.isMissing(row)
              ? Double.NaN
              : switch (cells) {
                case Cells.Numbers plain -> plain.value(row) + 0.0; // not -0.0
                case Cells.Instants instants -> instants.value(row);
                case Cells.Levels given -> places[given.code(row)];
                case Cells.Texts texts ->
                    throw new IllegalArgumentException("an identifier among the modelled columns");
              };
    }
    return numbers;
  }

  private static int[] places(Cells.Levels cells, List<String> levels) {
    int[] places = new int[cells.levels().size()];
    boolean isSame = cells.levels().equals(levels);
    for (int code = 0; code < places.length; code++) {
      int place = isSame ? code : levels.indexOf(cells.levels().get(code));
      if (place < 0) {
        place = levels.size();
        levels.add(cells.levels().get(code));
      }
      places[code] = place;
    }
    return places;
  }

  /** Returns a grid of the same columns whose cells are all missing. */
  public NumberTable blank(int rows) {
    double[][] blank = new double[values.length][rows];
    for (double[] column : blank) {
      Arrays.fill(column, Double.NaN);
    }
    return new NumberTable(schema, levels, List.of(), blank, rows);
  }

  /** Returns the columns. */
  public Schema schema() {
    return schema;
  }

  /** Returns the number of rows. */
  public int rowCount() {
    return rowCount;
  }

  /** Returns the number of columns. */
  public int width() {
    return values.length;
  }

  /** Returns a column's values, one a row; changed by {@link #set} alone. */
  public double[] values(int column) {
    return values[column];
  }

  /** Returns a column's points in time in UTC, as the rows had them before anything was set. */
  public double[] utc(int column) {
    String name = schema.columns().get(column).name();
    return numbers(new Table(schema, cells).cellsInUtc(name), new ArrayList<>());
  }

  /** Returns the levels of a column of levels; none of another column. */
  public List<String> levels(int column) {
    return levels.get(column);
  }

  /** Returns the value of a cell, NaN where it is missing. */
  public double get(int column, int row) {
    return values[column][row];
  }

  /** Returns whether a cell is missing. */
  public boolean isMissing(int column, int row) {
    return Double.isNaN(values[column][row]);
  }

  /** Sets the value of a cell; NaN makes it missing. */
  public void set(int column, int row, double value) {
    if (Double.compare(values[column][row], value) != 0) {
      values[column][row] = value;
      changed.set(column);
    }
  }

  /** Returns the rows as a table; the cells of a column in which nothing changed are the same. */
  public Table table() {
    List<Cells> all = new ArrayList<>();
    for (int column = 0; column < values.length; column++) {
      all.add(changed.get(column) ? cells(column) : cells.get(column));
    }
    return new Table(schema, all);
  }

  private Cells cells(int column) {
    double[] numbers = values[column];
    BitSet missing = new BitSet();
    for (int row = 0; row < numbers.length; row++) {
      missing.set(row, Double.isNaN(numbers[row]));
    }
    return switch (schema.columns().get(column).type()) {
      case ColumnType.Numeric numeric -> new Cells.Numbers(numbers, missing);
      case ColumnType.Timestamp timestamp -> instants(numbers, missing);
      case ColumnType.TimeOfDay time -> instants(numbers, missing);
      case ColumnType.Categorical categorical ->
          new Cells.Levels(
              Arrays.stream(numbers).mapToInt(x -> (int) x).toArray(), missing, levels.get(column));
      case ColumnType.Identifier identifier ->
          throw new IllegalArgumentException("an identifier among the modelled columns");
    };
  }

  private static Cells instants(double[] micros, BitSet missing) {
    return new Cells.Instants(Arrays.stream(micros).mapToLong(x -> (long) x).toArray(), missing);
  }
}

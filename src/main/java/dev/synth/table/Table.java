package dev.synth.table;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.OffsetText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** An immutable table: a schema, and for each of its columns the cells. */
public final class Table {
  private final Schema schema;
  private final List<Cells> cells;
  private final int rowCount;

  /**
   * A table of the given cells.
   *
   * @param cells one a column, in the schema's order, all of one size
   * @throws IllegalArgumentException if counts or sizes differ, or cells don't fit their column
   */
  public Table(Schema schema, List<? extends Cells> cells) {
    if (schema.columns().size() != cells.size()) {
      throw new IllegalArgumentException(
          PlainText.of("%d columns, but cells for %d", schema.columns().size(), cells.size()));
    }
    this.schema = schema;
    this.cells = List.copyOf(cells);
    this.rowCount = cells.isEmpty() ? 0 : cells.getFirst().size();
    for (int i = 0; i < cells.size(); i++) {
      check(schema.columns().get(i), this.cells.get(i), rowCount);
    }
  }

  private static void check(Column column, Cells cells, int rowCount) {
    boolean fits =
        switch (column.type()) {
          case ColumnType.Numeric numeric -> cells instanceof Cells.Numbers;
          case ColumnType.Categorical categorical -> cells instanceof Cells.Levels;
          case ColumnType.Timestamp timestamp -> cells instanceof Cells.Instants;
          case ColumnType.TimeOfDay time -> cells instanceof Cells.Instants;
          case ColumnType.Identifier identifier -> cells instanceof Cells.Texts;
        };
    if (!fits || cells.size() != rowCount) {
      throw new IllegalArgumentException(
          PlainText.of(
              "column '%s' of type %s has %d %s, and the table has %d rows",
              column.name(),
              column.type(),
              cells.size(),
              cells.getClass().getSimpleName(),
              rowCount));
    }
  }

  /** Returns the columns. */
  public Schema schema() {
    return schema;
  }

  /** Returns the number of rows; 0 where there are no columns. */
  public int rowCount() {
    return rowCount;
  }

  /** Returns the cells of the column at a position, from 0. */
  public Cells cells(int column) {
    return cells.get(column);
  }

  /** Returns the cells of a column. */
  public Cells cells(String column) {
    return cells.get(schema.indexOf(column));
  }

  /**
   * Returns the cells of a column, its times in UTC where its offsets are known: {@link #cells} has
   * the local ones.
   */
  public Cells cellsInUtc(String column) {
    int index = schema.indexOf(column);
    boolean isLocal =
        schema.columns().get(index).form() instanceof TimeForm form && form.hasOffset();
    if (!isLocal || !(cells.get(index) instanceof Cells.Instants instants)) {
      return cells.get(index);
    }
    int offsets = schema.offsetsOf(index).orElse(-1);
    long[] micros = new long[rowCount];
    BitSet missing = new BitSet();
    for (int row = 0; row < rowCount; row++) {
      missing.set(row, instants.isMissing(row));
      micros[row] =
          instants.isMissing(row) ? 0 : instants.value(row) - aheadOfUtc(index, offsets, row);
    }
    return new Cells.Instants(micros, missing);
  }

  /**
   * Returns the microseconds by which the clock of a column's time is ahead of UTC; 0 where that is
   * not known.
   *
   * @param column the position of the column of times
   */
  public long aheadOfUtc(int column, int row) {
    return aheadOfUtc(column, schema.offsetsOf(column).orElse(-1), row);
  }

  private long aheadOfUtc(int column, int offsets, int row) {
    if (offsets >= 0 && cells.get(offsets) instanceof Cells.Levels levels) {
      if (!levels.isMissing(row)) {
        return OffsetText.micros(levels.value(row), local(column, row));
      }
    }
    return schema.columns().get(column).form() instanceof TimeForm form
        ? OffsetText.micros(form.offset(), local(column, row))
        : 0;
  }

  private long local(int column, int row) {
    return cells.get(column) instanceof Cells.Instants times ? times.value(row) : 0;
  }

  /** Returns the given rows, in the given order; a row may come more than once. */
  public Table rows(int[] rows) {
    List<Cells> picked = new ArrayList<>();
    for (Cells column : cells) {
      picked.add(column.rows(rows));
    }
    return new Table(schema, picked);
  }

  /** Returns the given columns, in the given order. */
  public Table select(Schema columns) {
    List<Cells> picked = new ArrayList<>();
    for (Column column : columns.columns()) {
      picked.add(cells(column.name()));
    }
    return new Table(columns, picked);
  }

  /**
   * Returns these columns with another one among them.
   *
   * @param position where the other one is put, in [0, number of columns]
   */
  public Table with(int position, Column column, Cells more) {
    List<Column> columns = new ArrayList<>(schema.columns());
    List<Cells> all = new ArrayList<>(cells);
    columns.add(position, column);
    all.add(position, more);
    return new Table(new Schema(columns), all);
  }

  /**
   * Returns these rows followed by those of another table with the same schema.
   *
   * @throws IllegalArgumentException if the schemas differ
   */
  public Table followedBy(Table more) {
    if (!schema.equals(more.schema)) {
      throw new IllegalArgumentException("the schemas differ");
    }
    List<Cells> all = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      all.add(cells.get(i).followedBy(more.cells.get(i)));
    }
    return new Table(schema, all);
  }
}

package dev.synth.internal.experiment.run;

import dev.synth.internal.table.write.RowWriter;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.split.RowRules;
import dev.synth.split.Synthetic;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TextStyle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * Writes synthetic rows batch by batch, with the label of the rare class in its place. In Parquet a
 * column is whole where the training rows' numbers are.
 */
public final class SyntheticWriter implements AutoCloseable {
  private final Label label;
  private final Schema schema;
  private final List<RowWriter> writers = new ArrayList<>();

  private SyntheticWriter(Label label, Schema schema) {
    this.label = label;
    this.schema = schema;
  }

  /**
   * Starts a file.
   *
   * @param file its name ends in .csv, .csv.gz or .parquet
   * @param rules they know the columns' decimals
   * @param style how text parts and quotes its cells
   */
  public static SyntheticWriter open(Path file, RowRules rules, Label label, TextStyle style) {
    return open(rules, label, List.of(schema -> TableWriter.open(file, schema, style)));
  }

  /**
   * Starts several places that all rows go to.
   *
   * @param rules they know the columns' decimals
   * @param places what starts each, given the columns; the last is committed first
   */
  public static SyntheticWriter open(
      RowRules rules, Label label, List<Function<Schema, RowWriter>> places) {
    SyntheticWriter writer = new SyntheticWriter(label, schema(rules, label));
    try {
      places.forEach(place -> writer.writers.add(place.apply(writer.schema)));
      return writer;
    } catch (RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** Returns the columns of the rows as they are written. */
  public static Schema schema(RowRules rules, Label label) {
    return typed(labelled(empty(rules.schema()), label).schema(), label);
  }

  private static Table empty(Schema schema) {
    List<Cells> none = new ArrayList<>();
    for (Column column : schema.columns()) {
      none.add(
          switch (column.type()) {
            case ColumnType.Numeric numeric -> new Cells.Numbers();
            case ColumnType.Categorical categorical -> Cells.Levels.of(List.of());
            case ColumnType.Timestamp timestamp -> new Cells.Instants(new long[0], new BitSet());
            case ColumnType.TimeOfDay time -> new Cells.Instants(new long[0], new BitSet());
            case ColumnType.Identifier identifier -> new Cells.Texts(List.of(), new BitSet());
          });
    }
    return new Table(schema, none);
  }

  private static Table labelled(Table rows, Label label) {
    BitSet allRare = new BitSet();
    allRare.set(0, rows.rowCount());
    return new LabelledTable(rows, allRare, label).emitted();
  }

  /** A label that is a number is a whole one if its text has no point. */
  private static Schema typed(Schema schema, Label label) {
    List<Column> columns = new ArrayList<>();
    for (Column column : schema.columns()) {
      boolean isWholeLabel =
          column.name().equals(label.column())
              && column.type() instanceof ColumnType.Numeric
              && label.positive().indexOf('.') < 0;
      columns.add(
          isWholeLabel ? new Column(column.name(), new ColumnType.Numeric(0, null, null)) : column);
    }
    return new Schema(columns);
  }

  public void append(Synthetic rows) {
    Table table = labelled(rows.rows(), label);
    List<Cells> cells = new ArrayList<>();
    for (int i = 0; i < schema.columns().size(); i++) {
      cells.add(table.cells(i));
    }
    Table all = new Table(schema, cells);
    writers.forEach(writer -> writer.append(all));
  }

  /** Keeps what was written: a file is moved into place, a table's transaction ends. */
  public void commit() {
    writers.reversed().forEach(RowWriter::commit);
  }

  /** Without a {@link #commit} before, leaves nothing behind. */
  @Override
  public void close() {
    writers.forEach(RowWriter::close);
  }
}

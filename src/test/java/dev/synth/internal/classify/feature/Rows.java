package dev.synth.internal.classify.feature;

import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds small tables column by column. */
public final class Rows {
  private final List<Column> columns = new ArrayList<>();
  private final List<Cells> cells = new ArrayList<>();

  /** Adds numbers; NaN is missing. */
  public Rows numbers(String name, double... values) {
    BitSet missing = new BitSet();
    for (int row = 0; row < values.length; row++) {
      missing.set(row, Double.isNaN(values[row]));
    }
    columns.add(new Column(name, ColumnType.Numeric.UNBOUNDED));
    cells.add(new Cells.Numbers(values, missing));
    return this;
  }

  /** Adds levels; null is missing. */
  public Rows levels(String name, List<@Nullable String> values) {
    columns.add(new Column(name, new ColumnType.Categorical()));
    cells.add(Cells.Levels.of(values));
    return this;
  }

  /** Adds times in seconds since 1970-01-01T00:00; negative ones are missing. */
  Rows times(String name, long... seconds) {
    BitSet missing = new BitSet();
    long[] micros = new long[seconds.length];
    for (int row = 0; row < seconds.length; row++) {
      missing.set(row, seconds[row] < 0);
      micros[row] = seconds[row] * 1_000_000;
    }
    columns.add(new Column(name, new ColumnType.Timestamp(false)));
    cells.add(new Cells.Instants(micros, missing));
    return this;
  }

  public Table table() {
    return new Table(new Schema(columns), cells);
  }

  /** Returns the rows with the last ones rare. */
  public LabelledTable lastRare(int rareRows) {
    Table table = table();
    BitSet rare = new BitSet();
    rare.set(table.rowCount() - rareRows, table.rowCount());
    return new LabelledTable(table, rare, new Label("fraud", "1", "0", columns.size()));
  }
}

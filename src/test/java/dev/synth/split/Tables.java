package dev.synth.split;

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
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds small tables, column by column, each cell a function of its row. */
final class Tables {
  private final int rows;
  private final List<Column> columns = new ArrayList<>();
  private final List<Cells> cells = new ArrayList<>();

  private Tables(int rows) {
    this.rows = rows;
  }

  static Tables of(int rows) {
    return new Tables(rows);
  }

  /** Adds a numeric column; NaN is missing. */
  Tables number(String name, IntToDoubleFunction value) {
    return number(name, ColumnType.Numeric.UNBOUNDED, value);
  }

  Tables number(String name, ColumnType.Numeric type, IntToDoubleFunction value) {
    double[] values = IntStream.range(0, rows).mapToDouble(value).toArray();
    BitSet missing = new BitSet();
    IntStream.range(0, rows).filter(row -> Double.isNaN(values[row])).forEach(missing::set);
    return add(new Column(name, type), new Cells.Numbers(values, missing));
  }

  /** Adds a categorical column; null is missing. */
  Tables level(String name, IntFunction<@Nullable String> value) {
    List<@Nullable String> texts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      texts.add(value.apply(row));
    }
    return add(new Column(name, new ColumnType.Categorical()), Cells.Levels.of(texts));
  }

  /** Adds a timestamp column of microseconds; Long.MIN_VALUE is missing. */
  Tables time(String name, IntToLongFunction value) {
    long[] micros = IntStream.range(0, rows).mapToLong(value).toArray();
    BitSet missing = new BitSet();
    IntStream.range(0, rows).filter(r -> micros[r] == Long.MIN_VALUE).forEach(missing::set);
    Column column = new Column(name, new ColumnType.Timestamp(false));
    return add(column, new Cells.Instants(micros, missing));
  }

  Tables identifier(String name, IntFunction<String> value) {
    List<String> texts = IntStream.range(0, rows).mapToObj(value).toList();
    Column column = new Column(name, new ColumnType.Identifier());
    return add(column, new Cells.Texts(texts, new BitSet()));
  }

  Table table() {
    return new Table(new Schema(columns), cells);
  }

  LabelledTable rare(IntPredicate isRare) {
    BitSet rare = new BitSet();
    IntStream.range(0, rows).filter(isRare).forEach(rare::set);
    return new LabelledTable(table(), rare, new Label("fraud", "1", "0", columns.size()));
  }

  private Tables add(Column column, Cells added) {
    columns.add(column);
    cells.add(added);
    return this;
  }
}

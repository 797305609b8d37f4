package dev.synth.internal.encode;

import dev.synth.internal.encode.FeatureEncoder.QuantileRows;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tables of one column, and encoders fitted to them. */
final class EncodedTables {
  static final long HOUR = 3_600_000_000L;
  static final long DAY = 24 * HOUR;

  private EncodedTables() {}

  static Table table(ColumnType type, Cells cells) {
    return new Table(new Schema(List.of(new Column("c", type))), List.of(cells));
  }

  static FeatureEncoder fit(Table features) {
    BitSet rare = new BitSet();
    rare.set(0, Math.min(8, features.rowCount()));
    Label label = new Label("label", "1", "0", 0);
    return FeatureEncoder.fit(
        Training.whole(new LabelledTable(features, rare, label)), QuantileRows.RARE);
  }

  /** A numeric column of n rows; NaN is missing. */
  static Table numbers(ColumnType.Numeric type, int rows, IntToDoubleFunction value) {
    double[] values = IntStream.range(0, rows).mapToDouble(value).toArray();
    BitSet missing = new BitSet();
    IntStream.range(0, rows).filter(row -> Double.isNaN(values[row])).forEach(missing::set);
    return table(type, new Cells.Numbers(values, missing));
  }

  static Table numbers(int rows, IntToDoubleFunction value) {
    return numbers(ColumnType.Numeric.UNBOUNDED, rows, value);
  }

  static Table levels(@Nullable String... texts) {
    return table(new ColumnType.Categorical(), Cells.Levels.of(Arrays.asList(texts)));
  }

  static Table times(boolean dateOnly, long... micros) {
    BitSet missing = new BitSet();
    for (int row = 0; row < micros.length; row++) {
      missing.set(row, micros[row] == Long.MIN_VALUE);
    }
    return table(new ColumnType.Timestamp(dateOnly), new Cells.Instants(micros, missing));
  }
}

package dev.synth.internal.experiment.audit;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.table.RowKeys;
import dev.synth.internal.table.read.TableReader;
import dev.synth.internal.table.selection.Taking;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.OffsetForm;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The content of an augmented file.
 *
 * @param real the features of the rows that are called real
 * @param synthetic those of the others, each once
 * @param shares how rare the file calls each synthetic row; null where it has no such column
 * @param whole whether each synthetic row stands there as often as its labels' form wants, with
 *     weights that make one row
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record StoredRows(Table real, Table synthetic, double @Nullable [] shares, boolean whole) {
  /** Weights are written with all their digits. */
  private static final double ROUNDING = 1e-9;

  /** Reads a file that {@code RowFiles.writeAugmented} has written. */
  static StoredRows read(Path file, ExperimentConfig config, Training training, Context context) {
    Schema written = training.rows().features().schema();
    Table all = rows(file, config, written, context);
    List<String> added =
        all.schema().names().stream()
            .filter(name -> written.find(name).isEmpty())
            .filter(name -> config.data().weight() == null || !name.startsWith(Taking.WEIGHT))
            .toList();
    BitSet marked = marked(all.cells(added.getFirst()), all.rowCount());
    int[] real = IntStream.range(0, all.rowCount()).filter(row -> !marked.get(row)).toArray();
    int[] rest = marked.stream().toArray();
    Table features = all.select(new Schema(columns(all, written)));
    if (added.size() < 2 || !(all.cells(added.get(1)) instanceof Cells.Numbers labels)) {
      return new StoredRows(features.rows(real), features.rows(rest), null, true);
    }
    double[] shares = IntStream.of(rest).mapToDouble(labels::value).toArray();
    if (added.get(1).startsWith("probability")) {
      return new StoredRows(features.rows(real), features.rows(rest), shares, true);
    }
    int half = rest.length / 2;
    int[] once = IntStream.range(0, half).map(row -> rest[row]).toArray();
    Table twice = features.rows(IntStream.range(half, rest.length).map(row -> rest[row]).toArray());
    Table first = features.rows(once);
    boolean whole = rest.length % 2 == 0 && keys(first).equals(keys(twice));
    for (int row = 0; row < half; row++) {
      whole &= Math.abs(shares[row] + shares[row + half] - 1) <= ROUNDING;
    }
    double[] rare = IntStream.range(0, half).mapToDouble(row -> shares[row]).toArray();
    return new StoredRows(features.rows(real), first, rare, whole);
  }

  /** Reads a row file with the types that its columns had when it was written. */
  static Table rows(Path file, ExperimentConfig config, Schema written, Context context) {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (Column column : written.columns()) {
      if (!(column.form() instanceof OffsetForm)) { // which the cells of its times hold
        types.put(column.name(), column.type());
      }
    }
    DataOptions options =
        config
            .data()
            .withSource(file.toString())
            .withWeight(null)
            .withExclude(List.of())
            .withTime(null)
            .withGroup(null)
            .withTypes(types);
    return TableReader.readAnyClass(options, written, context).rows().features();
  }

  private static List<Column> columns(Table all, Schema written) {
    return written.names().stream()
        .map(name -> all.schema().columns().get(all.schema().indexOf(name)))
        .toList();
  }

  private static List<String> keys(Table rows) {
    return RowKeys.of(rows, rows.schema().names());
  }

  private static BitSet marked(Cells flags, int rows) {
    BitSet marked = new BitSet();
    for (int row = 0; row < rows; row++) {
      marked.set(row, isSynthetic(flags, row));
    }
    return marked;
  }

  private static boolean isSynthetic(Cells flags, int row) {
    return switch (flags) {
      case Cells.Numbers numbers -> numbers.value(row) != 0;
      case Cells.Levels levels -> !levels.value(row).equals("0");
      case Cells.Instants instants -> true;
      case Cells.Texts texts -> true;
    };
  }
}

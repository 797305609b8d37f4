package dev.synth.internal.serve;

import dev.synth.internal.bundle.LogColumns;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Decisions as the rows of a log. */
final class DecisionTable {
  private static final ColumnType WHOLE = new ColumnType.Numeric(0, null, null);

  private DecisionTable() {}

  /** Returns the rows of some decisions. */
  static Table of(Decisions decisions, Instant time) {
    int count = decisions.count();
    List<Column> columns = new ArrayList<>();
    List<Cells> cells = new ArrayList<>();
    for (String name : LogColumns.ALL) {
      columns.add(new Column(name, type(name)));
      cells.add(cells(name, decisions, time, count));
    }
    Table features = decisions.rows().features();
    for (Column column : features.schema().columns()) {
      columns.add(new Column(column.name(), type(column.type())));
      cells.add(features.cells(column.name()));
    }
    return new Table(new Schema(columns), cells);
  }

  private static ColumnType type(String name) {
    return switch (name) {
      case LogColumns.EVENT_ID, LogColumns.MODEL -> new ColumnType.Identifier();
      case LogColumns.TIME -> new ColumnType.Timestamp(false);
      case LogColumns.ALERT, LogColumns.DECISION -> WHOLE;
      default -> ColumnType.Numeric.UNBOUNDED;
    };
  }

  /** A feature's type, such that no value of a row is cut to what the fitted rows had. */
  private static ColumnType type(ColumnType type) {
    return switch (type) {
      case ColumnType.Numeric numeric -> ColumnType.Numeric.UNBOUNDED;
      case ColumnType.Timestamp timestamp -> new ColumnType.Timestamp(false);
      case ColumnType.Categorical categorical -> type;
      case ColumnType.TimeOfDay time -> type;
      case ColumnType.Identifier identifier -> type;
    };
  }

  private static Cells cells(String name, Decisions decisions, Instant time, int count) {
    boolean[] alerts = decisions.scores().alerts();
    return switch (name) {
      case LogColumns.EVENT_ID -> new Cells.Texts(decisions.events(), new BitSet());
      case LogColumns.MODEL -> {
        String[] versions = new String[count];
        Arrays.fill(versions, decisions.model().version());
        yield new Cells.Texts(List.of(versions), new BitSet());
      }
      case LogColumns.TIME -> {
        long[] micros = new long[count];
        Arrays.fill(micros, ChronoUnit.MICROS.between(Instant.EPOCH, time));
        yield new Cells.Instants(micros, new BitSet());
      }
      case LogColumns.THRESHOLD -> numbers(count, row -> decisions.model().threshold());
      case LogColumns.SCORE -> numbers(count, row -> decisions.scores().scores()[row]);
      case LogColumns.PROBABILITY -> numbers(count, row -> decisions.scores().probabilities()[row]);
      case LogColumns.ALERT -> numbers(count, row -> alerts[row] ? 1 : 0);
      case LogColumns.DECISION -> numbers(count, row -> decisions.blocked()[row] ? 1 : 0);
      case LogColumns.PROPENSITY -> numbers(count, decisions::propensity);
      default -> throw new IllegalArgumentException("no column of the log is " + name);
    };
  }

  private static Cells numbers(int count, IntToDoubleFunction value) {
    double[] numbers = new double[count];
    for (int row = 0; row < count; row++) {
      numbers[row] = value.applyAsDouble(row);
    }
    return new Cells.Numbers(numbers, new BitSet());
  }
}

package dev.synth.internal.table.write;

import dev.synth.internal.base.Micros;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** Writes Parquet through DuckDB, which holds the rows until the end. */
final class ParquetSink implements TableWriter.Sink {
  private static final long NANOS_PER_MICRO = 1_000;

  private final Path path;
  private final Duck duck;
  private final DuckDBAppender appender;

  ParquetSink(Path path, Schema schema) throws IOException {
    this.path = path;
    this.duck = Duck.open(false);
    List<String> columns = new ArrayList<>();
    for (Column column : schema.columns()) {
      columns.add(Duck.name(column.name()) + " " + type(column.type()));
    }
    try {
      duck.execute("SET threads = 1"); // the same row groups each time
      duck.execute("SET memory_limit = '200MB'"); // beyond that it spills to disk
      duck.execute(PlainText.of("CREATE TABLE data (%s)", String.join(", ", columns)));
      appender = duck.appender("data");
    } catch (SQLException e) {
      duck.close();
      throw new IOException(e);
    }
  }

  private static String type(ColumnType type) {
    return switch (type) {
      case ColumnType.Numeric numeric -> isWhole(numeric) ? "BIGINT" : "DOUBLE";
      case ColumnType.Categorical categorical -> "VARCHAR";
      case ColumnType.Timestamp timestamp -> timestamp.dateOnly() ? "DATE" : "TIMESTAMP";
      case ColumnType.TimeOfDay time -> "TIME";
      case ColumnType.Identifier identifier -> "VARCHAR";
    };
  }

  private static boolean isWhole(ColumnType.Numeric numeric) {
    Integer decimals = numeric.decimals();
    return decimals != null && decimals == 0;
  }

  @Override
  public void append(Table batch) throws IOException {
    List<Column> columns = batch.schema().columns();
    try {
      for (int row = 0; row < batch.rowCount(); row++) {
        appender.beginRow();
        for (int column = 0; column < columns.size(); column++) {
          if (batch.cells(column).isMissing(row)) {
            appender.appendNull();
          } else {
            append(columns.get(column).type(), batch.cells(column), row);
          }
        }
        appender.endRow();
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private void append(ColumnType type, Cells cells, int row) throws SQLException {
    switch (cells) {
      case Cells.Numbers numbers -> {
        if (type instanceof ColumnType.Numeric numeric && isWhole(numeric)) {
          appender.append((long) numbers.value(row));
        } else {
          appender.append(numbers.value(row));
        }
      }
      case Cells.Levels levels -> appender.append(levels.value(row));
      case Cells.Texts texts -> appender.append(texts.value(row));
      case Cells.Instants instants -> {
        if (type instanceof ColumnType.Timestamp timestamp && timestamp.dateOnly()) {
          appender.appendEpochDays((int) Math.floorDiv(instants.value(row), Micros.PER_DAY));
        } else if (type instanceof ColumnType.TimeOfDay) {
          appender.append(LocalTime.ofNanoOfDay(instants.value(row) * NANOS_PER_MICRO));
        } else {
          appender.appendEpochMicros(instants.value(row));
        }
      }
    }
  }

  @Override
  public void finish() throws IOException {
    try {
      appender.close();
      duck.execute(
          PlainText.of(
              "COPY data TO %s (FORMAT parquet, COMPRESSION snappy)",
              Duck.literal(path.toString())));
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      appender.close();
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      duck.close();
    }
  }
}

package dev.synth.internal.table.selection;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are put together and then written as Parquet, in memory that is bounded. Not for
 * several threads.
 */
public final class RowSpool implements AutoCloseable {
  private final Duck duck;
  private @Nullable DuckDBAppender appender;
  private long size;

  /** The type of a column. */
  public enum CellType {
    /** Whole numbers. */
    BIGINT,
    /** Numbers. */
    DOUBLE,
    /** Texts. */
    VARCHAR,
    /** Truths. */
    BOOLEAN
  }

  /**
   * An empty spool: the table {@code spool}.
   *
   * @param names the columns
   * @param types the type of each
   */
  public RowSpool(List<String> names, List<CellType> types, int threads) {
    this.duck = Duck.open(false);
    String columns =
        IntStream.range(0, names.size())
            .mapToObj(i -> names.get(i) + " " + types.get(i))
            .collect(Collectors.joining(", "));
    Duck.run(
        () -> {
          duck.execute("SET memory_limit = '1GB'"); // beyond that it spills to disk
          duck.execute("SET threads = " + threads);
          duck.execute("CREATE TEMP TABLE spool (" + columns + ")");
          return true;
        });
  }

  /** Adds a row: Long, Double, String, Boolean or null, one a column. */
  public void add(@Nullable Object... cells) {
    Duck.run(
        () -> {
          DuckDBAppender own = appender == null ? duck.appender("spool") : appender;
          appender = own;
          own.beginRow();
          for (Object cell : cells) {
            switch (cell) {
              case null -> own.appendNull();
              case Long whole -> own.append(whole.longValue());
              case Double number -> own.append(number.doubleValue());
              case String text -> own.append(text);
              case Boolean truth -> own.append(truth.booleanValue());
              default -> throw new IllegalArgumentException(cell.getClass().getName());
            }
          }
          own.endRow();
          return true;
        });
    size++;
  }

  /** Returns how many rows there are. */
  public long size() {
    return size;
  }

  /** Writes the answer to a query of {@code spool}. */
  public void write(String sql, Path to) {
    copy(PlainText.of("COPY (%s) TO %s (FORMAT parquet)", sql, Duck.literal(to.toString())));
  }

  /** Writes the answer to a query as folders, one for each number in the column {@code b}. */
  public void writeParted(String sql, Path folder) {
    copy(
        PlainText.of(
            "COPY (%s) TO %s (FORMAT parquet, PARTITION_BY (b))",
            sql, Duck.literal(folder.toString())));
  }

  private void copy(String sql) {
    Duck.run(
        () -> {
          flush();
          duck.execute(sql);
          return true;
        });
  }

  private void flush() throws SQLException {
    if (appender != null) {
      appender.close();
      appender = null;
    }
  }

  /** Forgets all rows. */
  public void clear() {
    copy("TRUNCATE spool");
    size = 0;
  }

  @Override
  public void close() {
    Duck.run(
        () -> {
          flush();
          return true;
        });
    duck.close();
  }
}

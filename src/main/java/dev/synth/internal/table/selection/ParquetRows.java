package dev.synth.internal.table.selection;

import dev.synth.internal.table.Duck;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of Parquet files that synth wrote for itself, sorted on disk where they fit no memory. */
public final class ParquetRows {
  private ParquetRows() {}

  /** A row of an answer; columns count from 0. */
  public interface Row {
    /** Returns a whole number; 0 where there is none. */
    long whole(int column);

    /** Returns a number; NaN where there is none. */
    double number(int column);

    /** Returns a text, or null. */
    @Nullable String text(int column);

    /** Returns a truth; false where there is none. */
    boolean truth(int column);
  }

  /** Takes rows, one after the other. */
  public interface Taker {
    /** Takes a row. */
    void take(Row row);
  }

  /** Hands over the rows of a query, in its order. */
  public static void forEach(String sql, int threads, Taker taker) {
    Duck.run(
        () -> {
          try (Duck duck = Duck.openToStream(false)) {
            duck.execute("SET memory_limit = '1GB'"); // beyond that it spills to disk
            duck.execute("SET threads = " + threads);
            duck.forEach(sql, row -> taker.take(new ResultRow(row)));
          }
          return true;
        });
  }

  private record ResultRow(ResultSet row) implements Row {
    @Override
    public long whole(int column) {
      return Duck.run(() -> row.getLong(column + 1));
    }

    @Override
    public double number(int column) {
      return Duck.run(
          () -> {
            double value = row.getDouble(column + 1);
            return row.wasNull() ? Double.NaN : value;
          });
    }

    @Override
    public @Nullable String text(int column) {
      try {
        return row.getString(column + 1);
      } catch (SQLException e) {
        throw new IllegalStateException("a row of our own can't be read", e);
      }
    }

    @Override
    public boolean truth(int column) {
      return Duck.run(() -> row.getBoolean(column + 1));
    }
  }

  /** Returns what reads some files, for a query's {@code FROM}. */
  public static String of(Collection<Path> files) {
    return files.stream()
        .map(Duck::file)
        .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
  }

  /** Returns a column's name as it stands in a query. */
  public static String name(String column) {
    return Duck.name(column);
  }
}

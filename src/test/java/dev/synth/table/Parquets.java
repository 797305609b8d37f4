package dev.synth.table;

import dev.synth.internal.table.Duck;
import java.nio.file.Path;
import java.sql.SQLException;

/** Writes small Parquet files for tests. */
final class Parquets {
  private Parquets() {}

  /** Writes a query's rows. */
  static void write(Path file, String query) {
    try (Duck duck = Duck.open(false)) {
      duck.execute(
          "COPY (" + query + ") TO " + Duck.literal(file.toString()) + " (FORMAT parquet)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.synth.internal.table.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.synth.base.ExitCode;
import dev.synth.internal.table.database.DatabaseLogin;
import dev.synth.internal.table.database.DatabaseServer;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TargetOptions.IfExists;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables of real servers, which the test starts and stops. */
@Tag("slow")
class DatabaseServersWriteTest {
  private static DatabaseServer installed(Optional<DatabaseServer> server, String name) {
    assumeTrue(server.isPresent(), () -> name + " is not installed: no table of it is written");
    return server.orElseThrow();
  }

  private static DatabaseLogin login(DatabaseServer server) {
    return new DatabaseLogin(server.url(), null, null, DatabaseServer.PASSWORD_ENV, "to");
  }

  private static void execute(DatabaseServer server, String... commands) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  private static List<String> cells(DatabaseServer server, String query) throws SQLException {
    List<String> cells = new ArrayList<>();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(rows.getString(i)));
        }
      }
    }
    return cells;
  }

  private static Table oneRow() {
    return new Table(
        new Schema(
            List.of(
                new Column("kind", new ColumnType.Categorical()),
                new Column("truth", new ColumnType.Numeric(0, null, null)),
                new Column("price", ColumnType.Numeric.UNBOUNDED))),
        List.of(Cells.Levels.of(List.of("web")), new Cells.Numbers(1), new Cells.Numbers(12.25)));
  }

  @Test
  void writesPostgreSql() throws SQLException {
    try (DatabaseServer server = installed(DatabaseServer.postgresql(), "PostgreSQL")) {
      WrittenTables tables = new WrittenTables(login(server));
      tables.assertTheRowsComeBack("all types", "SELECT * FROM \"all types\" ORDER BY ctid");
      tables.assertMindsWhatIsThere("SELECT * FROM twice");
      tables.assertLeavesNothingHalfWritten("SELECT * FROM twice");
      execute(
          server,
          "CREATE SCHEMA risk",
          "CREATE TYPE channel AS ENUM ('web', 'shop')",
          "CREATE TABLE risk.own (id SERIAL PRIMARY KEY, kind channel, truth BOOLEAN, price"
              + " NUMERIC(9, 3))");
      tables.write("risk.own", IfExists.APPEND, oneRow());
      assertThat(cells(server, "SELECT * FROM risk.own"))
          .containsExactly("1", "web", "t", "12.250");
      execute(server, "CREATE TABLE short (kind VARCHAR(2), truth BIGINT, price TEXT)");
      WrittenTables.assertProblem(
          () -> tables.write("short", IfExists.APPEND, oneRow()),
          ExitCode.DATA,
          "the rows can't be written into the table 'short': ERROR: value too long");
      assertThat(
              cells(
                  server,
                  "SELECT data_type FROM information_schema.columns WHERE table_name ="
                      + " 'all types' ORDER BY ordinal_position"))
          .containsExactly(
              "double precision",
              "bigint",
              "text",
              "text",
              "date",
              "timestamp without time zone",
              "timestamp with time zone",
              "time without time zone",
              "bigint");
    }
  }

  @Test
  void writesMariaDb() throws SQLException {
    try (DatabaseServer server = installed(DatabaseServer.mariaDb(), "MariaDB")) {
      WrittenTables tables = new WrittenTables(login(server));
      tables.assertTheRowsComeBack("all types", "SELECT * FROM `all types`");
      tables.assertMindsWhatIsThere("SELECT * FROM twice");
      tables.assertLeavesNothingHalfWritten("SELECT * FROM twice");
      execute(
          server,
          "CREATE DATABASE risk",
          "CREATE TABLE risk.own (id INT AUTO_INCREMENT PRIMARY KEY, kind ENUM('web', 'shop'),"
              + " truth BOOLEAN, price DECIMAL(9, 3))");
      tables.write("risk.own", IfExists.APPEND, oneRow());
      assertThat(cells(server, "SELECT * FROM risk.own"))
          .containsExactly("1", "web", "1", "12.250");
    }
  }

  /** There is no MySQL server in Debian; MariaDB's takes MySQL's own driver. */
  @Test
  void mySqlsOwnDriverWritesMariaDb() {
    assumeTrue(DatabaseServer.hasMySqlDriver(), DatabaseServer.MYSQL_DRIVER + " is not installed");
    try (DatabaseServer server = installed(DatabaseServer.mariaDb(), "MariaDB")) {
      DatabaseLogin login =
          new DatabaseLogin(
              server.urlForMySql(),
              DatabaseServer.MYSQL_DRIVER,
              null,
              DatabaseServer.PASSWORD_ENV,
              "to");
      WrittenTables tables = new WrittenTables(login);
      tables.assertTheRowsComeBack("all types", "SELECT * FROM `all types`");
      tables.assertMindsWhatIsThere("SELECT * FROM twice");
      tables.assertLeavesNothingHalfWritten("SELECT * FROM twice");
    }
  }
}

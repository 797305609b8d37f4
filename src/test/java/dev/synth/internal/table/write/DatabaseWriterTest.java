package dev.synth.internal.table.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.ExitCode;
import dev.synth.internal.table.database.DatabaseLogin;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TargetOptions.IfExists;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that are files; {@link DatabaseServersWriteTest} has those that are servers. */
class DatabaseWriterTest {
  @TempDir Path folder;

  private DatabaseLogin login(String product) {
    return new DatabaseLogin(
        "jdbc:" + product + ":" + folder.resolve("shop.db"), null, null, null, "to");
  }

  private static void execute(DatabaseLogin login, String... commands) throws SQLException {
    try (Connection connection = DriverManager.getConnection(login.url());
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  private static List<String> cells(DatabaseLogin login, String query) throws SQLException {
    List<String> cells = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(login.url());
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

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "duckdb"})
  void theRowsComeBack(String product) {
    WrittenTables tables = new WrittenTables(login(product));
    tables.assertTheRowsComeBack("all types", "SELECT * FROM \"all types\" ORDER BY rowid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "duckdb"})
  void nothingIsReplacedUnaskedOrHalfWritten(String product) {
    WrittenTables tables = new WrittenTables(login(product));
    tables.assertMindsWhatIsThere("SELECT * FROM twice ORDER BY rowid");
    tables.assertLeavesNothingHalfWritten("SELECT * FROM twice ORDER BY rowid");
  }

  /** The table has its own order, types, and a column that the rows don't have. */
  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "duckdb"})
  void aTableOfTheUsersGetsWhatItsColumnsTake(String product) throws SQLException {
    DatabaseLogin login = login(product);
    execute(
        login,
        "CREATE TABLE own (note VARCHAR(9) DEFAULT 'new', amount DECIMAL(9, 2), fraud VARCHAR(9),"
            + " paid VARCHAR(20), kind INTEGER)");
    Schema schema =
        new Schema(
            List.of(
                new Column("kind", new ColumnType.Categorical()),
                new Column("paid", new ColumnType.Timestamp(true)),
                new Column("fraud", new ColumnType.Numeric(0, null, null)),
                new Column("amount", ColumnType.Numeric.UNBOUNDED)));
    Table rows =
        new Table(
            schema,
            List.of(
                Cells.Levels.of(List.of("12")),
                new Cells.Instants(new long[] {0}, new BitSet()),
                new Cells.Numbers(1),
                new Cells.Numbers(12.25)));
    new WrittenTables(login).write("own", IfExists.APPEND, rows);
    assertThat(cells(login, "SELECT * FROM own"))
        .containsExactly("new", "12.25", "1", "1970-01-01", "12");
  }

  @Test
  void aSchemaStandsBeforeAPoint() throws SQLException {
    DatabaseLogin login = login("duckdb");
    execute(login, "CREATE SCHEMA risk");
    WrittenTables tables = new WrittenTables(login);
    tables.write("risk.rows", IfExists.REFUSE, WrittenTables.rows());
    assertThat(cells(login, "SELECT COUNT(*) FROM risk.rows")).containsExactly("2345");
    WrittenTables.assertProblem(
        () -> tables.write("risk.rows", IfExists.REFUSE, WrittenTables.rows()),
        ExitCode.USAGE,
        "the table 'risk.rows' exists");
    tables.write("rows", IfExists.REFUSE, WrittenTables.rows());
    WrittenTables.assertProblem(
        () -> tables.write("none.rows", IfExists.REFUSE, WrittenTables.rows()),
        ExitCode.DATA,
        "the rows can't be written into the table 'none.rows': ");
  }

  @Test
  void aConstraintThatARowBreaksUndoesAll() throws SQLException {
    DatabaseLogin login = login("sqlite");
    execute(login, "CREATE TABLE strict (amount REAL CHECK (amount < 2))");
    Table rows =
        new Table(
            new Schema(List.of(new Column("amount", ColumnType.Numeric.UNBOUNDED))),
            List.of(new Cells.Numbers(1, 2, 3)));
    WrittenTables.assertProblem(
        () -> new WrittenTables(login).write("strict", IfExists.APPEND, rows),
        ExitCode.DATA,
        "CHECK constraint failed");
    assertThat(cells(login, "SELECT * FROM strict")).isEmpty();
  }

  @Test
  void aDriverThatMavenLacksIsSaid() {
    DatabaseLogin login =
        new DatabaseLogin(
            "jdbc:nosuch:x", "org.example:no-such-driver:1.0", null, "NO_SUCH_NAME", "to");
    WrittenTables.assertProblem(
        () -> DatabaseWriter.check(login, "rows", IfExists.REFUSE),
        ExitCode.USAGE,
        "there is no environment variable 'NO_SUCH_NAME', which is to hold the database's"
            + " password");
    WrittenTables.assertProblem(
        () ->
            DatabaseWriter.check(
                new DatabaseLogin(login.url(), login.driver(), null, null, "to"),
                "rows",
                IfExists.REFUSE),
        ExitCode.USAGE,
        "Maven's local repository has no driver 'org.example:no-such-driver:1.0'");
  }
}

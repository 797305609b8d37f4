package dev.synth.internal.table.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.table.database.DatabaseServer;
import dev.synth.internal.table.read.TableReader;
import dev.synth.table.DataOptions;
import dev.synth.table.DatabaseOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries of real servers, which the test starts and stops. */
@Tag("slow")
class DatabaseServersTest {
  private static final int ROWS = 100_000;

  private static DatabaseServer installed(Optional<DatabaseServer> server, String name) {
    assumeTrue(server.isPresent(), () -> name + " is not installed: no query of it is tested");
    return server.orElseThrow();
  }

  private static DatabaseOptions asked(String query) {
    return new DatabaseOptions(query, null, null, DatabaseServer.PASSWORD_ENV);
  }

  private static List<@Nullable String> cells(DatabaseServer server, String query) {
    List<@Nullable String> texts = new ArrayList<>();
    try (QueryRows rows = QueryRows.open(server.url(), asked(query))) {
      rows.forEach(cells -> texts.addAll(Arrays.asList(cells)));
    }
    return texts;
  }

  private static void execute(DatabaseServer server, String... commands) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  /** 64 MB of texts, of which the reader holds some thousand rows at a time. */
  private static void assertReadsByCursor(DatabaseServer server) {
    long[] seen = {0, 0};
    long before = usedMemory(); // other tests of this JVM have left theirs
    try (QueryRows rows = QueryRows.open(server.url(), asked("SELECT * FROM many"))) {
      long opened = usedMemory() - before;
      rows.forEach(
          cells -> {
            seen[0]++;
            if (seen[0] == ROWS / 2) {
              seen[1] = usedMemory() - before;
            }
          });
      assertThat(opened).isLessThan(32_000_000L); // the query has run, and nothing was kept
    }
    assertThat(seen[0]).isEqualTo(ROWS);
    assertThat(seen[1]).isLessThan(32_000_000L);
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** The whole path: a hash first, then the same rows, typed; and what failures say. */
  private static void assertReads(DatabaseServer server) throws SQLException {
    execute(
        server,
        "CREATE TABLE payments (id INTEGER, amount DECIMAL(9, 2), shop VARCHAR(20), fraud INTEGER)",
        "INSERT INTO payments VALUES (1, 12.50, 'a', 0), (2, NULL, 'b', 1), (3, 7.00, NULL, 0)");
    DataOptions options =
        DataOptions.of("demo", "fraud", "1")
            .withSource(server.url())
            .withDatabase(asked("SELECT * FROM payments ORDER BY id"));
    String hash = TableReader.sha256(options);
    var read = TableReader.read(options, hash, Context.quiet(1)).rows();
    assertThat(read.rowCount()).isEqualTo(3);
    assertThat(read.rareCount()).isEqualTo(1);
    assertProblem(
        () -> QueryRows.open(server.url(), asked("SELECT nothing FROM payments")),
        ExitCode.DATA,
        "the query failed");
    assertProblem(
        () ->
            QueryRows.open(
                server.url(), new DatabaseOptions("SELECT 1", null, null, "JAVA_HOME_OR_PATH")),
        ExitCode.USAGE,
        "no environment variable");
    assertProblem(
        () -> QueryRows.open(server.url(), new DatabaseOptions("SELECT 1", null, null, null)),
        ExitCode.ENVIRONMENT,
        "lets nobody in");
    assertProblem(
        () -> cells(server, "DELETE FROM payments"), // a query that would change data
        ExitCode.DATA,
        "the query failed");
    assertThat(cells(server, "SELECT COUNT(*) AS n FROM payments")).containsExactly("3");
  }

  private static void assertProblem(ThrowingCallable work, ExitCode code, String text) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(code))
        .hasMessageContaining(text);
  }

  @Test
  void readsPostgreSql() throws SQLException {
    try (DatabaseServer server = installed(DatabaseServer.postgresql(), "PostgreSQL")) {
      assertReads(server);
      assertThat(
              cells(
                  server,
                  "SELECT true AS a, 3.50::numeric(9, 2) AS b, 1e-7::float8 AS c, 0.1::real AS d,"
                      + " '2024-03-31 02:30:00.25'::timestamp AS e,"
                      + " '2024-03-31 02:30:00+02'::timestamptz AS f, '2024-03-31'::date AS g,"
                      + " '07:05:00'::time AS h, '07:05:00+02'::timetz AS i,"
                      + " 9223372036854775807 AS j, 'ä€😀' AS k, 'infinity'::timestamp AS l,"
                      + " '-infinity'::timestamptz AS m, 'infinity'::date AS n,"
                      + " 'NaN'::numeric AS o, NULL AS p, '0044-03-15 BC'::date AS q,"
                      + " '0044-03-15 10:00:00 BC'::timestamp AS r,"
                      + " '07:05:00.5+00'::timetz AS s"))
          .containsExactly(
              "true",
              "3.50",
              "0.0000001",
              "0.1",
              "2024-03-31 02:30:00.25",
              "2024-03-31 00:30:00Z",
              "2024-03-31",
              "07:05:00",
              "07:05:00+02",
              "9223372036854775807",
              "ä€😀",
              "infinity",
              "-infinity",
              "infinity",
              "NaN",
              null,
              "0044-03-15 BC",
              "0044-03-15 10:00:00 BC",
              "07:05:00.5+00");
      execute(
          server,
          "CREATE TABLE many AS SELECT i, repeat('x', 640) AS t FROM generate_series(1, "
              + ROWS
              + ") AS i");
      assertReadsByCursor(server);
    }
  }

  /** MySQL's own driver against MariaDB's server: by cursor, and times as they are written. */
  @Test
  void readsByMySqlsOwnDriver() throws SQLException {
    assumeTrue(DatabaseServer.hasMySqlDriver(), DatabaseServer.MYSQL_DRIVER + " is not installed");
    try (DatabaseServer server = installed(DatabaseServer.mariaDb(), "MariaDB")) {
      execute(
          server,
          "CREATE TABLE few (a BIGINT UNSIGNED, b TINYINT(1), c DECIMAL(20, 4), d DATETIME(6), e"
              + " DATE, f TIME(1), g VARCHAR(9) CHARACTER SET utf8mb4)",
          "INSERT INTO few VALUES (18446744073709551615, 2, 12345.5, '2024-03-31 02:30:00.25',"
              + " '2024-03-31', '26:05:00.5', 'ä€😀'), (1, NULL, NULL, NULL, NULL, NULL, NULL)");
      DatabaseOptions options =
          new DatabaseOptions(
              "SELECT * FROM few ORDER BY a DESC",
              DatabaseServer.MYSQL_DRIVER,
              null,
              DatabaseServer.PASSWORD_ENV);
      List<@Nullable String> texts = new ArrayList<>();
      try (QueryRows rows = QueryRows.open(server.urlForMySql(), options)) {
        rows.forEach(cells -> texts.addAll(Arrays.asList(cells)));
      }
      assertThat(texts)
          .containsExactly(
              "18446744073709551615",
              "2",
              "12345.5000",
              "2024-03-31 02:30:00.25",
              "2024-03-31",
              "26:05:00.5",
              "ä€😀",
              "1",
              null,
              null,
              null,
              null,
              null,
              null);
    }
  }

  @Test
  void readsMariaDb() throws SQLException {
    try (DatabaseServer server = installed(DatabaseServer.mariaDb(), "MariaDB")) {
      assertReads(server);
      execute(
          server,
          "SET sql_mode = ''", // lets zero dates be stored, as old servers do
          "CREATE TABLE types (a BIGINT UNSIGNED, b TINYINT(1), c BOOLEAN, d BIT(1), e DECIMAL(20,"
              + " 4), f FLOAT, g DOUBLE, h DATETIME(6), i TIMESTAMP NULL, j DATE, k TIME(1), l"
              + " YEAR, m ENUM('x', 'y'), n VARCHAR(9) CHARACTER SET utf8mb4, o VARCHAR(9)"
              + " CHARACTER SET latin1)",
          "INSERT INTO types VALUES (18446744073709551615, 2, true, b'1', 12345.5, 0.1, 1e-7,"
              + " '2024-03-31 02:30:00.25', '2024-03-31 10:20:30', '2024-03-31', '26:05:00.5',"
              + " 2024, 'y', 'ä€😀', 'äß')",
          "INSERT INTO types (a, h, i, j, k) VALUES (1, '0000-00-00', '0000-00-00', '0000-00-00',"
              + " '-05:00:00')",
          "INSERT INTO types (a, j) VALUES (0, '2024-00-15')");
      assertThat(cells(server, "SELECT * FROM types WHERE a > 1"))
          .containsExactly(
              "18446744073709551615",
              "2",
              "1",
              "true",
              "12345.5000",
              "0.1",
              "0.0000001",
              "2024-03-31 02:30:00.25",
              "2024-03-31 10:20:30",
              "2024-03-31",
              "26:05:00.5",
              "2024",
              "y",
              "ä€😀",
              "äß");
      assertThat(cells(server, "SELECT h, i, j, k FROM types WHERE a = 1"))
          .containsExactly(null, null, null, "-05:00:00");
      assertThat(cells(server, "SELECT j FROM types WHERE a = 0")).containsExactly("2024-00-15");
      execute(
          server, "CREATE TABLE many AS SELECT seq, REPEAT('x', 640) AS t FROM seq_1_to_" + ROWS);
      assertReadsByCursor(server);
    }
  }
}

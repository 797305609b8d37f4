package dev.synth.internal.table.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.read.TableReader;
import dev.synth.table.DataOptions;
import dev.synth.table.DatabaseOptions;
import dev.synth.table.LoadedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryStagerTest {
  private static final String ORDERED = "SELECT * FROM payments ORDER BY row";

  @TempDir Path folder;

  private String url;

  @BeforeEach
  void makeDatabase() throws SQLException {
    Path file = folder.resolve("shop.db");
    url = "jdbc:sqlite:" + file;
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE payments (row INTEGER, amount REAL, big NUMERIC, at TEXT, shop TEXT,"
              + " photo BLOB, fraud INTEGER)");
      statement.execute(
          "INSERT INTO payments VALUES"
              + " (1, 10.5, 12345678901, '2024-01-31 10:00:00', 'a, \"b\"', x'00', 0),"
              + " (2, 0.1, 7, '2024-02-01 00:00:00', NULL, x'00', 1),"
              + " (3, NULL, 8, '2024-02-02 12:30:00', 'c', x'00', 0),"
              + " (4, 3.0, NULL, '2024-02-03 12:30:00', '', x'00', 0)");
    }
  }

  private DataOptions query(String sql) {
    return query(new DatabaseOptions(sql, null, null, null));
  }

  private DataOptions query(DatabaseOptions database) {
    return DataOptions.of("demo", "fraud", "1").withSource(url).withDatabase(database);
  }

  private static LoadedData read(DataOptions options) {
    return TableReader.read(options, Context.quiet(1));
  }

  private static void assertFails(DataOptions options, ExitCode code, String text) {
    assertThatThrownBy(() -> read(options))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.exitCode()).isEqualTo(code);
              assertThat(problem).hasMessageContaining(text);
            });
  }

  @Test
  void readsWhatACsvOfTheRowsIsReadAs() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("same.csv"),
            "row,amount,big,at,shop,fraud\n"
                + "1,10.5,12345678901,2024-01-31 10:00:00,\"a, \"\"b\"\"\",0\n"
                + "2,0.1,7,2024-02-01 00:00:00,,1\n"
                + "3,,8,2024-02-02 12:30:00,c,0\n"
                + "4,3,,2024-02-03 12:30:00,,0\n");
    LoadedData asked =
        read(query("SELECT row, amount, big, at, shop, fraud FROM payments ORDER BY row"));
    LoadedData file = read(DataOptions.of(csv.toString(), "fraud", "1"));
    assertThat(asked.rows().features())
        .usingRecursiveComparison()
        .isEqualTo(file.rows().features());
    assertThat(asked.columns()).isEqualTo(file.columns());
    assertThat(asked.notes()).isEqualTo(file.notes());
    assertThat(asked.files()).isEmpty();
  }

  @Test
  void writesTimesNumbersAndTruthAsTexts() {
    url = "jdbc:duckdb:";
    String types =
        "SELECT TIMESTAMP '2024-03-31 02:30:00.25' AS a, DATE '2024-03-31' AS b, TIME '07:05:00' AS"
            + " c, true AS d, 12.50::DECIMAL(9, 2) AS e, 1e-7::DOUBLE AS f, TIMESTAMPTZ"
            + " '2024-03-31 02:30:00+02' AS g, 5::DOUBLE AS h";
    List<String> texts = new ArrayList<>();
    try (QueryRows rows = QueryRows.open(url, new DatabaseOptions(types, null, null, null))) {
      rows.forEach(cells -> texts.addAll(List.of(cells)));
    }
    assertThat(texts)
        .containsExactly(
            "2024-03-31 02:30:00.25",
            "2024-03-31",
            "07:05:00",
            "true",
            "12.50",
            "0.0000001",
            "2024-03-31 00:30:00Z",
            "5");
  }

  @Test
  void hashesTheRowsInTheirOrder() {
    String cells = "SELECT row, amount, fraud FROM payments ORDER BY row";
    String hash = TableReader.sha256(query(cells));
    assertThat(hash).hasSize(64).isEqualTo(TableReader.sha256(query(cells + " LIMIT 99")));
    assertThat(TableReader.sha256(query(cells + " DESC"))).isNotEqualTo(hash);
    assertThat(TableReader.read(query(cells), hash, Context.quiet(1)).rows().rowCount())
        .isEqualTo(4);
    assertThatThrownBy(() -> TableReader.read(query(cells + " DESC"), hash, Context.quiet(1)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("in another order");
  }

  @Test
  void saysThatAnUnorderedQueryMayComeInAnotherOrder() {
    assertThat(ReadingSentence.of(read(query("SELECT row, amount, fraud FROM payments")).notes()))
        .anyMatch(note -> note.contains("no ORDER BY"));
  }

  @Test
  void saysWhatIsWrongWithAQuery() {
    assertFails(query("SELECT nothing FROM payments"), ExitCode.DATA, "the query failed: ");
    assertFails(query("SELECT * FROM payments WHERE row > 9"), ExitCode.DATA, "no rows");
    assertFails(query("SELECT row, row, fraud FROM payments"), ExitCode.DATA, "'row'; rename one");
    assertFails(query(ORDERED), ExitCode.DATA, "column 'photo' of the query holds bytes");
  }

  @Test
  void saysWhyADatabaseIsNotReached() {
    url = "jdbc:sqlite:" + folder.resolve("none.db") + "?cache=private";
    assertFails(query(ORDERED), ExitCode.ENVIRONMENT, "none.db can't be reached");
    assertThat(folder.resolve("none.db")).doesNotExist();
    url = "jdbc:duckdb:" + folder.resolve("none.duckdb");
    assertFails(query(ORDERED), ExitCode.ENVIRONMENT, "can't be reached");
    assertThat(folder.resolve("none.duckdb")).doesNotExist();
    url = "jdbc:nosuch://host/shop";
    assertFails(query(ORDERED), ExitCode.USAGE, "'jdbc:nosuch:'; name the driver's jar");
  }

  @Test
  void saysWhatIsWrongWithADriverOrAVariable() throws IOException {
    String jar = folder.resolve("driver.jar").toString();
    assertFails(
        query(new DatabaseOptions(ORDERED, jar, null, null)), ExitCode.USAGE, "there is no file");
    assertFails(
        query(new DatabaseOptions(ORDERED, null, null, "SYNTH_NO_SUCH_VARIABLE")),
        ExitCode.USAGE,
        "there is no environment variable");
    Files.writeString(folder.resolve("driver.jar"), "no jar");
    url = "jdbc:nosuch:x";
    assertFails(
        query(new DatabaseOptions(ORDERED, jar, null, null)), ExitCode.USAGE, "has no JDBC driver");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://me:hush@host/shop",
    "jdbc:postgresql://host/shop?user=me&password=hush",
    "jdbc:sqlserver://host;Password = hush",
    "jdbc:oracle:thin:me/hush@host:1521/shop"
  })
  void refusesAUrlWithAPassword(String secret) {
    DatabaseOptions database = new DatabaseOptions(ORDERED, null, null, null);
    DataOptions options = DataOptions.defaults();
    assertThatThrownBy(() -> options.withSource(secret).withDatabase(database))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("password_env")
        .hasMessageNotContaining("hush");
    assertThatThrownBy(
            () ->
                ConfigLoader.parse(
                    "data: {source: {jdbc: '" + secret + "', query: x}, label: y, positive: 1}",
                    "a.yaml",
                    List.of()))
        .isInstanceOf(Problem.class)
        .hasMessageNotContaining("hush");
  }

  @Test
  void takesAUrlWithoutOne() {
    String oracle = "jdbc:oracle:thin:@host:1521/shop";
    assertThat(
            DataOptions.defaults()
                .withSource(oracle)
                .withDatabase(new DatabaseOptions(ORDERED, null, "A", "B"))
                .source())
        .isEqualTo(oracle);
  }

  @ParameterizedTest
  @CsvSource({
    "https://host/a.csv?token=hush, curl -L -o a.csv 'https://host/a.csv'",
    "s3://bucket/a.csv, aws s3 cp 's3://bucket/a.csv' .",
    "ftp://me:hush@host/a.csv, 'ftp://host/a.csv' is not on this machine",
    "jdbc:postgresql://me:hush@host/a, '{jdbc: URL, query: SQL}'"
  })
  void saysHowToCopyWhatIsElsewhere(String source, String text) {
    assertThatThrownBy(() -> read(DataOptions.of(source, "fraud", "1")))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(text)
        .hasMessageNotContaining("hush");
  }

  @Test
  void comesBackFromAResolvedConfig() {
    String yaml =
        "data: {source: {jdbc: 'jdbc:sqlite:a.db', query: SELECT 1, password_env: P}, label: y,"
            + " positive: 1}";
    var config = ConfigLoader.parse(yaml, "a.yaml", List.of());
    assertThat(config.data().source()).isEqualTo("jdbc:sqlite:a.db");
    assertThat(config.data().database())
        .isEqualTo(new DatabaseOptions("SELECT 1", null, null, "P"));
    String resolved = ConfigLoader.resolved(config);
    assertThat(resolved).contains("    query: ").doesNotContain("database");
    assertThat(ConfigLoader.parse(resolved, "b.yaml", List.of())).isEqualTo(config);
  }
}

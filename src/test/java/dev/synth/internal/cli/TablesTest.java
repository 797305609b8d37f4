package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that go into a table of a database, as commands are called. */
class TablesTest {
  private static final String SMOTE = "generator: {kind: smote}";

  @TempDir Path folder;

  private String url;

  @BeforeEach
  void nameDatabase() {
    url = "jdbc:sqlite:" + folder.resolve("shop.db");
  }

  private CommandLineRun run(int code, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", folder.toString()));
    CommandLineRun run = CommandLineRun.of(all.toArray(new String[0]));
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    return run;
  }

  private List<String> cells(String query) throws SQLException {
    List<String> cells = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
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

  private static int rowsOf(Path file) throws IOException {
    return Files.readAllLines(file).size() - 1;
  }

  @Test
  void aRunsRowsGoIntoTheTableThatTheConfigNames() throws IOException, SQLException {
    Path data = SmallData.csv(folder, 300, 40);
    String config = SmallData.config(folder, data, SMOTE).toString();
    run(0, "generate", "--config", config, "--run-name", "plain", "--force");
    config =
        SmallData.config(folder, data, SMOTE, "to: {jdbc: '" + url + "', table: made}").toString();
    CommandLineRun made = run(0, "generate", "--config", config, "--run-name", "into", "--force");
    Path folders = folder.resolve("synthetic-out");
    Path file = folders.resolve("into").resolve("synthetic.csv");
    int rows = rowsOf(file);
    assertThat(made.err()).contains(rows + " rows are in the table 'made' of " + url);
    assertThat(cells("SELECT COUNT(*), MIN(fraud), MAX(typeof(fraud)) FROM made"))
        .containsExactly(rows + "", "1", "integer");
    String[] first = Files.readAllLines(file).get(1).split(",", -1);
    assertThat(cells("SELECT * FROM made LIMIT 1").getFirst()).isEqualTo(first[0]);
    // the table is no part of the run: both are the same
    for (String name : List.of("DONE", "resolved.yaml", "synthetic.csv")) {
      assertThat(folders.resolve("into").resolve(name))
          .hasSameTextualContentAs(folders.resolve("plain").resolve(name));
    }

    CommandLineRun again = run(2, "generate", "--config", config, "--run-name", "into", "--force");
    assertThat(again.err())
        .contains("the table 'made' exists; name another with --to-table, or say --if-exists");
    run(
        0,
        "generate",
        "--config",
        config,
        "--run-name",
        "into",
        "--force",
        "--if-exists",
        "append");
    assertThat(cells("SELECT COUNT(*) FROM made")).containsExactly(2 * rows + "");

    String[] from = {"generate", "--from", "into", "--rows", "123", "--to-table", "more"};
    assertThat(run(2, from).err()).contains("--to-jdbc must name the table's database");
    from =
        new String[] {
          "generate", "--from", "into", "--rows", "123", "--to-table", "more", "--to-jdbc", url
        };
    assertThat(run(0, from).out())
        .isEqualTo("table 'more' of " + url + ": 123 synthetic rows, seed 42\n");
    assertThat(cells("SELECT COUNT(*) FROM more")).containsExactly("123");
    assertThat(folders.resolve("into-seed-42.csv")).doesNotExist();
    assertThat(run(2, "generate", "--from", "into", "--if-exists", "append").err())
        .contains("--to-table");
  }

  @Test
  void augmentedRowsGoIntoTheDatabaseThatTheDataComesFrom() throws IOException, SQLException {
    SmallData.csv(folder, 300, 40);
    try (Connection duck =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("a.duckdb"));
        Statement statement = duck.createStatement()) {
      statement.execute(
          "CREATE TABLE paid AS SELECT * FROM read_csv('" + folder.resolve("small.csv") + "')");
    }
    url = "jdbc:duckdb:" + folder.resolve("a.duckdb");
    Path config =
        Files.writeString(
            folder.resolve("db.yaml"),
            "data: {source: {jdbc: '"
                + url
                + "', query: SELECT * FROM paid ORDER BY ALL}, label: fraud, positive: 1}\n"
                + "to: {table: augmented}\n");
    String[] call = {
      "augment", "--config", config.toString(), "--arm", "oversample, ratio 0.3", "--run-name", "a"
    };
    run(0, call);
    int rows = rowsOf(folder.resolve("synthetic-out").resolve("a").resolve("augmented.csv"));
    String counts = "SELECT COUNT(*), SUM(1 - synthetic), typeof(ANY_VALUE(hour)) FROM augmented";
    assertThat(cells(counts)).containsExactly(rows + "", "300", "BIGINT");
    String[] replay = new String[call.length + 2];
    System.arraycopy(call, 0, replay, 0, call.length);
    replay[call.length] = "--if-exists";
    replay[call.length + 1] = "replace";
    assertThat(run(0, replay).err()).contains("rows are in the table 'augmented'");
    assertThat(cells(counts)).containsExactly(rows + "", "300", "BIGINT");
  }

  @Test
  void whatIsWrongWithATableIsSaidBeforeAnythingIsComputed() throws IOException {
    Path data = SmallData.csv(folder, 300, 40);
    String config = SmallData.config(folder, data, SMOTE).toString();
    assertThat(run(2, "generate", "--config", config, "--to-table", "made").err())
        .contains("--to-table must come with a jdbc URL, since the data comes from no database");
    assertThat(
            run(
                    2,
                    "generate",
                    "--config",
                    config,
                    "--to-table",
                    "a.b.c",
                    "--to-jdbc",
                    "jdbc:x://me:hush@y")
                .err())
        .contains("--to-table must be a name")
        .doesNotContain("hush");
    assertThat(
            run(
                    6,
                    "generate",
                    "--config",
                    config,
                    "--to-table",
                    "made",
                    "--to-jdbc",
                    "jdbc:sqlite:" + folder.resolve("none").resolve("shop.db"))
                .err())
        .contains("shop.db can't be reached");
    assertThat(run(2, "generate", "--config", config, "--driver-path", "a.jar").err())
        .contains("--driver-path goes with data that comes from a database");
    assertThat(folder.resolve("synthetic-out")).doesNotExist();
  }
}

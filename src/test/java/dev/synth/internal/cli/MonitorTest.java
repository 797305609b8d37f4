package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.Micros;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.InstantText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model in use, on the command line: ten weeks of rows to learn from, then two more weeks. */
class MonitorTest {
  private static final int FIRST_DAY = 20_000;
  private static final int ROWS_A_DAY = 30;

  @TempDir static Path folder;
  private static Path model;
  private static Path quiet;

  @BeforeAll
  static void fit() throws IOException {
    Path fitted = rows("fitted.csv", 0, 70, 1, "web");
    quiet = rows("quiet.csv", 70, 77, 1, "web");
    Path config =
        Files.writeString(
            folder.resolve("cards.yaml"),
            """
            name: cards
            data: {source: '%s', label: fraud, positive: 1, exclude: [id, at], time: at}
            augmentation: {ratio: 0.3}
            evaluation: {classifiers: [{kind: xgboost, trees: 5}]}
            """
                .formatted(fitted));
    model = folder.resolve("model");
    CommandLineRun run =
        CommandLineRun.of(
            "fit", "-q", "--config", config, "--to", model, "--arm", "none", "--out", folder);
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** Writes rows of some days: amounts times a factor, and a channel that frauds like. */
  private static Path rows(String name, int from, int to, double factor, String channel)
      throws IOException {
    StringBuilder text = new StringBuilder("id,at,amount,channel,fraud\n");
    for (int day = from; day < to; day++) {
      RandomStream stream = new Seeds(3).stream("day " + day);
      for (int row = 0; row < ROWS_A_DAY; row++) {
        boolean rare = row % 10 == 0;
        String own = stream.nextDouble() < (rare ? 0.8 : 0.3) ? channel : "shop";
        text.append(
            PlainText.of(
                "%d-%d,%s,%.2f,%s,%d%n",
                day,
                row,
                InstantText.timestamp(
                    (FIRST_DAY + day) * Micros.PER_DAY + row * Micros.PER_HOUR / 2),
                factor * StrictMath.exp(stream.nextGaussian() + (rare ? 4.5 : 3)),
                own,
                rare ? 1 : 0));
      }
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private static JsonNode json(Object... args) throws IOException {
    CommandLineRun run =
        CommandLineRun.of(Stream.concat(Stream.of(args), Stream.of("--json", "-q")).toArray());
    assertThat(run.code()).as(run.err()).isZero();
    return Json.mapper().readTree(run.out());
  }

  @Test
  void aQuietWeekRaisesNoAlarm() {
    CommandLineRun run =
        CommandLineRun.of("monitor", model, "--rows", quiet, "--fail-on-alarm", "-q");

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out())
        .contains("Looked at 210 rows from 2024-12-13 to 2024-12-19 through the model")
        .contains("No alarm.")
        .contains("Held against 10 windows of the fitted rows")
        .contains("All columns together are tested where eight past windows of rows are given.");
  }

  @Test
  void shiftedAmountsRaiseOne() throws IOException {
    Path shifted = rows("shifted.csv", 70, 77, 4, "web");
    CommandLineRun run =
        CommandLineRun.of("monitor", model, "--rows", shifted, "--fail-on-alarm", "-q");

    assertThat(run.code()).as(run.out()).isEqualTo(7);
    assertThat(run.out()).containsPattern("alarms?: .*amount drifts \\(0[.]\\d+\\)");
  }

  @Test
  void aNewLevelBreaksTheContract() throws IOException {
    JsonNode report = json("monitor", model, "--rows", rows("app.csv", 70, 77, 1, "app"));

    assertThat(report.path("alarm").toString()).contains("channel: ", " cells with a new level");
  }

  @Test
  void pastRowsAreTestedTogether() throws IOException {
    Path past = rows("past.csv", 0, 70, 1, "web");
    JsonNode report = json("monitor", model, "--rows", quiet, "--past", past);

    assertThat(report.path("past").path("windows").asInt()).isEqualTo(10);
    assertThat(report.path("checks").findValuesAsText("about")).contains("joint");
    assertThat(report.path("alarms").asInt()).isZero();
  }

  @Test
  void labelsTellWhetherTheModelGotWorse() throws IOException {
    Path moved = rows("moved.csv", 70, 84, 1, "web");
    String text = Files.readString(moved).replace(",0\n", ",x\n").replace(",1\n", ",0\n");
    Files.writeString(folder.resolve("late.csv"), text.replace(",x\n", ",1\n"));
    JsonNode same = json("monitor", model, "--rows", moved, "--labels", moved).path("performance");
    JsonNode other =
        json(
                "monitor",
                model,
                "--rows",
                moved,
                "--labels",
                folder.resolve("late.csv"),
                "--id",
                "id")
            .path("performance");

    assertThat(same.path("figures").findValuesAsText("answer")).doesNotContain("degraded");
    assertThat(same.path("are_days").asBoolean()).isTrue();
    assertThat(other.path("figures").findValuesAsText("answer")).contains("degraded");
    assertThat(other.path("coverage").path("labelled_others").asInt()).isPositive();
  }

  /** One alert in two passed, and stands for both. */
  @Test
  void aServersLogIsReadWithItsPropensity() throws IOException, SQLException {
    Path log = Files.createDirectories(folder.resolve("log"));
    String rows = rows("served.csv", 70, 84, 1, "web").toString();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT id AS synth_event_id, \"at\" AS synth_time, 'v' AS synth_model,"
              + " row_number() OVER () % 2 AS synth_decision, 0.5 AS synth_propensity, amount,"
              + " channel FROM read_csv('"
              + rows
              + "')) TO '"
              + log.resolve("a.parquet")
              + "' (FORMAT parquet)");
    }
    Path late = folder.resolve("served-late.csv");
    Files.writeString(late, Files.readString(Path.of(rows)).replace("id,", "synth_event_id,"));
    JsonNode report = json("monitor", model, "--log", log, "--labels", late);

    assertThat(report.path("breaks").findValuesAsText("kind")).doesNotContain("extra_column");
    assertThat(report.path("past").path("is_of_fit").asBoolean()).isTrue();
    JsonNode coverage = report.path("performance").path("coverage");
    assertThat(coverage.path("is_weighted").asBoolean()).isTrue();
    assertThat(coverage.path("labelled_alerts").asInt() + coverage.path("labelled_others").asInt())
        .isEqualTo(14 * ROWS_A_DAY / 2);
    assertThat(CommandLineRun.of("monitor", model, "--rows", quiet, "--log", log, "-q").code())
        .isEqualTo(2);
  }

  @Test
  void thePageAndTheMetricsAreWritten() throws IOException {
    Path html = folder.resolve("week.html");
    Path metrics = folder.resolve("synth.prom");
    CommandLineRun.of(
        "monitor", model, "--rows", quiet, "--html", html, "--prometheus", metrics, "-q");

    assertThat(Files.readString(html)).contains("<h1>A model in use</h1>", "No alarm");
    assertThat(Files.readString(metrics))
        .contains("# TYPE synth_monitor_alarms gauge\n")
        .containsPattern("synth_monitor_alarms\\{name=\"cards\",model=\"[0-9a-f]{12}\"} 0[.]0\n")
        .contains(",column=\"amount\",about=\"column\",measure=\"kolmogorov_smirnov\"}");
  }

  @Test
  void mistakesAreToldInOneSentence() throws IOException {
    Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
    Path labels = Files.writeString(folder.resolve("labels.csv"), "id,fraud\nnobody,1\n");

    assertThat(
            CommandLineRun.of("monitor", model, "--rows", quiet, "--exempt", "amont", "-q").err())
        .isEqualTo(line("synth: the model has no column 'amont'; did you mean 'amount'?"));
    assertThat(CommandLineRun.of("monitor", model, "--rows", quiet, "--time", "when", "-q").code())
        .isEqualTo(2);
    assertThat(CommandLineRun.of("monitor", model, "--rows", other, "-q").code()).isEqualTo(3);
    assertThat(CommandLineRun.of("monitor", model, "--rows", quiet, "--labels", other, "-q").err())
        .contains("has no column 'fraud'");
    assertThat(CommandLineRun.of("monitor", model, "--rows", quiet, "--labels", labels, "-q").err())
        .contains("has no label of a row of");
    assertThat(CommandLineRun.of("monitor", folder, "--rows", quiet, "-q").code()).isEqualTo(3);
  }

  private static String line(String text) {
    return text + System.lineSeparator();
  }
}

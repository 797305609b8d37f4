package dev.synth.internal.serve;

import static dev.synth.internal.serve.Cards.bundle;
import static dev.synth.internal.serve.Cards.json;
import static dev.synth.internal.serve.Cards.records;
import static dev.synth.internal.serve.Cards.send;
import static dev.synth.internal.serve.Cards.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Problem;
import dev.synth.internal.bundle.LogColumns;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.stage.RowStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionLogTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final String ROW =
      "{\"amount\":1.5,\"channel\":\"web\",\"known\":null,\"time\":\"2024-01-31 10:00:00\"}";

  private static ServedModel model;

  @TempDir Path folder;
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

  @BeforeAll
  static void fit() {
    model = ServedModel.of(bundle(2, 0, table(1, 400))); // a threshold of 0: every row is an alert
  }

  private ServeOptions options(int mostRows, Exploration exploration) {
    InstantSource clock = now::get;
    return ServeOptions.of("127.0.0.1", 0)
        .withExploration(exploration)
        .withEvents(new ServeOptions.EventNames(null, "a1"))
        .withWarnings(warnings::add)
        .withLog(new LogOptions(folder.resolve("log"), mostRows, Duration.ofMinutes(5), clock));
  }

  private ScoringServer start(ServeOptions options) {
    return ScoringServer.start(() -> model, null, options, System::nanoTime);
  }

  private static JsonNode score(ScoringServer server, String rows, String... headers) {
    List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
    all.addAll(List.of(headers));
    HttpResponse<String> response =
        send(server.port(), "/invocations", records(rows), all.toArray(String[]::new));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(folder.resolve("log"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Map<String, RowStream.@Nullable Cell>> logged() {
    List<String> names = new ArrayList<>();
    List<Map<String, RowStream.@Nullable Cell>> rows = new ArrayList<>();
    RowStream.read(
        folder.resolve("log") + "/*.parquet",
        null,
        new RowStream.Sink() {
          @Override
          public void columns(List<String> all) {
            names.clear();
            names.addAll(all);
          }

          @Override
          public void row(RowStream.@Nullable Cell[] cells) {
            Map<String, RowStream.@Nullable Cell> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
              row.put(names.get(i), cells[i]);
            }
            rows.add(row);
          }
        });
    return rows;
  }

  private static void await(ScoringServer server, String series) {
    String metrics = "";
    for (int i = 0; i < 2000 && !metrics.contains(series + ".0\n"); i++) {
      metrics = send(server.port(), "/metrics", "").body();
    }
    assertThat(metrics).contains(series + ".0\n");
  }

  @Test
  void aRowIsWrittenAsItWasAnswered() {
    double score;
    double probability;
    try (ScoringServer server = start(options(100, Exploration.NONE))) {
      JsonNode answer = score(server, ROW, "X-Request-Id", "order 7").path("predictions").path(0);
      score = answer.path("score").asDouble();
      probability = answer.path("probability").asDouble();
      assertThat(answer.path("decision").asInt()).isOne();
      assertThat(answer.has("propensity")).isFalse();
    }
    assertThat(files()).containsExactly("decisions-20261130T120000Z-a1-000001.parquet");
    Map<String, RowStream.@Nullable Cell> row = logged().getFirst();
    List<String> names = new ArrayList<>(LogColumns.ALL);
    names.addAll(List.of("amount", "channel", "known", "time"));
    assertThat(row.keySet()).containsExactlyElementsOf(names);
    assertThat(row)
        .containsEntry(LogColumns.EVENT_ID, new RowStream.Cell.Text("order_7/1"))
        .containsEntry(
            LogColumns.TIME, new RowStream.Cell.Moment(NOON.toEpochMilli() * 1000, false))
        .containsEntry(LogColumns.MODEL, new RowStream.Cell.Text("v2"))
        .containsEntry(LogColumns.THRESHOLD, new RowStream.Cell.Decimal(0))
        .containsEntry(LogColumns.SCORE, new RowStream.Cell.Decimal(score))
        .containsEntry(LogColumns.PROBABILITY, new RowStream.Cell.Decimal(probability))
        .containsEntry(LogColumns.ALERT, new RowStream.Cell.Whole(1))
        .containsEntry(LogColumns.DECISION, new RowStream.Cell.Whole(1))
        .containsEntry(LogColumns.PROPENSITY, new RowStream.Cell.Decimal(0))
        .containsEntry("amount", new RowStream.Cell.Decimal(1.5))
        .containsEntry("channel", new RowStream.Cell.Text("web"))
        .containsEntry("known", null);
  }

  /** Three rows a file; and 5 minutes after its first row a file of fewer. */
  @Test
  void aFileIsFinishedBySizeAndByTime() {
    try (ScoringServer server = start(options(3, Exploration.NONE))) {
      score(server, ROW + "," + ROW);
      score(server, ROW + "," + ROW);
      await(server, "synth_log_rows_total 4");
      score(server, ROW);
      now.set(NOON.plusSeconds(300));
      await(server, "synth_log_rows_total 5");
      assertThat(files())
          .containsExactly(
              "decisions-20261130T120000Z-a1-000001.parquet",
              "decisions-20261130T120000Z-a1-000002.parquet");
    }
    assertThat(logged()).hasSize(5);
  }

  /** A clock that is set back by a day delays neither a file nor the end of a pause. */
  @Test
  void aClockThatIsSetBackDelaysNothing() throws IOException {
    try (ScoringServer server = start(options(3, Exploration.NONE))) {
      score(server, ROW);
      now.set(NOON.minusSeconds(86_400));
      await(server, "synth_log_rows_total 1");
      Path log = folder.resolve("log");
      Files.move(log, folder.resolve("moved"));
      Files.writeString(log, "");
      score(server, ROW);
      await(server, "synth_log_lost_rows_total 1");
      Files.delete(log);
      Files.move(folder.resolve("moved"), log);
      now.set(NOON.minusSeconds(2 * 86_400));
      score(server, ROW + "," + ROW + "," + ROW);
      await(server, "synth_log_rows_total 4");
    }
  }

  @Test
  void aFolderThatCanNotBeMadeIsToldOfAtTheStart() throws IOException {
    Files.writeString(folder.resolve("log"), "");
    assertThatThrownBy(() -> start(options(1, Exploration.NONE)))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("cannot write ");
  }

  /** Of 1,000 alerts, half of which pass, between 400 and 600 do: six standard errors of 16. */
  @Test
  void alertsThatPassAreToldAndWritten() {
    Exploration half = new Exploration(0.5, "key".getBytes(StandardCharsets.UTF_8));
    int passed = 0;
    try (ScoringServer server = start(options(10_000, half))) {
      for (JsonNode each :
          score(server, String.join(",", Collections.nCopies(1000, ROW))).path("predictions")) {
        assertThat(each.path("propensity").asDouble()).isEqualTo(0.5);
        passed += 1 - each.path("decision").asInt();
      }
      await(server, "synth_passed_alerts_total " + NumberText.of(passed));
      JsonNode card = json(send(server.port(), "/v2/models/cards", ""));
      assertThat(card.path("outputs").findValuesAsText("name")).contains("propensity");
    }
    assertThat(passed).isBetween(400, 600);
    long blocked =
        logged().stream()
            .filter(row -> new RowStream.Cell.Whole(1).equals(row.get(LogColumns.DECISION)))
            .count();
    assertThat(blocked).isEqualTo(1000 - passed);
  }

  /** A file stands where the folder should: as with a full disk, nothing can be written. */
  @Test
  void aLogThatCanNotBeWrittenFailsNoRequest() throws IOException {
    try (ScoringServer server = start(options(1, Exploration.NONE))) {
      Files.delete(folder.resolve("log"));
      Files.writeString(folder.resolve("log"), "");
      score(server, ROW);
      await(server, "synth_log_lost_rows_total 1");
      score(server, ROW); // within the pause, nothing is tried
      await(server, "synth_log_lost_rows_total 2");
      await(server, "synth_log_failures_total 1");
      Files.delete(folder.resolve("log"));
      now.set(NOON.plusSeconds(10));
      score(server, ROW);
      await(server, "synth_log_rows_total 1");
    }
    assertThat(warnings).hasSize(1);
    assertThat(warnings.getFirst()).startsWith("1 rows of the log are lost: 'decisions-2026");
  }

  @Test
  void rowsForWhichThereIsNoRoomAreDroppedAndCounted() {
    ServerMetrics metrics = new ServerMetrics();
    LogOptions log = new LogOptions(folder, 10, Duration.ofMinutes(5), now::get);
    try (DecisionLog full = new DecisionLog(log, "a1", metrics, warnings::add)) {
      ServedModel.ScoredRequest scored =
          model.score(
              RequestRows.ofDataframe(
                  RequestRows.json(records(ROW).getBytes(StandardCharsets.UTF_8))),
              false);
      Decisions one = Decisions.of(scored, "r", List.of("r/1"), Exploration.NONE);
      int tooMany = DecisionLog.MOST_WAITING_ROWS + 1;
      full.add(
          new Decisions(
              model,
              one.rows(),
              one.scores(),
              one.odd(),
              "r",
              List.of(),
              new boolean[tooMany],
              Exploration.NONE));
      assertThat(full.waiting()).isZero();
      assertThat(new String(metrics.text(model, null).body(), StandardCharsets.UTF_8))
          .contains("synth_log_dropped_rows_total " + (double) tooMany + "\n");
    }
  }

  @Test
  void aColumnThatTheModelDoesNotHandOnNamesNoRow() {
    ServeOptions options =
        options(1, Exploration.NONE).withEvents(new ServeOptions.EventNames("order", "a1"));
    assertThatThrownBy(() -> start(options))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the model 'cards' hands on no column 'order'");
  }
}

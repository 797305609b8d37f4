package dev.synth.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.bundle.PastBundle;
import dev.synth.internal.features.Event;
import dev.synth.internal.serve.state.StateOptions;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.Table;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events over HTTP have the features of a table, and so its scores, to the last bit. */
class EventRoutesTest {
  private static final int ROWS = 1500;

  /** About a fifth of a day: labels must not come later than their delay of a day. */
  private static final int BATCH = 10;

  private static final PastBundle PAST = PastBundle.of(ROWS);
  private static final Table FILE = PAST.file();
  private static final double[] SCORES = PAST.scores();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;

  private static ScoringServer server(@Nullable Path state, int most, @Nullable String history) {
    StateOptions options = new StateOptions(state, history, most, 100, CLOCK);
    return ScoringServer.start(
        () -> ServedModel.of(PAST.bundle()),
        null,
        ServeOptions.of("127.0.0.1", 0),
        options,
        System::nanoTime);
  }

  private static ObjectNode event(int row) {
    ObjectNode json = Json.mapper().createObjectNode();
    for (Column column : FILE.schema().columns()) {
      Cells cells = FILE.cells(column.name());
      if (column.name().equals("fraud")) {
        continue;
      }
      if (cells.isMissing(row)) {
        json.putNull(column.name());
        continue;
      }
      switch (cells) {
        case Cells.Numbers numbers -> json.put(column.name(), numbers.value(row));
        case Cells.Levels levels -> json.put(column.name(), levels.value(row));
        case Cells.Instants times ->
            json.put(column.name(), InstantText.timestamp(times.value(row)));
        case Cells.Texts texts -> json.put(column.name(), texts.value(row));
      }
    }
    return json;
  }

  private static HttpResponse<String> post(ScoringServer server, String path, Object body) {
    return Cards.send(server.port(), path, body.toString(), "Content-Type", "application/json");
  }

  private static HttpResponse<String> send(ScoringServer server, int from, int to) {
    List<String> events = new ArrayList<>();
    for (int row = from; row < to; row++) {
      events.add(event(row).toString());
    }
    return post(server, "/events", Cards.records(String.join(",", events)));
  }

  /** Labels come at once, as they do in the table; what hides them is their delay. */
  private static void label(ScoringServer server, int from, int to) {
    List<String> labels = new ArrayList<>();
    for (int row = from; row < to; row++) {
      labels.add(
          "{\"event_id\":"
              + event(row).path("transaction_id")
              + ",\"label\":"
              + (PAST.rows().isRare(row) ? "1" : "0")
              + "}");
    }
    JsonNode answer =
        Cards.json(post(server, "/labels", "{\"labels\":[" + String.join(",", labels) + "]}"));
    assertThat(answer.path("taken").intValue()).isEqualTo(to - from);
  }

  private static List<Double> scores(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    List<Double> scores = new ArrayList<>();
    Cards.json(response)
        .path("predictions")
        .forEach(each -> scores.add(each.path("score").doubleValue()));
    return scores;
  }

  private static void assertScores(ScoringServer server, int from, int to) {
    for (int row = from; row < to; row += BATCH) {
      int end = Math.min(to, row + BATCH);
      List<Double> expected = new ArrayList<>();
      for (int each = row; each < end; each++) {
        expected.add(SCORES[each]);
      }
      assertThat(scores(send(server, row, end))).as("rows from %s", row).isEqualTo(expected);
      label(server, row, end);
    }
  }

  @Test
  void eventsHaveTheScoresOfTheTable() {
    try (ScoringServer server = server(null, ROWS, null)) {
      assertScores(server, 0, ROWS);
      String metrics = Cards.send(server.port(), "/metrics", "").body();
      assertThat(metrics)
          .contains("synth_events_total{outcome=\"taken\"} " + ROWS)
          .contains("synth_labels_total{outcome=\"taken\"} " + ROWS)
          .contains("synth_state_entities ");
    }
  }

  @Test
  void aKilledServerGoesOnFromItsSnapshotAndLog() throws IOException {
    Path state = folder.resolve("state");
    Path asKilled = folder.resolve("killed");
    try (ScoringServer server = server(state, ROWS, null)) {
      assertScores(server, 0, 730);
      copy(state, asKilled);
    }
    // the last entry is cut off, as a kill may do; it was not answered
    Path log = logs(asKilled).getLast();
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length - 3));
    try (ScoringServer server = server(asKilled, ROWS, null)) {
      HttpResponse<String> again =
          post(
              server,
              "/labels",
              "{\"labels\":[{\"event_id\":"
                  + event(729).path("transaction_id")
                  + ",\"label\":"
                  + (PAST.rows().isRare(729) ? 1 : 0)
                  + "}]}");
      assertThat(Cards.json(again).path("taken").intValue()).isEqualTo(1);
      assertScores(server, 730, ROWS);
    }
  }

  private static List<Path> logs(Path state) throws IOException {
    try (Stream<Path> files = Files.list(state)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("events-"))
          .sorted()
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".bin")).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void aHistoryWarmsTheState() {
    Path history = folder.resolve("history.csv");
    PastBundle.write(FILE.rows(IntStream.range(0, 1000).toArray()), history);
    try (ScoringServer server = server(null, ROWS, history.toString())) {
      assertScores(server, 1000, ROWS);
    }
  }

  @Test
  void aRetryIsAnsweredAsBefore() {
    try (ScoringServer server = server(null, ROWS, null)) {
      HttpResponse<String> first = send(server, 0, 20);
      JsonNode again = Cards.json(send(server, 19, 20)).path("predictions").path(0);

      assertThat(again.path("event").textValue()).isEqualTo("retry");
      assertThat(again.path("score").doubleValue()).isEqualTo(scores(first).get(19));
    }
  }

  @Test
  void aFullStateRefusesAndForgetsNothing() {
    try (ScoringServer server = server(null, 10, null)) {
      assertThat(send(server, 0, 10).statusCode()).isEqualTo(200);
      HttpResponse<String> refused = send(server, 10, 11);

      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body()).contains("the state is full: 10 events are remembered");
      assertThat(send(server, 9, 10).statusCode()).as("a retry needs no room").isEqualTo(200);
    }
  }

  @Test
  void whatIsRefusedChangesNothing() {
    try (ScoringServer server = server(null, ROWS, null)) {
      ObjectNode event = event(0);
      List<ObjectNode> wrong =
          List.of(
              event.deepCopy().put("amount", "much"),
              event.deepCopy().put("merchant_category", "unheard of"),
              event.deepCopy().put("card_id_count_1h", 3),
              event.deepCopy().putNull("timestamp"),
              event.deepCopy().put("timestamp", "2031-01-01 00:00:00"),
              event.deepCopy().without("card_id"),
              event.deepCopy().putNull("transaction_id"));
      List<String> sentences =
          List.of(
              "the column 'amount' should hold a number",
              "'unheard of' is no level",
              "is a feature that the model computes",
              "row 1 has no time in the column 'timestamp'",
              "row 1 is more than a day ahead of the clock",
              "the column 'card_id' is not there, of which features are made",
              "row 1 has no event id");
      for (int i = 0; i < wrong.size(); i++) {
        HttpResponse<String> answer =
            post(server, "/events", Cards.records(wrong.get(i).toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(sentences.get(i));
      }
      assertScores(server, 0, 50);
    }
  }

  /** The log must be able to read back all that is written to it. */
  @Test
  void aTextThatIsTooLongIsRefused() {
    String text = "x".repeat(Event.MOST_CHARACTERS + 1);
    try (ScoringServer server = server(folder.resolve("state"), ROWS, null)) {
      for (String column : List.of("transaction_id", "card_id")) {
        HttpResponse<String> answer =
            post(server, "/events", Cards.records(event(0).put(column, text).toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("of 10001 characters; it may have 10000");
      }
      String label = "{\"labels\":[{\"event_id\":\"" + text + "\",\"label\":1}]}";
      assertThat(post(server, "/labels", label).statusCode()).isEqualTo(400);
      assertScores(server, 0, 50);
    }
    try (ScoringServer server = server(folder.resolve("state"), ROWS, null)) {
      assertScores(server, 50, 100);
    }
  }

  @Test
  void accentsOfLabelsMayBeComposedOrNot() {
    assertThat(EventRoutes.isSame("s\u00ed", "si\u0301")).isTrue();
    assertThat(EventRoutes.isSame("s\u00ed", "si")).isFalse();
  }

  @Test
  void labelsThatAreNoneAreRefusedAndStrayOnesCounted() {
    try (ScoringServer server = server(null, ROWS, null)) {
      assertThat(
              post(server, "/labels", "{\"labels\":[{\"event_id\":\"x\",\"label\":\"2\"}]}").body())
          .contains("label 1 is '2', and must be '1' or '0'");
      JsonNode stray =
          Cards.json(post(server, "/labels", "{\"labels\":[{\"event_id\":\"x\",\"label\":1}]}"));
      assertThat(stray.path("ignored").intValue()).isEqualTo(1);
    }
  }

  /**
   * Snapshots every 100 entries, a challenger, requests without a state, and an exchange of models
   * for each batch of events: no request is lost, and no bit differs, also in a server that goes
   * on.
   */
  @Test
  void snapshotsSwapsAndAShadowInMidRunChangeNothing() {
    Path state = folder.resolve("state");
    disturbed(state, 0, 700);
    assertThat(folder.resolve("state")).isDirectoryContaining("glob:**/snapshot-[0-9]*.bin");
    disturbed(state, 700, ROWS);
  }

  private static void disturbed(Path state, int from, int to) {
    ServedModel shadow = ServedModel.of(PAST.bundle());
    StateOptions options = new StateOptions(state, null, ROWS, 100, CLOCK);
    try (ScoringServer server =
        ScoringServer.start(
            () -> ServedModel.of(PAST.bundle()),
            shadow,
            ServeOptions.of("127.0.0.1", 0).withBounds(2, 1000, 1 << 20, Duration.ofMinutes(1)),
            options,
            System::nanoTime)) {
      List<CompletableFuture<HttpResponse<String>>> beside = new ArrayList<>();
      for (int row = from; row < to; row += BATCH) {
        int first = row;
        beside.add(CompletableFuture.supplyAsync(() -> post(server, "/admin/reload", " ")));
        // a retry, which must change nothing and answer the same
        int again = Math.max(from, row - BATCH);
        assertScores(server, row, row + BATCH);
        beside.add(CompletableFuture.supplyAsync(() -> send(server, again, again + 1)));
        beside.add(CompletableFuture.supplyAsync(() -> send(server, first, first + 1)));
      }
      for (CompletableFuture<HttpResponse<String>> each : beside) {
        assertThat(each.join().statusCode()).as(each.join().body()).isEqualTo(200);
      }
      String metrics = Cards.send(server.port(), "/metrics", "").body();
      assertThat(metrics)
          .contains("synth_reloads_total " + (to - from) / BATCH + ".0\n")
          .contains("synth_events_total{outcome=\"taken\"} " + to + ".0\n")
          .contains("synth_shadow_disagreements_total 0.0\n")
          .contains("synth_shadow_failures_total 0.0\n");
    }
  }

  @Test
  void aModelWithoutFeaturesTakesNoEvents() {
    try (ScoringServer server =
        ScoringServer.start(
            () -> ServedModel.of(Cards.bundle(2, 0.5, Cards.table(1, 400))),
            null,
            ServeOptions.of("127.0.0.1", 0),
            System::nanoTime)) {
      assertThat(post(server, "/events", "{}").statusCode()).isEqualTo(404);
    }
  }
}

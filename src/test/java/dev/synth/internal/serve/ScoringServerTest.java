package dev.synth.internal.serve;

import static dev.synth.internal.serve.Cards.json;
import static dev.synth.internal.serve.Cards.later;
import static dev.synth.internal.serve.Cards.oneRow;
import static dev.synth.internal.serve.Cards.records;
import static dev.synth.internal.serve.Cards.send;
import static dev.synth.internal.serve.Cards.table;
import static dev.synth.internal.serve.Cards.write;
import static dev.synth.internal.serve.RequestBodies.split;
import static dev.synth.internal.serve.RequestBodies.tensors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.bundle.FileScoring;
import dev.synth.internal.table.write.TableWriter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringServerTest {
  private static final String INFER = "/v2/models/cards/infer";

  @TempDir static Path folder;

  private static Path model;

  private static Path rows;

  private static ScoringServer server;

  @BeforeAll
  static void start() {
    model = folder.resolve("model");
    write(model, 20, 0.5);
    rows = folder.resolve("rows.csv");
    TableWriter.write(rows, table(2, 3000));
    server = ScoringServer.start(model, null, ServeOptions.of("127.0.0.1", 0), System::nanoTime);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode post(String path, Object body) {
    HttpResponse<String> response =
        send(server.port(), path, body.toString(), "Content-Type", "application/json");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  /** The same rows as a file, as a data frame in three forms and as tensors of two shapes. */
  @Test
  void scoresAreThoseOfTheFileBitByBit() throws IOException {
    Path scored = folder.resolve("scored.csv");
    FileScoring.run(
        BundleFiles.read(model),
        rows.toString(),
        scored,
        new FileScoring.ScoringMode(false, 0, 1),
        Context.quiet(0));
    List<String> expected = Files.readAllLines(scored);
    List<String> lines = Files.readAllLines(rows);
    List<String> fromSplit = lines(post("/invocations", split(lines)).path("predictions"));
    assertThat(fromSplit).isEqualTo(withoutNumber(expected));
    ObjectNode records = Json.mapper().createObjectNode();
    ArrayNode list = records.putArray("dataframe_records");
    JsonNode split = split(lines).path("dataframe_split");
    for (JsonNode row : split.path("data")) {
      ObjectNode record = list.addObject();
      for (int i = 3; i >= 0; i--) {
        record.set(split.path("columns").path(i).asText(), row.path(i));
      }
    }
    assertThat(lines(post("/invocations", records).path("predictions"))).isEqualTo(fromSplit);
    HttpResponse<String> csv =
        send(
            server.port(),
            "/invocations",
            String.join("\r\n", lines),
            "Content-Type",
            "text/csv; charset=utf-8");
    assertThat(lines(json(csv).path("predictions"))).isEqualTo(fromSplit);
    assertThat(csv.headers().firstValue("X-Threshold")).contains("0.5");
    assertThat(csv.headers().firstValue("X-Model-Version")).contains(server.version());
    for (boolean isColumn : new boolean[] {false, true}) {
      JsonNode answer = post(INFER, tensors(lines, isColumn));
      assertThat(answer.path("id").asText()).isEqualTo("7");
      assertThat(answer.path("model_version").asText()).isEqualTo(server.version());
      List<String> fromTensors = new ArrayList<>();
      for (int row = 0; row < lines.size() - 1; row++) {
        List<String> cells = new ArrayList<>();
        for (JsonNode output : answer.path("outputs")) {
          cells.add(bits(output.path("data").path(row)));
        }
        fromTensors.add(String.join(",", cells));
      }
      assertThat(fromTensors).isEqualTo(fromSplit);
    }
  }

  private static List<String> lines(JsonNode predictions) {
    List<String> lines = new ArrayList<>();
    for (JsonNode each : predictions) {
      lines.add(
          bits(each.path("score"))
              + ","
              + bits(each.path("probability"))
              + ","
              + bits(each.path("decision")));
    }
    return lines;
  }

  private static String bits(JsonNode number) {
    return Long.toHexString(Double.doubleToRawLongBits(number.asDouble()));
  }

  private static List<String> withoutNumber(List<String> scored) {
    return scored.subList(1, scored.size()).stream()
        .map(
            line ->
                String.join(
                    ",",
                    Arrays.stream(line.split(",", -1))
                        .skip(1)
                        .map(Double::parseDouble)
                        .map(Double::doubleToRawLongBits)
                        .map(Long::toHexString)
                        .toList()))
        .toList();
  }

  /** In requests of 1,000 rows each. */
  @Tag("slow")
  @Test
  void scoresOfManyRowsAreThoseOfTheFileBitByBit() throws IOException {
    Path many = folder.resolve("many.csv");
    TableWriter.write(many, table(3, 100_000));
    Path scored = folder.resolve("many-scored.csv");
    FileScoring.run(
        BundleFiles.read(model),
        many.toString(),
        scored,
        new FileScoring.ScoringMode(false, 0, 2),
        Context.quiet(0));
    List<String> expected = withoutNumber(Files.readAllLines(scored));
    List<String> lines = Files.readAllLines(many);
    List<String> answered = new ArrayList<>();
    for (int from = 1; from < lines.size(); from += 1000) {
      String body = lines.getFirst() + "\n" + String.join("\n", lines.subList(from, from + 1000));
      HttpResponse<String> response =
          send(server.port(), "/invocations", body, "Content-Type", "text/csv");
      answered.addAll(lines(json(response).path("predictions")));
    }
    assertThat(answered).hasSize(100_000).isEqualTo(expected);
  }

  /** The same reasons in both protocols, by a parameter and by the address. */
  @Test
  void namesTheColumnsThatMovedAScoreWhereAsked() {
    JsonNode plain = post("/invocations", oneRow());
    assertThat(plain.path("predictions").path(0).has("reasons")).isFalse();
    JsonNode answer = post("/invocations?explain=2", oneRow());
    JsonNode reasons = answer.path("predictions").path(0).path("reasons");
    assertThat(answer.path("reasons_in").asText()).isEqualTo("log_odds");
    // by its label, a row is rare where the amount is above 1
    assertThat(reasons.path(0).path("column").asText()).isEqualTo("amount");
    assertThat(reasons).hasSizeLessThanOrEqualTo(2);
    assertThat(
            post("/invocations", oneRow().replace("{\"data", "{\"params\":{\"explain\":2},\"data")))
        .isEqualTo(answer);
    ObjectNode tensors =
        tensors(List.of("amount,channel,known,time", "1,web,,2024-01-31 10:00:00"), false);
    tensors.putObject("parameters").put("explain", 2);
    JsonNode outputs = post(INFER, tensors).path("outputs");
    assertThat(outputs.path(3).path("name").asText()).isEqualTo("reason");
    assertThat(outputs.path(3).path("shape").toString()).isEqualTo("[1,2]");
    assertThat(outputs.path(3).path("data").path(0).asText()).isEqualTo("amount");
    assertThat(outputs.path(4).path("data").path(0)).isEqualTo(reasons.path(0).path("by"));
    refuses(
        "/invocations?explain=x", oneRow(), 400, "'explain' must be a whole number in [0, 100]");
  }

  @Test
  void describesServerAndModel() {
    JsonNode about = json(send(server.port(), "/v2", ""));
    assertThat(about.path("name").asText()).isEqualTo("synth");
    assertThat(about.path("extensions").path(0).asText()).isEqualTo("null_is_missing");
    JsonNode card = json(send(server.port(), "/v2/models/cards", ""));
    assertThat(card.path("versions").path(0).asText()).isEqualTo(server.version());
    assertThat(card.path("inputs").findValuesAsText("name"))
        .containsExactly("amount", "channel", "known", "time");
    assertThat(card.path("inputs").findValuesAsText("datatype"))
        .containsExactly("FP64", "BYTES", "BYTES", "BYTES");
    for (String path :
        List.of(
            "/ping",
            "/version",
            "/v2/health/live",
            "/v2/health/ready",
            "/v2/models/cards/ready",
            "/v2/models/cards/versions/" + server.version(),
            "/openapi.json")) {
      assertThat(send(server.port(), path, "").statusCode()).as(path).isEqualTo(200);
    }
    JsonNode description = json(send(server.port(), "/openapi.json", ""));
    assertThat(description.path("paths").has("/v2/models/cards/infer")).isTrue();
    assertThat(description.at("/components/schemas/Row/properties/channel/enum/0").asText())
        .isEqualTo("phone");
  }

  /** The request, the status, and the sentence. */
  @Test
  void whatIsWrongIsToldInOneSentence() {
    String row =
        "{\"amount\":1,\"channel\":\"web\",\"known\":null,\"time\":\"2024-01-31 10:00:00\"}";
    refuses(
        "/invocations",
        "{\"dataframe_records\":[%s".formatted(row),
        400,
        "the body is no JSON: Unexpected end-of-input: expected close marker for Array");
    refuses("/invocations", "[1]", 400, "the body must be a JSON object");
    refuses(
        "/invocations",
        "{\"instances\":[]}",
        400,
        "the body must have 'dataframe_split' or 'dataframe_records'");
    refuses(
        "/invocations",
        records(row.replace(":1,", ":NaN,")),
        400,
        "the body is no JSON: Non-standard token 'NaN'");
    refuses(
        "/invocations",
        records(row.replace("{", "{\"amount\":2,")),
        400,
        "the body is no JSON: Duplicate field 'amount'");
    refuses(
        "/invocations",
        records(row.replace(":1,", ":\"much\",")),
        400,
        "row 1: the column 'amount' should hold a number, but holds 'much'");
    refuses(
        "/invocations",
        records(row + "," + row.replace("web", "webb")),
        400,
        "row 2: 'webb' is no level of the column 'channel' that the model has seen; did you mean"
            + " 'web'?");
    refuses(
        "/invocations",
        records(row.replace("\"known\":null,", "")),
        400,
        "the column 'known' is not there, which the model needs");
    refuses(
        "/invocations",
        records(row.replace("{", "{\"more\":1,")),
        400,
        "the column 'more' is unknown to the model");
    refuses(
        "/invocations",
        records(row.replace(":1,", ":[1],")),
        400,
        "row 1: the column 'amount' holds a list or an object");
    refuses(
        "/invocations",
        "{\"dataframe_split\":{\"columns\":[\"a\",\"b\"],\"data\":[[1]]}}",
        400,
        "row 1 has 1 cells, and there are 2 columns");
    String tensor =
        "{\"inputs\":[{\"name\":\"amount\",\"datatype\":\"FP64\",\"shape\":[2],\"data\":[1]}]}";
    refuses(INFER, tensor, 400, "the tensor 'amount' has 1 values, and its shape says 2");
    refuses(
        INFER,
        tensor.replace("[2]", "[1,2]"),
        400,
        "the tensor 'amount' must have the shape [n] or [n, 1]");
    refuses(
        INFER,
        tensor.replace("FP64", "BYTES").replace("[2]", "[1]"),
        400,
        "row 1 of the tensor 'amount' is 1, which is no BYTES");
    refuses(
        INFER,
        "{\"inputs\":[{\"name\":\"amount\",\"datatype\":\"FP64\",\"shape\":[1],"
            + "\"parameters\":{\"binary_data_size\":8}}]}",
        400,
        "the tensor 'amount' is binary, which is not taken; send its 'data' as JSON");
    refuses(
        "/invocations",
        "{\"dataframe_records\":[],\"dataframe_split\":{}}",
        400,
        "the body has both 'dataframe_split' and 'dataframe_records'");
    refuses(INFER, "{}", 400, "'inputs' must be a list of tensors, one a column");
    refuses(
        "/v2/models/other/infer", tensor, 404, "there is no such model; the one served is 'cards'");
    refuses("/nowhere", "{}", 404, "there is no path '/nowhere'; /openapi.json lists them");
    refuses("/metrics", "{}", 405, "the method must be GET, but is POST");
    HttpResponse<String> xml =
        send(server.port(), "/invocations", "<a/>", "Content-Type", "text/xml");
    assertThat(xml.statusCode()).isEqualTo(415);
  }

  @Test
  void aBodyThatSaysItIsNoPlainTextIsRefused() {
    String csv = "amount,channel,known,time\n1,web,,2024-01-31 10:00:00\n";
    refuses(csv, "the charset must be utf-8, but is utf-16", "text/csv; charset=utf-16");
    refuses(
        csv,
        "the body must come as it is, but its Content-Encoding is gzip",
        "text/csv",
        "Content-Encoding",
        "gzip");
    for (String type : List.of("text/csv;charset=\"UTF-8\"", "text/csv; header=present")) {
      HttpResponse<String> answer =
          send(server.port(), "/invocations", "\uFEFF" + csv, "Content-Type", type);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  private static void refuses(String body, String sentence, String type, String... headers) {
    List<String> all = new ArrayList<>(List.of("Content-Type", type));
    all.addAll(List.of(headers));
    HttpResponse<String> answer =
        send(server.port(), "/invocations", body, all.toArray(String[]::new));
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(json(answer).path("error").asText()).isEqualTo(sentence);
  }

  /** A thousand rows with a column of its own each would be a million cells. */
  @Test
  void rowsWithEverOtherColumnsAreRefused() {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < 1000; row++) {
      rows.add("{\"c" + row + "\":1}");
    }
    refuses(
        "/invocations",
        records(String.join(",", rows)),
        400,
        "the 1000 rows have 1000 different columns in all, and most rows lack most of them");
  }

  private static void refuses(String path, String body, int status, String sentence) {
    HttpResponse<String> response =
        send(server.port(), path, body, "Content-Type", "application/json");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(json(response).path("error").asText()).isEqualTo(sentence);
  }

  @Test
  void lenientScoresAndCounts() {
    ServeOptions options = ServeOptions.of("127.0.0.1", 0).withLenient(true);
    try (ScoringServer lenient = ScoringServer.start(model, null, options, System::nanoTime)) {
      HttpResponse<String> response =
          send(
              lenient.port(),
              "/invocations",
              records("{\"amount\":\"much\",\"channel\":\"moon\",\"more\":1}"),
              "Content-Type",
              "application/json");
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(send(lenient.port(), "/metrics", "").body())
          .contains("synth_odd_cells_total{column=\"amount\",kind=\"misfit\"} 1")
          .contains("synth_odd_cells_total{column=\"channel\",kind=\"new_level\"} 1")
          .contains("synth_rows_total 1")
          .contains("synth_requests_total{route=\"invocations\",status=\"200\"} 1")
          .contains("synth_scoring_seconds_count 1")
          .contains("synth_model_info{name=\"cards\",version=\"" + lenient.version() + "\"} 1");
    }
  }

  /** Prometheus asks for OpenMetrics first; a person with curl gets the plain text. */
  @Test
  void metricsComeInTheFormatThatIsAskedFor() {
    HttpResponse<String> plain = send(server.port(), "/metrics", "");
    assertThat(plain.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(plain.body()).contains("# HELP synth_rows_total Rows that were scored.\n");
    String asked = "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5";
    HttpResponse<String> open = send(server.port(), "/metrics", "", "Accept", asked);
    assertThat(open.headers().firstValue("Content-Type"))
        .contains("application/openmetrics-text; version=1.0.0; charset=utf-8");
    assertThat(open.body()).endsWith("# EOF\n");
  }

  @Test
  void aTokenIsAskedOfAllButProbes() {
    ServeOptions options = ServeOptions.of("127.0.0.1", 0).withToken("0123456789abcdef");
    try (ScoringServer closed = ScoringServer.start(model, null, options, System::nanoTime)) {
      int port = closed.port();
      for (String path : List.of("/v2", "/metrics", "/openapi.json", "/v2/models/cards")) {
        assertThat(send(port, path, "").statusCode()).as(path).isEqualTo(401);
        String wrong = "Bearer 0123456789abcdeF";
        assertThat(send(port, path, "", "Authorization", wrong).statusCode()).isEqualTo(401);
        String right = "Bearer 0123456789abcdef";
        assertThat(send(port, path, "", "Authorization", right).statusCode()).isEqualTo(200);
      }
      assertThat(send(port, "/v2/health/ready", "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aShadowScoresAndDecidesNothing() throws InterruptedException {
    Path other = folder.resolve("shadow");
    write(other, 5, 0);
    ServeOptions options = ServeOptions.of("127.0.0.1", 0);
    try (ScoringServer watched = ScoringServer.start(model, other, options, System::nanoTime)) {
      HttpResponse<String> answer = later(watched.port(), oneRow()).join();
      assertThat(json(answer).path("model_version").asText()).isEqualTo(server.version());
      String metrics = "";
      for (int i = 0; i < 1000 && !metrics.contains("synth_shadow_rows_total 1"); i++) {
        Thread.sleep(5);
        metrics = send(watched.port(), "/metrics", "").body();
      }
      // a threshold of 0 makes every row an alert of the shadow
      assertThat(metrics).contains("synth_shadow_alerts_total 1", "synth_shadow_rows_total 1");
    }
  }

  @Test
  void aPortThatIsTakenIsAProblemOfTheMachine() {
    ServeOptions taken = ServeOptions.of("127.0.0.1", server.port());
    assertThatThrownBy(() -> ScoringServer.start(model, null, taken, System::nanoTime))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("cannot listen on 127.0.0.1 port " + server.port());
  }
}

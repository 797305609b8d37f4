package dev.synth.internal.serve;

import static dev.synth.internal.serve.Cards.bundle;
import static dev.synth.internal.serve.Cards.records;
import static dev.synth.internal.serve.Cards.send;
import static dev.synth.internal.serve.Cards.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.bundle.PastBundle;
import dev.synth.internal.serve.state.StateOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code deploy}, as the programs take them that they are for. */
@Tag("slow")
class DeployTest {
  private static final Path DEPLOY = Path.of("deploy");
  private static final String TOKEN = "0123456789abcdef";
  private static final int SECONDS = 90;

  @TempDir Path folder;

  /** A value that is there and is a number, in one series at least. */
  @Test
  void everyQueryOfTheDashboardHasAnAnswer() throws IOException, InterruptedException {
    assumeTrue(isThere("prometheus", "--version"), "there is no prometheus");
    List<String> queries = queries();
    assertThat(queries).hasSizeGreaterThan(12);
    ServedModel model = ServedModel.of(bundle(5, 0.5, table(1, 400)));
    ServedModel other = ServedModel.of(bundle(2, 0.5, table(1, 400)));
    ServeOptions options =
        ServeOptions.of("127.0.0.1", 0)
            .withToken(TOKEN)
            .withLenient(true)
            .withLog(
                new LogOptions(
                    folder.resolve("log"), 100, Duration.ofSeconds(1), InstantSource.system()));
    ServedModel past = ServedModel.of(PastBundle.of(300).bundle());
    StateOptions state = new StateOptions(null, null, 1000, 1000, InstantSource.system());
    RehearsalRows rows = new RehearsalRows(past, true, InstantSource.system().millis());
    try (ScoringServer server = ScoringServer.start(() -> model, other, options, System::nanoTime);
        ScoringServer events =
            ScoringServer.start(
                () -> past,
                null,
                ServeOptions.of("127.0.0.1", 0).withToken(TOKEN),
                state,
                System::nanoTime)) {
      int port = freePort();
      Process prometheus = prometheus(List.of(server.port(), events.port()), port);
      try {
        List<String> open = new ArrayList<>(queries);
        for (int second = 0; second < SECONDS && !open.isEmpty(); second++) {
          ask(server.port());
          take(events.port(), rows.next());
          Thread.sleep(1000);
          open.removeIf(query -> isAnswered(port, query));
        }
        assertThat(open).as("queries without an answer").isEmpty();
      } finally {
        prometheus.destroy();
        prometheus.waitFor(SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  private static List<String> queries() throws IOException {
    JsonNode dashboard = Json.mapper().readTree(DEPLOY.resolve("grafana-dashboard.json").toFile());
    return dashboard.path("panels").findValuesAsText("expr").stream()
        .map(query -> query.replace("$__rate_interval", "30s"))
        .toList();
  }

  /** A good row, and one that is odd in two ways. */
  private static void ask(int port) {
    String good =
        "{\"amount\":1.5,\"channel\":\"web\",\"known\":null,\"time\":\"2024-01-31 10:00:00\"}";
    for (String row : List.of(good, "{\"amount\":\"much\",\"channel\":\"moon\"}")) {
      assertThat(
              send(
                      port,
                      "/invocations",
                      records(row),
                      "Content-Type",
                      "application/json",
                      "Authorization",
                      "Bearer " + TOKEN)
                  .statusCode())
          .isEqualTo(200);
    }
  }

  private static void take(int port, RehearsalRows.RehearsalBody body) {
    assertThat(
            send(
                    port,
                    body.path(),
                    body.text(),
                    "Content-Type",
                    body.type(),
                    "Authorization",
                    "Bearer " + TOKEN)
                .statusCode())
        .isEqualTo(200);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process prometheus(List<Integer> scraped, int port) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), TOKEN);
    String config =
        Files.readString(DEPLOY.resolve("prometheus.yml"))
            .replace(
                "localhost:8080",
                scraped.stream()
                    .map(each -> "127.0.0.1:" + each)
                    .collect(Collectors.joining("\", \"")))
            .replace("/etc/prometheus/synth-token", token.toString())
            .replace("scrape_interval: 15s", "scrape_interval: 1s");
    Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
    return new ProcessBuilder(
            "prometheus",
            "--config.file=" + file,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("prometheus.txt").toFile())
        .start();
  }

  private static boolean isAnswered(int port, String query) {
    try {
      String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
      JsonNode answer =
          Json.mapper().readTree(send(port, "/api/v1/query?query=" + encoded, "").body());
      for (JsonNode series : answer.path("data").path("result")) {
        if (!series.path("value").path(1).asText("NaN").equals("NaN")) {
          return true;
        }
      }
      return false;
    } catch (IOException | IllegalStateException e) {
      return false; // it has not started yet
    }
  }

  @Test
  void theManifestIsKubernetes() throws IOException, InterruptedException {
    Path environment = folder.resolve("python");
    assumeTrue(
        isThere("python3", "-m", "venv", "--copies", environment.toString()),
        "there is no python3 that makes virtual environments");
    String bin = environment.resolve("bin").toString();
    assumeTrue(
        isThere(bin + "/python", "-m", "pip", "install", "--quiet", "kubernetes-validate"),
        "pip cannot install kubernetes-validate");
    assertThat(
            isThere(
                bin + "/kubernetes-validate",
                "--strict",
                DEPLOY.resolve("kubernetes.yaml").toAbsolutePath().toString()))
        .as(Files.readString(folder.resolve("output.txt")))
        .isTrue();
  }

  /** Returns whether a program is there and ends well. */
  private boolean isThere(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output.txt").toFile())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}

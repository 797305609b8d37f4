package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.compare.Comparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.internal.base.Json;
import dev.synth.run.RunFile;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs and models on a real MLflow server, read back over its own REST API and by its own client.
 *
 * <p>The server is installed into a virtual environment of the test, or is the one whose
 * environment the system property {@code mlflow.venv} names.
 */
@Tag("slow") // installs MLflow
class MlflowServerTest {
  private static final int SECONDS = 180;

  @TempDir private static Path folder;
  private static Path python = Path.of("none");
  private static @Nullable Process server;
  private static String url = "";

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    String given = System.getProperty("mlflow.venv");
    Path environment = given == null ? folder.resolve("python") : Path.of(given);
    python = environment.resolve("bin").resolve("python");
    if (given == null) {
      assumeTrue(
          run("python3", "-m", "venv", "--copies", environment.toString()) == 0,
          "there is no python3 that makes virtual environments");
      assumeTrue(
          run(python.toString(), "-m", "pip", "install", "--quiet", "mlflow") == 0,
          "pip cannot install mlflow");
    }
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    url = "http://127.0.0.1:" + port;
    ProcessBuilder builder =
        new ProcessBuilder(
                python.toString(),
                "-m",
                "mlflow",
                "server",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--workers",
                "1",
                "--backend-store-uri",
                "sqlite:///" + folder.resolve("mlflow.db"),
                "--artifacts-destination",
                folder.resolve("files").toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.txt").toFile());
    builder.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
    server = builder.start();
    for (int second = 0; second < SECONDS && !isUp(); second++) {
      Thread.sleep(1000);
    }
    assertThat(isUp()).as(Files.readString(folder.resolve("server.txt"))).isTrue();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (server != null) {
      List<ProcessHandle> all = server.descendants().toList();
      server.destroy();
      server.waitFor(20, TimeUnit.SECONDS);
      all.forEach(ProcessHandle::destroyForcibly);
      server.destroyForcibly();
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    } catch (IOException e) {
      return -1; // there is no such program
    }
    assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private static boolean isUp() throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(URI.create(url + "/health"))).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
  }

  private static JsonNode get(String call) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(URI.create(url + "/api/2.0/mlflow/" + call)));
    assertThat(answer.statusCode()).as(call + ": " + answer.body()).isEqualTo(200);
    return Json.mapper().readTree(answer.body());
  }

  private static List<JsonNode> runs(String experiment) throws IOException, InterruptedException {
    String id =
        get("experiments/get-by-name?experiment_name=" + encoded(experiment))
            .path("experiment")
            .path("experiment_id")
            .asText();
    String body = "{\"experiment_ids\": [\"" + id + "\"], \"max_results\": 100}";
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(url + "/api/2.0/mlflow/runs/search"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    List<JsonNode> runs = new ArrayList<>();
    Json.mapper().readTree(answer.body()).path("runs").forEach(runs::add);
    return runs;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String value(JsonNode run, String list, String key) {
    for (JsonNode each : run.path("data").path(list)) {
      if (each.path("key").asText().equals(key)) {
        return each.path("value").asText();
      }
    }
    return "no " + key;
  }

  private static JsonNode named(List<JsonNode> runs, String name) {
    return runs.stream()
        .filter(run -> run.path("info").path("run_name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no run " + name));
  }

  private static Path config(String... lines) throws IOException {
    return SmallData.config(folder, SmallData.csv(folder, 400, 80), lines);
  }

  @Test
  void aRunIsReadBackAsItWasLogged() throws IOException, InterruptedException {
    Path config =
        config(
            "generator: {kind: mgs}",
            "evaluation: {repeats: 3, classifiers: [logistic-regression, xgboost]}",
            "tracking: {mlflow: '" + url + "', experiment: 'Größe & more'}");
    CommandLineRun generated =
        CommandLineRun.withConfig("generate", config, folder, "--run-name", "small", "--force");
    assertThat(generated.err()).contains("note: logged as " + url + "/#/experiments/");

    List<JsonNode> runs = runs("Größe & more");
    Path evaluation = folder.resolve("evaluation/small");
    Comparison comparison = RunFile.COMPARISON.read(evaluation, Comparison.class);
    assertThat(runs).hasSize(1 + comparison.summaries().size());
    assertThat(runs)
        .allSatisfy(
            each -> assertThat(each.path("info").path("status").asText()).isEqualTo("FINISHED"));

    JsonNode run = named(runs, "small");
    PrimaryContrast contrast = comparison.primary().getFirst();
    assertThat(value(run, "tags", "synth.verdict")).isEqualTo(contrast.word());
    assertThat(value(run, "params", "generator.kind")).isEqualTo("mgs");
    assertThat(Double.valueOf(value(run, "metrics", "change/mgs ratio 0.3")))
        .isEqualTo(contrast.estimate().mean());
    JsonNode arm = named(runs, "mgs, ratio 0.3 · logistic-regression");
    String parent = run.path("info").path("run_id").asText();
    assertThat(value(arm, "tags", "mlflow.parentRunId")).isEqualTo(parent);
    JsonNode repeats =
        get(
            "metrics/get-history?metric_key=by_repeat/average_precision&run_id="
                + arm.path("info").path("run_id").asText());
    assertThat(repeats.path("metrics")).hasSize(3);

    assertThat(get("artifacts/list?path=evaluation&run_id=" + parent).path("files"))
        .extracting(file -> file.path("path").asText())
        .contains("evaluation/report.html", "evaluation/comparison.json");
    HttpResponse<String> page =
        send(
            HttpRequest.newBuilder(
                URI.create(
                    url + "/get-artifact?path=evaluation/comparison.json&run_uuid=" + parent)));
    assertThat(page.body()).isEqualTo(Files.readString(evaluation.resolve("comparison.json")));
  }

  @Test
  void aModelIsAVersionThatMlflowsOwnClientReads() throws IOException, InterruptedException {
    Path config =
        config(
            "evaluation: {repeats: 2, classifiers: [{kind: xgboost, trees: 20}]}", "name: cards");
    String bundle = folder.resolve("model").toString();
    CommandLineRun fitted =
        CommandLineRun.of(
            "fit", "--config", config.toString(), "--to", bundle, "--arm", "none", "--json");
    assertThat(fitted.code()).as(fitted.err()).isZero();
    String version = Json.mapper().readTree(fitted.out()).path("version").asText();

    for (int time = 0; time < 2; time++) {
      CommandLineRun registered =
          CommandLineRun.of("register", bundle, "--mlflow", url, "--alias", "champion", "--json");
      assertThat(registered.code()).as(registered.err()).isZero();
      JsonNode json = Json.mapper().readTree(registered.out());
      assertThat(json.path("name").asText()).isEqualTo("cards");
      assertThat(json.path("version").asText()).isEqualTo("1");
      assertThat(json.path("bundle").asText()).isEqualTo(version);
      assertThat(json.path("was_there").asBoolean()).isEqualTo(time == 1);
    }

    JsonNode champion = get("registered-models/alias?name=cards&alias=champion");
    assertThat(champion.path("model_version").path("status").asText()).isEqualTo("READY");

    // MLflow's own client finds the model by its alias, reads MLmodel, and downloads the bundle
    Path script =
        Files.writeString(
            folder.resolve("read.py"),
            """
            import json, mlflow
            mlflow.set_tracking_uri("%s")
            info = mlflow.models.get_model_info("models:/cards@champion")
            place = mlflow.artifacts.download_artifacts("models:/cards@champion", dst_path="copy")
            print(json.dumps({
                "flavors": info.flavors,
                "inputs": info.signature.inputs.to_dict(),
                "outputs": info.signature.outputs.to_dict(),
                "place": place}), file=open("read.json", "w"))
            """
                .replace("%s", url));
    assertThat(run(python.toString(), script.toString())).isZero();
    JsonNode read = Json.mapper().readTree(Files.readString(folder.resolve("read.json")));
    assertThat(read.path("flavors").path("synth").path("model_version").asText())
        .isEqualTo(version);
    assertThat(read.path("inputs"))
        .extracting(each -> each.path("name").asText() + " " + each.path("type").asText())
        .containsExactly("amount double", "hour double", "channel string", "note string");
    assertThat(read.path("outputs"))
        .extracting(each -> each.path("name").asText())
        .containsExactly("score", "probability", "decision");

    // what was downloaded is the bundle, and scores as it does
    Path rows = SmallData.csv(folder, 400, 80);
    Path copy = folder.resolve(read.path("place").asText());
    for (String model : List.of(bundle, copy.toString())) {
      Path scored = folder.resolve(model.equals(bundle) ? "own.csv" : "copy.csv");
      CommandLineRun score =
          CommandLineRun.of("score", model, rows.toString(), "--to", scored.toString());
      assertThat(score.code()).as(score.err()).isZero();
    }
    assertThat(folder.resolve("copy.csv")).hasSameTextualContentAs(folder.resolve("own.csv"));
  }

  @Test
  void aPromotedChallengerIsTheChampionOfTheRegistry() throws IOException, InterruptedException {
    Path place = Files.createDirectory(folder.resolve("retrain"));
    String model = MovingFrauds.model(place).toString();
    CommandLineRun first =
        CommandLineRun.of(
            "register", model, "--mlflow", url, "--name", "moving", "--alias", "champion");
    assertThat(first.code()).as(first.err()).isZero();

    Path rows =
        MovingFrauds.rows(place, "all.csv", MovingFrauds.ALL_DAYS, MovingFrauds.FITTED_DAYS);
    CommandLineRun retrained =
        CommandLineRun.of(
            "retrain",
            "--champion",
            model,
            "--rows",
            rows.toString(),
            "--days",
            "20",
            "--json",
            "--mlflow",
            url,
            "--name",
            "moving");
    assertThat(retrained.code()).as(retrained.err()).isZero();
    JsonNode result = Json.mapper().readTree(retrained.out());
    assertThat(result.path("is_promoted").asBoolean()).as(retrained.out()).isTrue();

    JsonNode champion =
        get("registered-models/alias?name=moving&alias=champion").path("model_version");
    assertThat(champion.path("version").asText()).isEqualTo("2");
    assertThat(champion.path("tags").toString()).contains(result.path("challenger").asText());
  }
}

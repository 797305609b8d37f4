package dev.synth.internal.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A small MLflow server: experiments, runs, files and models in memory, with the limits that the
 * real one has for names and for what comes at once.
 */
public final class FakeMlflow implements AutoCloseable {
  private static final Pattern NAME =
      Pattern.compile("[/\\w.\\- ]*", Pattern.UNICODE_CHARACTER_CLASS);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Experiments by name. */
  final Map<String, String> experiments = new LinkedHashMap<>();

  final Map<String, Run> runs = new LinkedHashMap<>();
  final Map<String, byte[]> files = new LinkedHashMap<>();
  final Map<String, List<ObjectNode>> versions = new LinkedHashMap<>();
  final Map<String, String> aliases = new LinkedHashMap<>();
  final List<String> calls = new ArrayList<>();
  final List<String> authorizations = new ArrayList<>();

  /** The root of the files of runs. */
  String root = "mlflow-artifacts:/";

  /** The answer to a call in place of the server; it may take its time. */
  private final Map<String, Answer> instead = new LinkedHashMap<>();

  /** A run. */
  static final class Run {
    String status = "RUNNING";
    final Map<String, String> tags = new LinkedHashMap<>();
    final Map<String, String> params = new LinkedHashMap<>();

    /** Values by key, then by step. */
    final Map<String, Map<Long, Double>> metrics = new LinkedHashMap<>();

    double metric(String key) {
      return metrics.getOrDefault(key, Map.of()).values().stream().reduce(Double.NaN, (a, b) -> b);
    }

    String name() {
      return tags.getOrDefault("mlflow.runName", "");
    }
  }

  /** An answer that is not the server's own. */
  record Answer(int status, String body, Map<String, String> headers, long afterMillis) {
    static Answer of(int status, String body) {
      return new Answer(status, body, Map.of(), 0);
    }
  }

  /** A refusal, as the real server words it. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    Refused(int status, String code, String message) {
      super(message);
      this.status = status;
      this.code = code;
    }
  }

  public FakeMlflow() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Has a call answered otherwise. */
  void answer(String call, Answer answer) {
    instead.put(call, answer);
  }

  /** Returns the version that an alias of a model stands for; null where there is none. */
  public synchronized @Nullable String alias(String model, String alias) {
    return aliases.get(model + "@" + alias);
  }

  Run run(String name) {
    return runs.values().stream()
        .filter(run -> run.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no run " + name));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    String call = path.replaceFirst("^/api/2.0/(mlflow/)?", "");
    Answer answer;
    synchronized (this) {
      calls.add(call);
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      answer =
          instead.entrySet().stream()
              .filter(each -> call.startsWith(each.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
      if (answer == null) {
        answer = own(exchange, call, body);
      }
    }
    try {
      Thread.sleep(answer.afterMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Answer own(HttpExchange exchange, String call, byte[] body) {
    try {
      if (call.startsWith("mlflow-artifacts/artifacts/")) {
        files.put(call.substring("mlflow-artifacts/artifacts/".length()), body);
        return Answer.of(200, "{}");
      }
      JsonNode json = body.length == 0 ? query(exchange) : Json.mapper().readTree(body);
      ObjectNode answer =
          call.startsWith("registered-models") || call.startsWith("model-versions")
              ? model(exchange.getRequestMethod(), call, json)
              : tracked(call, json);
      return Answer.of(200, answer.toString());
    } catch (Refused e) {
      ObjectNode error = Json.mapper().createObjectNode();
      error.put("error_code", e.code).put("message", e.getMessage());
      return Answer.of(e.status, error.toString());
    } catch (IOException e) {
      return Answer.of(400, "no JSON");
    }
  }

  private static JsonNode query(HttpExchange exchange) {
    ObjectNode json = Json.mapper().createObjectNode();
    String query = exchange.getRequestURI().getRawQuery();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        json.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return json;
  }

  private ObjectNode tracked(String call, JsonNode json) {
    ObjectNode answer = Json.mapper().createObjectNode();
    switch (call) {
      case "experiments/get-by-name" -> {
        String id = experiments.get(json.path("experiment_name").asText());
        require(id != null, 404, "RESOURCE_DOES_NOT_EXIST", "Could not find experiment");
        answer.putObject("experiment").put("experiment_id", id).put("lifecycle_stage", "active");
      }
      case "experiments/create" -> {
        experiments.put(json.path("name").asText(), String.valueOf(experiments.size() + 1));
        answer.put("experiment_id", experiments.get(json.path("name").asText()));
      }
      case "runs/search" -> {
        answer.putArray("runs");
        runs.forEach(
            (id, run) -> {
              String value = String.valueOf(run.tags.get("synth.results"));
              if (json.path("filter").asText().contains("'" + value + "'")
                  && run.status.equals("FINISHED")) {
                answer.withArray("runs").addObject().putObject("info").put("run_id", id);
              }
            });
      }
      case "runs/create" -> {
        String id = "run" + (runs.size() + 1);
        Run run = new Run();
        json.path("tags")
            .forEach(tag -> run.tags.put(tag.path("key").asText(), tag.path("value").asText()));
        runs.put(id, run);
        ObjectNode info = answer.putObject("run").putObject("info");
        info.put("run_id", id);
        info.put(
            "artifact_uri", root + json.path("experiment_id").asText() + "/" + id + "/artifacts");
      }
      case "runs/log-batch" -> log(known(json), json);
      case "runs/update" -> known(json).status = json.path("status").asText();
      default -> throw new Refused(404, "ENDPOINT_NOT_FOUND", "no " + call);
    }
    return answer;
  }

  private Run known(JsonNode json) {
    Run run = runs.get(json.path("run_id").asText());
    require(run != null, 404, "RESOURCE_DOES_NOT_EXIST", "Run not found");
    return Objects.requireNonNull(run);
  }

  private static void log(Run run, JsonNode json) {
    String wrong = "INVALID_PARAMETER_VALUE";
    require(json.path("params").size() <= 100, 400, wrong, "too many params");
    require(json.path("metrics").size() <= 1000, 400, wrong, "too many metrics");
    for (JsonNode param : json.path("params")) {
      String key = name(param.path("key").asText());
      String value = param.path("value").asText();
      require(value.length() <= 500, 400, wrong, "too long: " + key);
      String old = run.params.put(key, value);
      require(old == null || old.equals(value), 400, wrong, "changed: " + key);
    }
    for (JsonNode metric : json.path("metrics")) {
      require(metric.path("value").isNumber(), 400, wrong, "no number");
      run.metrics
          .computeIfAbsent(name(metric.path("key").asText()), key -> new LinkedHashMap<>())
          .put(metric.path("step").asLong(), metric.path("value").asDouble());
    }
  }

  /** Names as the real server checks them: their characters, and that they are plain paths. */
  private static String name(String key) {
    boolean isPath = !key.startsWith("/") && !key.endsWith("/") && !key.isEmpty();
    for (String part : key.split("/", -1)) {
      isPath &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
    }
    require(
        isPath && key.length() <= 250 && NAME.matcher(key).matches(),
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid name: " + key);
    return key;
  }

  private ObjectNode model(String method, String call, JsonNode json) {
    ObjectNode answer = Json.mapper().createObjectNode();
    String name = json.path("name").asText();
    switch (method + " " + call) {
      case "POST registered-models/create" -> {
        require(
            versions.putIfAbsent(name, new ArrayList<>()) == null,
            400,
            "RESOURCE_ALREADY_EXISTS",
            "Registered Model already exists");
      }
      case "GET registered-models/get" ->
          require(versions.containsKey(name), 404, "RESOURCE_DOES_NOT_EXIST", "Registered Model");
      case "POST model-versions/create" -> {
        List<ObjectNode> all = known(name);
        ObjectNode version = ((ObjectNode) json).deepCopy();
        version.put("version", String.valueOf(all.size() + 1)).put("status", "READY");
        all.add(version);
        answer.set("model_version", version);
      }
      case "GET model-versions/search" -> {
        answer.putArray("model_versions");
        String filter = json.path("filter").asText();
        versions.forEach(
            (model, all) -> {
              if (filter.contains("'" + model.replace("'", "''") + "'")) {
                all.forEach(each -> answer.withArray("model_versions").add(each));
              }
            });
      }
      case "POST registered-models/alias" -> {
        known(name);
        aliases.put(name + "@" + json.path("alias").asText(), json.path("version").asText());
      }
      case "GET registered-models/alias" -> {
        String version = aliases.get(name + "@" + json.path("alias").asText());
        require(version != null, 404, "RESOURCE_DOES_NOT_EXIST", "alias not found");
        answer.putObject("model_version").put("name", name).put("version", version);
      }
      default -> throw new Refused(404, "ENDPOINT_NOT_FOUND", "no " + method + " " + call);
    }
    return answer;
  }

  private List<ObjectNode> known(String model) {
    List<ObjectNode> all = versions.get(model);
    require(all != null, 404, "RESOURCE_DOES_NOT_EXIST", "Registered Model not found");
    return Objects.requireNonNull(all);
  }

  private static void require(boolean holds, int status, String code, @Nullable String message) {
    if (!holds) {
      throw new Refused(status, code, String.valueOf(message));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

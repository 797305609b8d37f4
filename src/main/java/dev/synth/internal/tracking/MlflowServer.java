package dev.synth.internal.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Cancellation;
import dev.synth.base.Problem;
import dev.synth.config.TrackingOptions;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.files.Stopwatch;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * The REST API of an MLflow server, version 2.0.
 *
 * <p>All requests together take no longer than a number of seconds. Redirects are not followed,
 * since they would take the token elsewhere. Every failure is a problem of the environment, in one
 * sentence that holds no secret.
 */
final class MlflowServer implements AutoCloseable {
  private static final String API = "/api/2.0/mlflow/";
  private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts/";
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final int NOT_FOUND = 404;
  private static final int MOST_CHARACTERS = 300;

  /** Seconds that are left to mark a run as failed when all others are spent. */
  private static final double GRACE = 3;

  private final String base;
  private final MlflowLogin login;
  private final HttpClient client;
  private final Cancellation cancellation;
  private final Stopwatch watch = Stopwatch.start();
  private final double seconds;

  /**
   * A server, which is not asked anything yet.
   *
   * @param environment the environment variables, which may hold a token
   * @throws Problem (environment) if a variable that the options name is not set
   */
  MlflowServer(
      TrackingOptions options, Map<String, String> environment, Cancellation cancellation) {
    this.base = options.mlflow().replaceFirst("/+$", "");
    this.login = MlflowLogin.of(options, environment);
    this.seconds = options.seconds();
    this.cancellation = cancellation;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Returns the address of a page for people. */
  String page(String place) {
    return base + "/#/" + place;
  }

  /** Asks for something. */
  JsonNode get(String call, Map<String, String> query) {
    return find(call, query).orElseThrow(() -> failed(call, "there is none"));
  }

  /** Asks for something that may not be there. */
  Optional<JsonNode> find(String call, Map<String, String> query) {
    String parameters =
        query.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request = request(API + call + "?" + parameters).GET();
    HttpResponse<byte[]> response = send(call, request, left());
    return response.statusCode() == NOT_FOUND && isOurs(response)
        ? Optional.empty()
        : Optional.of(read(call, response));
  }

  /** Does something. */
  JsonNode post(String call, ObjectNode body) {
    return read(call, send(call, written(call).POST(publisher(body)), left()));
  }

  /** Changes something. */
  JsonNode patch(String call, ObjectNode body) {
    return read(call, send(call, written(call).method("PATCH", publisher(body)), left()));
  }

  /** Does something, although the time may be up; nobody hears of it where it fails. */
  void postAtLast(String call, ObjectNode body) {
    try {
      send(call, written(call).POST(publisher(body)), GRACE);
    } catch (Problem e) {
      // what went wrong first is what is told
    }
  }

  /**
   * Uploads a file through the server.
   *
   * @param path the place below the server's root of files, its parts parted by slashes
   */
  void upload(String path, byte[] content) {
    String encoded =
        Arrays.stream(path.split("/")).map(MlflowServer::encoded).collect(Collectors.joining("/"));
    HttpRequest.Builder request =
        request(FILES + encoded)
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(content));
    HttpResponse<byte[]> response = send("upload", request, left());
    if (response.statusCode() / 100 != 2) {
      throw refused("the upload of " + path.substring(path.lastIndexOf('/') + 1), response);
    }
  }

  private HttpRequest.Builder written(String call) {
    return request(API + call).header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher publisher(ObjectNode body) {
    return BodyPublishers.ofString(body.toString());
  }

  private HttpRequest.Builder request(String place) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + place));
    if (login.header() != null) {
      request.header("Authorization", login.header());
    }
    return request;
  }

  private double left() {
    if (cancellation.isRequested()) {
      throw new CancellationException("stopped");
    }
    return seconds - watch.seconds();
  }

  private HttpResponse<byte[]> send(String call, HttpRequest.Builder request, double limit) {
    if (limit <= 0) {
      throw late();
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    try {
      return answer.get(Math.round(limit * 1000), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw late();
    } catch (ExecutionException e) {
      throw broken(call, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private Problem late() {
    return Problem.environment(
        "the MLflow server %s took more than the %s s that it may", base, Math.round(seconds));
  }

  private Problem broken(String call, Throwable cause) {
    if (cause instanceof java.net.http.HttpConnectTimeoutException
        || cause instanceof ConnectException) {
      return Problem.environment("the MLflow server %s cannot be reached", base);
    }
    String reason = String.valueOf(cause.getMessage());
    return cause instanceof SSLException
        ? Problem.environment("no secure connection to the MLflow server %s: %s", base, reason)
        : failed(call, "the connection broke: " + reason);
  }

  private Problem failed(String call, String reason) {
    return Problem.environment(
        "the MLflow server %s failed at '%s': %s", base, call, login.hidden(reason));
  }

  /** A 404 of MLflow, and not of whatever else answers under the address. */
  private static boolean isOurs(HttpResponse<byte[]> response) {
    return text(response).contains("RESOURCE_DOES_NOT_EXIST");
  }

  private JsonNode read(String call, HttpResponse<byte[]> response) {
    if (response.statusCode() / 100 != 2) {
      throw refused("'" + call + "'", response);
    }
    try {
      JsonNode json = Json.mapper().readTree(text(response));
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // told below
    }
    throw Problem.environment("%s does not answer as an MLflow server does", base);
  }

  private Problem refused(String what, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status / 100 == 3) {
      String where = response.headers().firstValue("Location").orElse("another address");
      return Problem.environment(
          "the MLflow server %s sends on to %s; name that one", base, login.hidden(where));
    }
    String hint =
        status == 401 || status == 403
            ? "; a token, or user and password, come from environment variables"
            : "";
    return Problem.environment(
        "the MLflow server %s refused %s (%d)%s%s", base, what, status, reason(response), hint);
  }

  private String reason(HttpResponse<byte[]> response) {
    String message = "";
    try {
      message = Json.mapper().readTree(text(response)).path("message").asText();
    } catch (JsonProcessingException e) {
      // not MLflow's: the status alone says what there is to say
    }
    String line = message.lines().findFirst().orElse("").strip();
    String cut = line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "…" : line;
    return cut.isEmpty() ? "" : ": " + login.hidden(cut);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  @Override
  public String toString() {
    return PlainText.of("MLflow at %s", base);
  }
}

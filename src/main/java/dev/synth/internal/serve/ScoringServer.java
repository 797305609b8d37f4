package dev.synth.internal.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Version;
import dev.synth.internal.files.OutputFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model behind HTTP. Connections have virtual threads; rows are read and scored by a bounded pool
 * of platform threads with a bounded queue before it, and what finds that full is refused at once.
 *
 * <p>Nothing of a request is written down anywhere; only counts are kept.
 */
public final class ScoringServer implements AutoCloseable {
  /** Paths that answer without a token, for probes. */
  private static final List<String> OPEN = List.of("/ping", "/v2/health/live", "/v2/health/ready");

  private static final int BACKLOG = 1024;

  private final ServeOptions options;
  private final Supplier<ServedModel> source;
  private final AtomicReference<ServedModel> served;
  private final @Nullable ServedModel shadow;
  private final LongSupplier clock;
  private final ServerMetrics metrics = new ServerMetrics();
  private final HttpServer server;
  private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
  private final ThreadPoolExecutor workers;
  private final ThreadPoolExecutor shadowing;
  private final Semaphore open;
  private volatile boolean draining;

  private ScoringServer(
      HttpServer server,
      Supplier<ServedModel> source,
      @Nullable ServedModel shadow,
      ServeOptions options,
      LongSupplier clock) {
    this.server = server;
    this.options = options;
    this.source = source;
    this.clock = clock;
    this.served = new AtomicReference<>(source.get());
    this.shadow = shadow;
    this.workers = pool("synth-score", options.workers(), options.waiting());
    this.shadowing = pool("synth-shadow", 1, options.waiting());
    this.open = new Semaphore(2 * (options.workers() + options.waiting()));
  }

  private static ThreadPoolExecutor pool(String name, int threads, int waiting) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(waiting),
        Thread.ofPlatform().name(name + "-", 0).daemon(true).factory());
  }

  /**
   * Starts a server.
   *
   * @param folder the bundle that decides
   * @param shadow a bundle that scores the same rows without deciding, or null
   * @param clock nanoseconds since some moment
   * @throws Problem if a bundle can't be read, or the port is taken
   */
  public static ScoringServer start(
      Path folder, @Nullable Path shadow, ServeOptions options, LongSupplier clock) {
    ServedModel challenger = shadow == null ? null : ServedModel.read(shadow);
    return start(() -> ServedModel.read(folder), challenger, options, clock);
  }

  /**
   * Starts a server of models that come from elsewhere.
   *
   * @param source gives the model, at first and at each reload
   */
  static ScoringServer start(
      Supplier<ServedModel> source,
      @Nullable ServedModel shadow,
      ServeOptions options,
      LongSupplier clock) {
    HttpServer server;
    try {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getByName(options.host()), options.port());
      server = HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw Problem.environment(
              "cannot listen on %s port %d: %s",
              options.host(), options.port(), OutputFiles.reason(e))
          .causedBy(e);
    }
    boolean started = false;
    try {
      ScoringServer scoring = new ScoringServer(server, source, shadow, options, clock);
      scoring.listen();
      started = true;
      return scoring;
    } finally {
      if (!started) {
        server.stop(0);
      }
    }
  }

  private void listen() {
    server.setExecutor(connections);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Returns the port on which it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Returns the version of the model that is served now. */
  public String version() {
    return model().version();
  }

  /** Returns the name of the model that is served now. */
  public String name() {
    return model().name();
  }

  private ServedModel model() {
    return served.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String route = route(path);
    Answer answer;
    try {
      answer = answer(exchange, path, route);
    } catch (BadRequest e) {
      answer = Answer.error(e.status(), e.sentence());
    } catch (RuntimeException e) {
      answer = Answer.error(500, "this is a bug of ours: " + e.getClass().getSimpleName());
    }
    metrics.request(route, answer.status());
    send(exchange, answer);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(
          answer.status(), isHead || answer.body().length == 0 ? -1 : answer.body().length);
      if (!isHead && answer.body().length > 0) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  /** Returns what a path is counted as. */
  private static String route(String path) {
    if (path.startsWith("/v2/models/")) {
      return path.endsWith("/infer") ? "infer" : "model";
    }
    return switch (path) {
      case "/v2", "/v2/" -> "server";
      case "/v2/health/live", "/v2/health/ready", "/ping", "/health" -> "health";
      case "/invocations" -> "invocations";
      case "/metrics", "/version", "/openapi.json" -> path.substring(1);
      case "/admin/reload" -> "reload";
      default -> "other";
    };
  }

  private Answer answer(HttpExchange exchange, String path, String route) throws IOException {
    if (!OPEN.contains(path)) {
      authorize(exchange);
    }
    return switch (route) {
      case "server" -> get(exchange, Answer.json(200, ModelAnswers.server()));
      case "health" -> health(path);
      case "version" -> get(exchange, Answer.text("text/plain", Version.text()));
      case "openapi.json" -> get(exchange, Answer.json(200, OpenApi.of(model())));
      case "metrics" ->
          get(
              exchange,
              Answer.text(
                  "text/plain; version=0.0.4; charset=utf-8",
                  metrics.text(model(), workers.getQueue().size())));
      case "model" -> modelAnswer(exchange, path);
      case "infer", "invocations" -> scored(exchange, path, route);
      case "reload" -> reload(exchange);
      default -> throw new BadRequest(404, "there is no path '%s'; /openapi.json lists them", path);
    };
  }

  private void authorize(HttpExchange exchange) {
    String token = options.token();
    if (token == null) {
      return;
    }
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    byte[] given = (shown == null ? "" : shown).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, given)) {
      throw new BadRequest(401, "the header 'Authorization: Bearer TOKEN' is missing or wrong");
    }
  }

  private static Answer get(HttpExchange exchange, Answer answer) {
    require(exchange, "GET");
    return answer;
  }

  private static void require(HttpExchange exchange, String method) {
    String given = exchange.getRequestMethod();
    if (!given.equals(method) && !(method.equals("GET") && given.equals("HEAD"))) {
      throw new BadRequest(405, "the method must be %s, but is %s", method, given);
    }
  }

  private Answer health(String path) {
    boolean isLive = path.equals("/v2/health/live");
    boolean ready = isLive || !draining;
    return Answer.json(
        ready ? 200 : 503, Json.mapper().createObjectNode().put(isLive ? "live" : "ready", ready));
  }

  private Answer modelAnswer(HttpExchange exchange, String path) {
    String rest = ofModel(path);
    return switch (rest) {
      case "" -> get(exchange, Answer.json(200, ModelAnswers.model(model())));
      case "/ready" ->
          get(
              exchange,
              Answer.json(
                  draining ? 503 : 200,
                  Json.mapper()
                      .createObjectNode()
                      .put("name", model().name())
                      .put("ready", !draining)));
      default -> throw new BadRequest(404, "there is no path '%s'; /openapi.json lists them", path);
    };
  }

  /** Returns what a path asks of the model; 404 for another model or version. */
  private String ofModel(String path) {
    ServedModel model = model();
    String prefix = "/v2/models/" + model.name();
    if (!path.equals(prefix) && !path.startsWith(prefix + "/")) {
      throw new BadRequest(404, "there is no such model; the one served is '%s'", model.name());
    }
    String rest = path.substring(prefix.length());
    if (!rest.startsWith("/versions/")) {
      return rest;
    }
    String version = rest.substring("/versions/".length()).replaceFirst("/.*", "");
    if (!version.equals(model.version())) {
      throw new BadRequest(
          404, "there is no version '%s'; the one served is %s", version, model.version());
    }
    return rest.substring("/versions/".length() + version.length());
  }

  /** Scores on the pool, or refuses at once where it and the queue before it are full. */
  private Answer scored(HttpExchange exchange, String path, String route) throws IOException {
    long started = clock.getAsLong();
    require(exchange, "POST");
    if (route.equals("infer") && !ofModel(path).equals("/infer")) {
      throw new BadRequest(404, "there is no path '%s'; /openapi.json lists them", path);
    }
    if (draining) {
      return refuse("draining", "the server is about to stop");
    }
    if (!open.tryAcquire()) {
      return refuse("concurrency", "too many requests are open; try again");
    }
    try {
      byte[] body = body(exchange);
      String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
      Future<Answer> future =
          workers.submit(
              (Callable<Answer>)
                  () -> route.equals("infer") ? inference(body) : invocations(body, type));
      Answer answer = await(future);
      metrics.duration(clock.getAsLong() - started);
      return answer;
    } catch (RejectedExecutionException e) {
      return refuse("queue", "too many requests wait; try again");
    } finally {
      open.release();
    }
  }

  private Answer refuse(String reason, String sentence) {
    metrics.refused(reason);
    return Answer.error(503, sentence).with("Retry-After", "1");
  }

  private Answer await(Future<Answer> future) {
    try {
      return future.get(options.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      return refuse(
          "time", PlainText.of("the request took more than %d ms", options.patience().toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refuse("draining", "the server stops");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  private byte[] body(HttpExchange exchange) throws IOException {
    int most = options.mostBodyBytes();
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    boolean isTold = length != null && length.matches("[0-9]{1,18}");
    if (isTold && Long.parseLong(length) > most) {
      throw tooLong(most);
    }
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(most + 1);
      if (body.length > most) {
        throw tooLong(most);
      }
      return body;
    }
  }

  private static BadRequest tooLong(int most) {
    return new BadRequest(413, "the body is longer than %d bytes; send fewer rows at once", most);
  }

  private Answer inference(byte[] body) {
    JsonNode json = RequestRows.json(body);
    ServedModel.Scored scored = score(RequestRows.ofTensors(json));
    return told(Answer.json(200, ModelAnswers.inference(scored, json)), scored);
  }

  private Answer invocations(byte[] body, String type) {
    String bare = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    RequestRows rows =
        switch (bare) {
          case "text/csv" -> RequestRows.ofCsv(body);
          case "application/json", "null" -> RequestRows.ofDataframe(RequestRows.json(body));
          default ->
              throw new BadRequest(
                  415, "the content type must be application/json or text/csv, but is %s", bare);
        };
    ServedModel.Scored scored = score(rows);
    return told(Answer.json(200, ModelAnswers.predictions(scored)), scored);
  }

  private static Answer told(Answer answer, ServedModel.Scored scored) {
    return answer
        .with("X-Model-Version", scored.model().version())
        .with("X-Threshold", String.valueOf(scored.model().threshold()));
  }

  private ServedModel.Scored score(RequestRows rows) {
    ServedModel.Scored scored = model().score(rows, options.lenient());
    metrics.scored(scored);
    ServedModel challenger = shadow;
    if (challenger != null) {
      try {
        shadowing.execute(() -> shadow(challenger, rows, scored));
      } catch (RejectedExecutionException e) {
        metrics.shadowDropped();
      }
    }
    return scored;
  }

  private void shadow(ServedModel challenger, RequestRows rows, ServedModel.Scored scored) {
    try {
      metrics.shadow(scored.scores(), challenger.score(rows, true).scores());
    } catch (RuntimeException e) {
      metrics.shadowFailed();
    }
  }

  /** Reads the bundle's folder again; where that fails, the model that is served stays. */
  private Answer reload(HttpExchange exchange) {
    require(exchange, "POST");
    try {
      ServedModel next = source.get();
      served.set(next);
      metrics.reloaded();
      return Answer.json(200, ModelAnswers.model(next));
    } catch (Problem problem) {
      throw new BadRequest(409, "%s; the model stays", problem.complaint().text());
    }
  }

  /** Takes no further requests, waits for those in progress, and stops. */
  @Override
  public void close() {
    draining = true;
    server.stop((int) options.drain().toSeconds());
    connections.shutdown();
    workers.shutdown();
    shadowing.shutdownNow();
  }
}

package dev.synth.internal.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.Version;
import dev.synth.internal.classify.explain.Contributions;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The paths of a server, and what each of them answers. */
final class Routes {
  /** Paths that answer without a token, for probes. */
  private static final List<String> OPEN = List.of("/ping", "/v2/health/live", "/v2/health/ready");

  private final ServeOptions options;
  private final Scorer scorer;
  private final ScoringPool pool;
  private final ServerMetrics metrics;

  /** Events and labels, or null where the model computes no features. */
  private final @Nullable EventRoutes events;

  Routes(
      ServeOptions options,
      Scorer scorer,
      ScoringPool pool,
      ServerMetrics metrics,
      @Nullable EventRoutes events) {
    this.options = options;
    this.scorer = scorer;
    this.pool = pool;
    this.metrics = metrics;
    this.events = events;
    metrics.watch(scorer::model, pool::waiting, scorer::waitingForLog);
    if (events != null) {
      metrics.watch(events::size);
    }
  }

  /** Returns what a path is counted as. */
  static String of(String path) {
    if (path.startsWith("/v2/models/")) {
      return path.endsWith("/infer") ? "infer" : "model";
    }
    return switch (path) {
      case "/v2", "/v2/" -> "server";
      case "/v2/health/live", "/v2/health/ready", "/ping", "/health" -> "health";
      case "/invocations", "/events", "/labels" -> path.substring(1);
      case "/metrics", "/version", "/openapi.json" -> path.substring(1);
      case "/admin/reload" -> "reload";
      default -> "other";
    };
  }

  /**
   * Answers a request, now or, where rows are scored, when they are.
   *
   * @param arrived when the server first saw it
   * @param reply takes the answer, on any thread
   */
  void answer(
      HttpExchange exchange, String path, String route, long arrived, Consumer<Response> reply)
      throws IOException {
    if (!OPEN.contains(path)) {
      RequestReader.authorize(exchange, options.token());
    }
    switch (route) {
      case "infer", "invocations", "events" -> score(exchange, path, route, arrived, reply);
      case "labels" -> labels(exchange, arrived, reply);
      default -> reply.accept(answer(exchange, path, route));
    }
  }

  private Response answer(HttpExchange exchange, String path, String route) {
    return switch (route) {
      case "server" -> get(exchange, Response.json(200, ModelAnswers.server()));
      case "health" -> health(exchange, path);
      case "version" -> get(exchange, Response.text("text/plain", Version.text()));
      case "openapi.json" -> get(exchange, Response.json(200, OpenApi.of(model())));
      case "metrics" -> metrics(exchange);
      case "model" -> modelAnswer(exchange, path);
      case "reload" -> reload(exchange);
      default -> throw nowhere(path);
    };
  }

  private ServedModel model() {
    return scorer.model();
  }

  private static BadRequest nowhere(String path) {
    return new BadRequest(404, "there is no path '%s'; /openapi.json lists them", path);
  }

  private static Response get(HttpExchange exchange, Response answer) {
    RequestReader.require(exchange, "GET");
    return answer;
  }

  private Response health(HttpExchange exchange, String path) {
    RequestReader.require(exchange, "GET");
    boolean isLive = path.equals("/v2/health/live");
    boolean ready = isLive || !pool.isDraining();
    return Response.json(
        ready ? 200 : 503, Json.mapper().createObjectNode().put(isLive ? "live" : "ready", ready));
  }

  private Response metrics(HttpExchange exchange) {
    ServerMetrics.MetricsText text =
        metrics.text(model(), exchange.getRequestHeaders().getFirst("Accept"));
    return get(exchange, new Response(200, text.type(), text.body(), Map.of()));
  }

  private Response modelAnswer(HttpExchange exchange, String path) {
    String rest = ofModel(path);
    return switch (rest) {
      case "" ->
          get(exchange, Response.json(200, ModelAnswers.model(model(), scorer.exploration())));
      case "/ready" ->
          get(
              exchange,
              Response.json(
                  pool.isDraining() ? 503 : 200,
                  Json.mapper()
                      .createObjectNode()
                      .put("name", model().name())
                      .put("ready", !pool.isDraining())));
      default -> throw nowhere(path);
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

  /** Hands rows that are to be scored to the pool, which replies. */
  private void score(
      HttpExchange exchange, String path, String route, long arrived, Consumer<Response> reply)
      throws IOException {
    RequestReader.require(exchange, "POST");
    if (route.equals("infer") && !ofModel(path).equals("/infer")) {
      throw nowhere(path);
    }
    RequestReader.requireJson(exchange);
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    Asked asked =
        new Asked(
            exchange.getRequestHeaders().getFirst("X-Request-Id"),
            exchange.getRequestURI().getQuery());
    Function<byte[], Response> work =
        switch (route) {
          case "infer" -> body -> inference(body, asked);
          case "events" -> body -> events(body, type, asked);
          default -> body -> invocations(body, type, asked);
        };
    take(exchange, arrived, work, reply);
  }

  private void take(
      HttpExchange exchange,
      long arrived,
      Function<byte[], Response> work,
      Consumer<Response> reply)
      throws IOException {
    RequestReader.requirePlainText(exchange);
    pool.take(
        arrived,
        new ScoringPool.Request() {
          @Override
          public byte[] body() throws IOException {
            return RequestReader.body(exchange, options.bounds().mostBodyBytes());
          }

          @Override
          public Response work(byte[] body) {
            return work.apply(body);
          }

          @Override
          public void reply(Response answer) {
            reply.accept(answer);
          }
        });
  }

  private Response events(byte[] body, String type, Asked asked) {
    EventRoutes taker = required();
    RequestRows rows = PostedRows.of(body, type).rows();
    int most = Explaining.asked(asked.query(), MissingNode.getInstance());
    return taker.events(
        rows,
        scorer,
        RequestReader.named(asked.name()),
        (decisions, answer) -> {
          if (most > 0) {
            Explaining.addTo(answer, explained(decisions), most);
          }
          return told(Response.json(200, answer), decisions);
        });
  }

  private EventRoutes required() {
    if (events == null) {
      throw new BadRequest(404, "the model computes no features, so that it takes no events");
    }
    return events;
  }

  private void labels(HttpExchange exchange, long arrived, Consumer<Response> reply)
      throws IOException {
    RequestReader.require(exchange, "POST");
    EventRoutes taker = required();
    take(
        exchange,
        arrived,
        body -> taker.labels(RequestRows.json(body), model().bundle().contract().label()),
        reply);
  }

  /** The part of a request beside its body: a name for it, and the query of its address. */
  private record Asked(@Nullable String name, @Nullable String query) {}

  private Response inference(byte[] body, Asked asked) {
    JsonNode json = RequestRows.json(body);
    ModelAnswers.requireOutputs(json, scorer.exploration());
    int most = Explaining.asked(asked.query(), json.path("parameters"));
    String id = json.path("id").isTextual() ? json.path("id").textValue() : asked.name();
    Decisions decisions = scorer.decide(RequestRows.ofTensors(json), RequestReader.named(id));
    ObjectNode answer = ModelAnswers.inference(decisions, json);
    if (most > 0) {
      Explaining.addTensors(answer, explained(decisions), most);
    }
    return told(Response.json(200, answer), decisions);
  }

  private static Contributions explained(Decisions decisions) {
    try {
      return decisions.model().bundle().explain(decisions.rows().features());
    } catch (Problem problem) {
      throw BadRequest.body("%s", problem.complaint().text());
    }
  }

  /** Rows that were sent, and the parameters beside them. */
  private record PostedRows(RequestRows rows, JsonNode parameters) {
    static PostedRows of(byte[] body, String type) {
      String bare = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
      return switch (bare) {
        case "text/csv" -> new PostedRows(RequestRows.ofCsv(body), MissingNode.getInstance());
        case "application/json", "null" -> {
          JsonNode json = RequestRows.json(body);
          yield new PostedRows(RequestRows.ofDataframe(json), json.path("params"));
        }
        default ->
            throw new BadRequest(
                415, "the content type must be application/json or text/csv, but is %s", bare);
      };
    }
  }

  private Response invocations(byte[] body, String type, Asked asked) {
    PostedRows posted = PostedRows.of(body, type);
    int most = Explaining.asked(asked.query(), posted.parameters());
    Decisions decisions = scorer.decide(posted.rows(), RequestReader.named(asked.name()));
    ObjectNode answer = ModelAnswers.predictions(decisions);
    if (most > 0) {
      Explaining.addTo(answer, explained(decisions), most);
    }
    return told(Response.json(200, answer), decisions);
  }

  private static Response told(Response answer, Decisions decisions) {
    return answer
        .with("X-Request-Id", decisions.request())
        .with("X-Model-Version", decisions.model().version())
        .with("X-Threshold", String.valueOf(decisions.model().threshold()));
  }

  private Response reload(HttpExchange exchange) {
    RequestReader.require(exchange, "POST");
    try {
      return Response.json(200, ModelAnswers.model(scorer.reload(), scorer.exploration()));
    } catch (Problem problem) {
      throw new BadRequest(409, "%s; the model stays", problem.complaint().text());
    }
  }
}

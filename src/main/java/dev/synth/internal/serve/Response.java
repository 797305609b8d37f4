package dev.synth.internal.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The answer to a request.
 *
 * @param status the HTTP status
 * @param type the content type
 * @param body the body
 * @param headers further headers
 */
@SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
record Response(int status, String type, byte[] body, Map<String, String> headers) {
  private static final int MOST_FRAMES = 20;

  static Response json(int status, JsonNode json) {
    return new Response(
        status, "application/json", json.toString().getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static Response text(String type, String text) {
    return new Response(200, type, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static Response error(int status, String sentence) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("error", sentence);
    return json(status, json);
  }

  /** Returns what is answered, or what is said where that fails. */
  static Response of(Supplier<Response> answer, Consumer<String> warnings) {
    try {
      return answer.get();
    } catch (RuntimeException e) {
      return failure(e, warnings);
    }
  }

  /**
   * Returns what is said where something fails.
   *
   * @param warnings takes what a bug of ours leaves behind; not its message, which may quote a row
   */
  static Response failure(RuntimeException e, Consumer<String> warnings) {
    if (!(e instanceof BadRequest bad)) {
      String frames =
          Arrays.stream(e.getStackTrace())
              .limit(MOST_FRAMES)
              .map(frame -> "\n    at " + frame)
              .collect(Collectors.joining());
      warnings.accept("a request failed by a bug of ours: " + e.getClass().getName() + frames);
      return error(500, "this is a bug of ours: " + e.getClass().getSimpleName());
    }
    Response answer = error(bad.status(), bad.sentence());
    if (bad.status() == 401) {
      return answer.with("WWW-Authenticate", "Bearer");
    }
    return bad.allowed().isEmpty() ? answer : answer.with("Allow", bad.allowed());
  }

  Response with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Response(status, type, body, all);
  }

  /**
   * Sends the answer. A body that nobody has read is read away at the end, so that the connection
   * can be kept.
   */
  void send(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange
          .getRequestBody(); // else the JDK's server ends the connection, and the answer is lost
      exchange.getResponseHeaders().set("Content-Type", type);
      headers.forEach(exchange.getResponseHeaders()::set);
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, isHead || body.length == 0 ? -1 : body.length);
      if (!isHead && body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}

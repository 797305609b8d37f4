package dev.synth.internal.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks of a request before it is answered: its token, method, text and length. */
final class RequestReader {
  /** Says where the JSON of a request ends and binary tensors begin, an extension of V2. */
  private static final String BINARY = "Inference-Header-Content-Length";

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

  /** The charsets whose texts UTF-8 reads. */
  private static final Set<String> TEXT = Set.of("utf-8", "utf8", "us-ascii", "ascii");

  /** A body of so many bytes has its array before it has arrived; a longer one only says it is. */
  private static final int SHORT_BODY_BYTES = 1 << 16;

  /** Of a body that is too long so many bytes are read away; behind them the connection ends. */
  private static final int MOST_READ_AWAY_BYTES = 1 << 26;

  /** A request's name is cut to so many characters. */
  private static final int NAME_LENGTH = 128;

  private RequestReader() {}

  /**
   * Refuses a request without the token.
   *
   * @param token what it must show, or null where nothing is asked for
   */
  static void authorize(HttpExchange exchange, @Nullable String token) {
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

  /** Refuses another method than the path's; who may GET may ask for the head alone. */
  static void require(HttpExchange exchange, String method) {
    String given = exchange.getRequestMethod();
    if (!given.equals(method) && !(method.equals("GET") && given.equals("HEAD"))) {
      throw BadRequest.method(method, given);
    }
  }

  /** Refuses tensors in the binary form of V2. */
  static void requireJson(HttpExchange exchange) {
    if (exchange.getRequestHeaders().containsKey(BINARY)) {
      throw BadRequest.body("binary tensors are not taken; send them as JSON");
    }
  }

  /** Refuses a body that says of itself that it is no UTF-8, or compressed. */
  static void requirePlainText(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    Matcher charset = CHARSET.matcher(type == null ? "" : type);
    if (charset.find() && !TEXT.contains(charset.group(1).toLowerCase(Locale.ROOT))) {
      throw new BadRequest(415, "the charset must be utf-8, but is %s", charset.group(1));
    }
    String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new BadRequest(
          415, "the body must come as it is, but its Content-Encoding is %s", encoding);
    }
  }

  /**
   * Reads a body.
   *
   * @param most how many bytes it may have
   */
  static byte[] body(HttpExchange exchange, int most) throws IOException {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    long told = length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
    try (InputStream in = exchange.getRequestBody()) {
      if (told > most) {
        throw tooLong(in, most);
      }
      if (told >= 0 && told <= SHORT_BODY_BYTES) {
        byte[] whole = new byte[(int) told];
        int read = in.readNBytes(whole, 0, whole.length);
        return read < whole.length ? Arrays.copyOf(whole, read) : whole;
      }
      byte[] body = in.readNBytes(most + 1);
      if (body.length > most) {
        throw tooLong(in, most);
      }
      return body;
    }
  }

  /** Reads the rest away: a caller that is still sending would not see the answer. */
  private static BadRequest tooLong(InputStream in, int most) throws IOException {
    byte[] part = new byte[SHORT_BODY_BYTES];
    int read = 0;
    for (int got = in.read(part); got >= 0 && read < MOST_READ_AWAY_BYTES; got = in.read(part)) {
      read += got;
    }
    return new BadRequest(413, "the body is longer than %d bytes; send fewer rows at once", most);
  }

  /** A name as it may stand in a header and a file: visible ASCII, and not too long. */
  static @Nullable String named(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String visible = name.replaceAll("[^!-~]", "_");
    return visible.isEmpty() ? null : visible.substring(0, Math.min(visible.length(), NAME_LENGTH));
  }
}

package dev.synth.internal.serve;

import dev.synth.base.Cancellation;
import dev.synth.internal.serve.state.StateOptions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A server of its own that answers made-up requests before the real one opens, so that the code of
 * a request is compiled when the first one comes. It keeps nothing: its state, its counts and its
 * port go with it.
 */
final class Rehearsal {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final int MOST_EVENTS = 10_000_000;
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final String LENGTH = "content-length:";

  private final ServedModel model;
  private final @Nullable ServedModel shadow;
  private final ServeOptions options;
  private final @Nullable StateOptions state;
  private final RehearsalRows rows;

  private Rehearsal(
      ServedModel model,
      @Nullable ServedModel shadow,
      ServeOptions options,
      @Nullable StateOptions state,
      RehearsalRows rows) {
    this.model = model;
    this.shadow = shadow;
    this.options = options;
    this.state = state;
    this.rows = rows;
  }

  /**
   * Returns the rehearsal of a server.
   *
   * @param state how the server keeps the state of features, or null where it takes no events
   */
  static Rehearsal of(
      ServedModel model,
      @Nullable ServedModel shadow,
      ServeOptions options,
      @Nullable StateOptions state) {
    StateOptions own =
        state == null || model.events() == null
            ? null
            : new StateOptions(null, null, MOST_EVENTS, MOST_EVENTS, state.clock());
    ServeOptions alone =
        options
            .withAddress(LOOPBACK.getHostAddress(), 0)
            .withTls(null)
            .withLenient(true)
            .withDrain(Duration.ZERO)
            .withWatch(null)
            .withLog(null)
            .withWarmUp(Duration.ZERO, new Cancellation())
            .withWarnings(sentence -> {});
    long now = own == null ? 0 : own.clock().millis();
    return new Rehearsal(model, shadow, alone, own, new RehearsalRows(model, own != null, now));
  }

  /** Answers requests until the time is over or it is cancelled; a failure ends nothing else. */
  void run(LongSupplier clock, ServeOptions.WarmUp warmUp) {
    long end = clock.getAsLong() + warmUp.time().toNanos();
    BooleanSupplier goesOn = () -> clock.getAsLong() < end && !warmUp.cancellation().isRequested();
    try (ScoringServer server = ScoringServer.start(() -> model, shadow, options, state, clock)) {
      while (goesOn.getAsBoolean()) {
        exchange(server.port(), clock, goesOn);
      }
    } catch (IOException | RuntimeException e) {
      // the first requests will be slower
    }
  }

  private void exchange(int port, LongSupplier clock, BooleanSupplier goesOn) throws IOException {
    try (Socket socket = new Socket(LOOPBACK, port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean isKept = true;
      while (isKept && goesOn.getAsBoolean()) {
        long begun = clock.getAsLong();
        socket.getOutputStream().write(request(rows.next()));
        isKept = skipAnswer(in);
        LockSupport.parkNanos(clock.getAsLong() - begun); // the compiler has the other half
      }
    }
  }

  private byte[] request(RehearsalRows.RehearsalBody body) {
    byte[] content = body.text().getBytes(StandardCharsets.UTF_8);
    String token = options.token();
    String head =
        "POST "
            + body.path()
            + " HTTP/1.1\r\nHost: "
            + LOOPBACK.getHostAddress()
            + "\r\nContent-Type: "
            + body.type()
            + "\r\nContent-Length: "
            + content.length
            + (token == null ? "" : "\r\nAuthorization: Bearer " + token)
            + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[start.length + content.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(content, 0, whole, start.length, content.length);
    return whole;
  }

  /** Reads an answer away; returns whether the connection is kept. */
  private static boolean skipAnswer(InputStream in) throws IOException {
    int length = 0;
    boolean isKept = true;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith(LENGTH)) {
        length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
      }
      isKept &= !lower.equals("connection: close");
    }
    in.skipNBytes(length);
    return isKept;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new IOException("the connection has ended");
      }
      if (each != '\r') {
        line.append((char) each);
      }
    }
    return line.toString();
  }
}

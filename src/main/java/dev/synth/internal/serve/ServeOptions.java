package dev.synth.internal.serve;

import dev.synth.base.Cancellation;
import dev.synth.base.Records;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options for serving a model.
 *
 * @param host the address to listen on
 * @param port the port, or 0 for any that is free
 * @param token what callers must show, or null
 * @param tls the server's certificate, or null for plain HTTP
 * @param lenient whether what breaks the model's contract is counted and scored all the same
 * @param bounds what one server takes
 * @param exploration the alerts that pass all the same
 * @param events how rows are named
 * @param watch how often it is looked whether the bundle is another one; null for never
 * @param log where decisions are written down, or null
 * @param warmUp the made-up requests before the first real one
 * @param warnings takes sentences for whoever runs the server
 */
public record ServeOptions(
    String host,
    int port,
    @Nullable String token,
    @Nullable Tls tls,
    boolean lenient,
    Bounds bounds,
    Exploration exploration,
    EventNames events,
    @Nullable Duration watch,
    @Nullable LogOptions log,
    WarmUp warmUp,
    Consumer<String> warnings) {
  private static final int BODY_BYTES = 8 << 20;

  /**
   * The bounds of a server.
   *
   * @param workers how many threads score
   * @param waiting how many requests may wait for them; more are refused at once
   * @param mostBodyBytes how long the body of a request may be
   * @param patience how long a request may wait and be scored
   * @param drain how long requests in progress are waited for at the end
   */
  public record Bounds(
      int workers, int waiting, int mostBodyBytes, Duration patience, Duration drain) {}

  /**
   * The names of rows, by which labels find them.
   *
   * @param column a column that the model hands on; null for {@code event_id} where there is one
   * @param instance the beginning of names that the server gives, and of its files of the log
   */
  public record EventNames(@Nullable String column, String instance) {}

  /**
   * The made-up requests before the first real one.
   *
   * @param time how long they are answered
   * @param cancellation ends them, and the start with them
   */
  public record WarmUp(Duration time, Cancellation cancellation) {}

  /** Returns the defaults of a host and port. */
  public static ServeOptions of(String host, int port) {
    return new ServeOptions(
        host,
        port,
        null,
        null,
        false,
        new Bounds(
            Math.max(1, Runtime.getRuntime().availableProcessors()),
            64,
            BODY_BYTES,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10)),
        Exploration.NONE,
        new EventNames(null, "synth"),
        null,
        null,
        new WarmUp(Duration.ZERO, new Cancellation()),
        sentence -> {});
  }

  /** Returns the same on another address. */
  ServeOptions withAddress(String name, int number) {
    return new ServeOptions(
        name,
        number,
        token,
        tls,
        lenient,
        bounds,
        exploration,
        events,
        watch,
        log,
        warmUp,
        warnings);
  }

  /** Returns the same with a token. */
  public ServeOptions withToken(@Nullable String shown) {
    return Records.with(this, "token", shown);
  }

  /** Returns the same with TLS, or without. */
  public ServeOptions withTls(@Nullable Tls certificate) {
    return Records.with(this, "tls", certificate);
  }

  /** Returns the same, lenient or not. */
  public ServeOptions withLenient(boolean counts) {
    return Records.with(this, "lenient", counts);
  }

  /** Returns the same with other bounds. */
  public ServeOptions withBounds(int threads, int queue, int bodyBytes, Duration most) {
    Bounds other = new Bounds(threads, queue, bodyBytes, most, bounds.drain());
    return withBounds(other);
  }

  /** Returns the same, waiting so long at the end for requests in progress. */
  ServeOptions withDrain(Duration most) {
    return withBounds(
        new Bounds(
            bounds.workers(), bounds.waiting(), bounds.mostBodyBytes(), bounds.patience(), most));
  }

  private ServeOptions withBounds(Bounds other) {
    return Records.with(this, "bounds", other);
  }

  /** Returns the same with alerts that pass. */
  public ServeOptions withExploration(Exploration passing) {
    return Records.with(this, "exploration", passing);
  }

  /** Returns the same with other names of rows. */
  public ServeOptions withEvents(EventNames names) {
    return Records.with(this, "events", names);
  }

  /** Returns the same, looking for another bundle so often, or never. */
  public ServeOptions withWatch(@Nullable Duration pause) {
    return Records.with(this, "watch", pause);
  }

  /** Returns the same with a log, or without one. */
  public ServeOptions withLog(@Nullable LogOptions written) {
    return Records.with(this, "log", written);
  }

  /** Returns the same, warming up for so long unless the start is cancelled. */
  public ServeOptions withWarmUp(Duration time, Cancellation cancellation) {
    WarmUp other = new WarmUp(time, cancellation);
    return Records.with(this, "warmUp", other);
  }

  /** Returns the same with somebody to warn. */
  public ServeOptions withWarnings(Consumer<String> taker) {
    return Records.with(this, "warnings", taker);
  }
}

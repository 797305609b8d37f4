package dev.synth.internal.serve;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options for serving a model.
 *
 * @param host the address to listen on
 * @param port the port, or 0 for any that is free
 * @param token what callers must show, or null
 * @param lenient whether what breaks the model's contract is counted and scored all the same
 * @param workers how many threads score
 * @param waiting how many requests may wait for them; more are refused at once
 * @param mostBodyBytes how long the body of a request may be
 * @param patience how long a request may wait and be scored
 * @param drain how long requests in progress are waited for at the end
 */
public record ServeOptions(
    String host,
    int port,
    @Nullable String token,
    boolean lenient,
    int workers,
    int waiting,
    int mostBodyBytes,
    Duration patience,
    Duration drain) {
  /** Returns the defaults of a host and port. */
  public static ServeOptions of(String host, int port) {
    return new ServeOptions(
        host,
        port,
        null,
        false,
        Math.max(1, Runtime.getRuntime().availableProcessors()),
        64,
        8 << 20,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10));
  }

  /** Returns the same with a token. */
  public ServeOptions withToken(@Nullable String shown) {
    return new ServeOptions(
        host, port, shown, lenient, workers, waiting, mostBodyBytes, patience, drain);
  }

  /** Returns the same with other bounds. */
  public ServeOptions withBounds(int threads, int queue, int bodyBytes, Duration most) {
    return new ServeOptions(host, port, token, lenient, threads, queue, bodyBytes, most, drain);
  }

  /** Returns the same, lenient or not. */
  public ServeOptions withLenient(boolean counts) {
    return new ServeOptions(
        host, port, token, counts, workers, waiting, mostBodyBytes, patience, drain);
  }
}

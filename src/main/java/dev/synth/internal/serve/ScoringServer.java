package dev.synth.internal.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import dev.synth.base.Problem;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.serve.state.StateOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model behind HTTP. Connections have virtual threads; rows are read and scored by a bounded pool
 * of platform threads with a bounded queue before it, and what finds that full is refused at once.
 *
 * <p>Nothing of a request is written down anywhere unless a log is asked for; only counts are kept.
 */
public final class ScoringServer implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final int LOOK_MILLIS = 5;

  /** So many bytes go into a connection's buffer, whether or not they are read. */
  private static final int MOST_SENT_AT_ONCE = 1 << 16;

  private final HttpServer server;
  private final ServeOptions options;
  private final ServerMetrics metrics = new ServerMetrics();
  private final Scorer scorer;
  private final ScoringPool pool;
  private final Routes routes;
  private final @Nullable EventRoutes events;
  private final LongSupplier clock;
  private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();

  /** Requests that came and are not answered yet. */
  private final AtomicInteger inProgress = new AtomicInteger();

  /** The time at which the request that a thread works on arrived. */
  private final ThreadLocal<Long> arrival = new ThreadLocal<>();

  private @Nullable BundleWatch watch;

  private ScoringServer(
      HttpServer server,
      Supplier<ServedModel> source,
      @Nullable ServedModel shadow,
      ServeOptions options,
      @Nullable EventRoutes events,
      LongSupplier clock) {
    this.server = server;
    this.options = options;
    this.clock = clock;
    this.events = events;
    this.scorer =
        new Scorer(
            events == null ? source : () -> events.checked(source.get()), shadow, options, metrics);
    this.pool = new ScoringPool(options.bounds(), metrics, options.warnings(), clock);
    this.routes = new Routes(options, scorer, pool, metrics, events);
  }

  /**
   * Starts a server.
   *
   * @param folder the bundle that decides
   * @param shadow a bundle that scores the same rows without deciding, or null
   * @param clock nanoseconds since some moment
   * @throws Problem if a bundle can't be read, or the port is taken
   * @throws java.util.concurrent.CancellationException if the warm-up is cancelled
   */
  public static ScoringServer start(
      Path folder, @Nullable Path shadow, ServeOptions options, LongSupplier clock) {
    return start(folder, shadow, options, null, clock);
  }

  /**
   * Starts a server that takes events, where the model computes features.
   *
   * @param state how the state of features is kept, or null for no events
   */
  public static ScoringServer start(
      Path folder,
      @Nullable Path shadow,
      ServeOptions options,
      @Nullable StateOptions state,
      LongSupplier clock) {
    ServedModel challenger = shadow == null ? null : ServedModel.read(shadow);
    ScoringServer server = start(() -> ServedModel.read(folder), challenger, options, state, clock);
    Duration pause = options.watch();
    if (pause != null) {
      server.watch = new BundleWatch(folder, pause, server.scorer::reload, options.warnings());
    }
    return server;
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
    return start(source, shadow, options, null, clock);
  }

  /** The same, with a state of features. */
  static ScoringServer start(
      Supplier<ServedModel> source,
      @Nullable ServedModel shadow,
      ServeOptions options,
      @Nullable StateOptions state,
      LongSupplier clock) {
    HttpServer server;
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(address(options)); // a port that is taken is told of before anything is read
      server = create(options.tls());
    } catch (IOException e) {
      throw unheard(options, e);
    }
    boolean started = false;
    try {
      EventRoutes events = EventRoutes.open(source.get(), state, options);
      ScoringServer scoring = new ScoringServer(server, source, shadow, options, events, clock);
      scoring.open(shadow, state);
      started = true;
      return scoring;
    } finally {
      if (!started) {
        server.stop(0);
      }
    }
  }

  private static InetSocketAddress address(ServeOptions options) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(options.host()), options.port());
  }

  private static Problem unheard(ServeOptions options, IOException e) {
    return Problem.environment(
            "cannot listen on %s port %d: %s",
            options.host(), options.port(), OutputFiles.reason(e))
        .causedBy(e);
  }

  /** Returns a server without a port. */
  private static HttpServer create(@Nullable Tls tls) throws IOException {
    if (tls == null) {
      return HttpServer.create();
    }
    HttpsServer server = HttpsServer.create();
    server.setHttpsConfigurator(tls.configurator());
    return server;
  }

  /** Rehearses, and opens the port after that. */
  private void open(@Nullable ServedModel shadow, @Nullable StateOptions state) {
    boolean isOpen = false;
    try {
      if (options.warmUp().time().isPositive()) {
        Rehearsal.of(scorer.model(), shadow, options, state).run(clock, options.warmUp());
        options.warmUp().cancellation().check();
      }
      server.bind(address(options), BACKLOG);
      server.setExecutor(this::accept);
      server.createContext("/", this::handle);
      server.start();
      isOpen = true;
    } catch (IOException e) {
      throw unheard(options, e);
    } finally {
      if (!isOpen) {
        release();
      }
    }
  }

  /** Returns the port on which it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Returns the version of the model that is served now. */
  public String version() {
    return scorer.model().version();
  }

  /** Returns the name of the model that is served now. */
  public String name() {
    return scorer.model().name();
  }

  /** Takes a request that has begun to arrive. */
  private void accept(Runnable request) {
    long now = clock.getAsLong();
    connections.execute(
        () -> {
          arrival.set(now);
          request.run();
        });
  }

  private void handle(HttpExchange exchange) throws IOException {
    Long seen = arrival.get();
    long arrived = seen == null ? clock.getAsLong() : seen;
    String path = exchange.getRequestURI().getPath();
    String route = Routes.of(path);
    inProgress.incrementAndGet();
    try {
      routes.answer(exchange, path, route, arrived, answer -> reply(exchange, route, answer));
    } catch (IOException e) {
      inProgress.decrementAndGet(); // the caller has gone
      throw e;
    } catch (RuntimeException e) {
      reply(exchange, route, Response.failure(e, options.warnings()));
    }
  }

  /** Sends an answer; a long one on a thread that may wait for a slow reader. */
  private void reply(HttpExchange exchange, String route, Response answer) {
    metrics.request(route, answer.status());
    if (answer.body().length > MOST_SENT_AT_ONCE && !Thread.currentThread().isVirtual()) {
      connections.execute(() -> deliver(exchange, answer));
    } else {
      deliver(exchange, answer);
    }
  }

  private void deliver(HttpExchange exchange, Response answer) {
    try {
      answer.send(exchange);
    } catch (IOException e) {
      exchange.close(); // the caller has gone
    } finally {
      inProgress.decrementAndGet();
    }
  }

  /** Takes no further requests, waits for those in progress, finishes the log, and stops. */
  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    pool.drain();
    awaitAnswers();
    server.stop(0);
    release();
  }

  /** Waits for requests in progress. The JDK's server can, but before 25 waits where none are. */
  private void awaitAnswers() {
    long end = clock.getAsLong() + options.bounds().drain().toNanos();
    try {
      while (inProgress.get() > 0 && clock.getAsLong() < end) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void release() {
    connections.shutdown();
    pool.close();
    scorer.close();
    if (events != null) {
      events.close();
    }
  }
}

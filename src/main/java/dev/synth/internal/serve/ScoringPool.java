package dev.synth.internal.serve;

import dev.synth.internal.base.PlainText;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The threads that score, the queue before them, and the refusal of what finds both full. */
final class ScoringPool implements AutoCloseable {
  private static final int UNAVAILABLE = 503;
  private static final String QUEUE = "queue";

  /** The sentence for each reason to refuse a request. */
  private static final Map<String, String> SENTENCES =
      Map.of(
          "draining",
          "the server is about to stop",
          QUEUE,
          "too many requests wait; try again",
          "wait",
          "requests wait too long; try again",
          "concurrency",
          "too many requests are open; try again");

  private final ServeOptions.Bounds bounds;
  private final ServerMetrics metrics;
  private final Consumer<String> warnings;
  private final LongSupplier clock;
  private final ThreadPoolExecutor workers;
  private final ScheduledThreadPoolExecutor timer;
  private final Semaphore open;
  private final Backlog backlog;
  private volatile boolean draining;

  ScoringPool(
      ServeOptions.Bounds bounds,
      ServerMetrics metrics,
      Consumer<String> warnings,
      LongSupplier clock) {
    this.bounds = bounds;
    this.warnings = warnings;
    this.metrics = metrics;
    this.clock = clock;
    this.workers =
        new ThreadPoolExecutor(
            bounds.workers(),
            bounds.workers(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(bounds.waiting()),
            Thread.ofPlatform().name("synth-score-", 0).daemon(true).factory());
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("synth-patience").daemon(true).factory());
    timer.setRemoveOnCancelPolicy(true);
    this.backlog = new Backlog(bounds.workers(), bounds.waiting(), clock.getAsLong());
    this.open = new Semaphore(2 * (bounds.workers() + bounds.waiting()));
  }

  /** A request that is to be worked on. */
  interface Request {
    /** Reads the body, once it is known that there is room for it. */
    byte[] body() throws IOException;

    /** Works on the body. */
    Response work(byte[] body);

    /** Sends an answer; called once. */
    void reply(Response answer);
  }

  /** A request on its way, which its answer, its end of patience or a failure ends, once. */
  private final class Open implements Runnable {
    private final Request request;
    private final long arrived;
    private final byte[] body;
    private final AtomicBoolean isAnswered = new AtomicBoolean();
    private @Nullable Future<?> work;
    private @Nullable Future<?> patience;

    Open(Request request, long arrived, byte[] body) {
      this.request = request;
      this.arrived = arrived;
      this.body = body;
    }

    synchronized void start() {
      work = workers.submit(this);
      patience = timer.schedule(this::giveUp, bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
      long begun = clock.getAsLong();
      Response answer = Response.of(() -> request.work(body), warnings);
      backlog.took(clock.getAsLong() - begun);
      if (isAnswered.compareAndSet(false, true)) {
        cancelTimer();
        metrics.duration(clock.getAsLong() - arrived);
        end(answer);
      }
    }

    private void giveUp() {
      if (isAnswered.compareAndSet(false, true)) {
        cancelWork();
        long millis = bounds.patience().toMillis();
        end(refusal("time", PlainText.of("the request took more than %d ms", millis)));
      }
    }

    private synchronized void cancelWork() {
      if (work != null) {
        work.cancel(true);
      }
    }

    private void end(Response answer) {
      open.release();
      request.reply(answer);
    }

    private synchronized void cancelTimer() {
      if (patience != null) {
        patience.cancel(false);
      }
    }
  }

  /**
   * Works on a request on one of the threads, which answers it too, or refuses it at once: where
   * there is no room, or where a queue stands and the request came late to it.
   *
   * <p>The thread that works answers, so that no answer has to wait for a thread of a connection:
   * these take what comes first, and under load that is ever more requests.
   *
   * @param arrived when the server first saw the request
   */
  void take(long arrived, Request request) throws IOException {
    String reason = reason(arrived);
    if (reason != null) {
      request.reply(refusal(reason, SENTENCES.getOrDefault(reason, reason)));
      return;
    }
    boolean taken = false;
    try {
      new Open(request, arrived, request.body()).start();
      taken = true;
    } catch (RejectedExecutionException e) {
      request.reply(refusal(QUEUE, SENTENCES.getOrDefault(QUEUE, QUEUE)));
    } finally {
      if (!taken) {
        open.release();
      }
    }
  }

  /** Returns why a request is refused, or null where it has got one of the open places. */
  private @Nullable String reason(long arrived) {
    if (draining) {
      return "draining";
    }
    long now = clock.getAsLong();
    if (!backlog.admits(waiting(), now)) {
      return QUEUE;
    }
    if (waiting() > 0 && backlog.isLate(arrived, now)) {
      return "wait";
    }
    return open.tryAcquire() ? null : "concurrency";
  }

  private Response refusal(String reason, String sentence) {
    metrics.refused(reason);
    return Response.error(UNAVAILABLE, sentence).with("Retry-After", "1");
  }

  /** Returns how many requests wait. */
  int waiting() {
    return workers.getQueue().size();
  }

  /** Refuses whatever comes from now on. */
  void drain() {
    draining = true;
  }

  /** Returns whether it refuses whatever comes. */
  boolean isDraining() {
    return draining;
  }

  @Override
  public void close() {
    workers.shutdown();
    timer.shutdownNow();
  }
}

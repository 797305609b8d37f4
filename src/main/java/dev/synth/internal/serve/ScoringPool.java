package dev.synth.internal.serve;

import dev.synth.internal.base.PlainText;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** The threads that score, the queue before them, and the refusal of what finds both full. */
final class ScoringPool implements AutoCloseable {
  private static final int UNAVAILABLE = 503;

  private final ServeOptions.Bounds bounds;
  private final ServerMetrics metrics;
  private final LongSupplier clock;
  private final ThreadPoolExecutor workers;
  private final Semaphore open;
  private final Backlog backlog;
  private volatile boolean draining;

  ScoringPool(ServeOptions.Bounds bounds, ServerMetrics metrics, LongSupplier clock) {
    this.bounds = bounds;
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
    this.backlog = new Backlog(bounds.workers(), bounds.waiting(), clock.getAsLong());
    this.open = new Semaphore(2 * (bounds.workers() + bounds.waiting()));
  }

  /** The body of a request, read when it is known that there is room for it. */
  interface Body {
    /** Reads it. */
    byte[] read() throws IOException;
  }

  /** The work on a body. */
  interface Work {
    /** Answers it. */
    Answer answer(byte[] body);
  }

  /**
   * Works on a body on one of the threads, or refuses at once where there is no room, or where a
   * queue stands and the request came late to it.
   *
   * @param arrived when the server first saw the request
   */
  Answer answer(long arrived, Body body, Work work) throws IOException {
    if (draining) {
      return refuse("draining", "the server is about to stop");
    }
    long now = clock.getAsLong();
    if (!backlog.admits(waiting(), now)) {
      return tooMany();
    }
    if (waiting() > 0 && backlog.isLate(arrived, now)) {
      return refuse("wait", "requests wait too long; try again");
    }
    if (!open.tryAcquire()) {
      return refuse("concurrency", "too many requests are open; try again");
    }
    try {
      byte[] read = body.read();
      Answer answer = await(workers.submit((Callable<Answer>) () -> timed(read, work)));
      if (answer.status() != UNAVAILABLE) {
        metrics.duration(clock.getAsLong() - arrived);
      }
      return answer;
    } catch (RejectedExecutionException e) {
      return tooMany();
    } finally {
      open.release();
    }
  }

  private Answer timed(byte[] body, Work work) {
    long begun = clock.getAsLong();
    Answer answer = work.answer(body);
    backlog.took(clock.getAsLong() - begun);
    return answer;
  }

  private Answer tooMany() {
    return refuse("queue", "too many requests wait; try again");
  }

  private Answer refuse(String reason, String sentence) {
    metrics.refused(reason);
    return Answer.error(UNAVAILABLE, sentence).with("Retry-After", "1");
  }

  private Answer await(Future<Answer> future) {
    try {
      return future.get(bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      return refuse(
          "time", PlainText.of("the request took more than %d ms", bounds.patience().toMillis()));
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
  }
}

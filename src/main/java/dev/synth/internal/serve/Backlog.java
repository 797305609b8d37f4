package dev.synth.internal.serve;

/**
 * Tells a queue that stands from one that a moment has filled, after the idea of CoDel (Nichols and
 * Jacobson, ACM Queue 10, 2012). A full queue is nothing bad where it is soon empty, as after a
 * pause of the machine. Where it does not get empty, more comes than can be answered, and waiting
 * in it helps nobody. Then only so many may wait as are worked off in {@value #WAIT_MILLIS} ms, and
 * requests that came to be read late are refused. A thread that has nothing to do is never kept
 * from work. Safe for use by several threads.
 */
final class Backlog {
  private static final int WAIT_MILLIS = 10;
  private static final long WAIT_NANOS = WAIT_MILLIS * 1_000_000L;

  /** A queue stands when for so long nobody has seen it empty. */
  private static final long WINDOW_NANOS = 100_000_000;

  /** So many may wait for each thread in any case, since large requests take long. */
  private static final int LEAST = 8;

  /** The weight of a request in the mean of their times. */
  private static final double WEIGHT = 1.0 / 64;

  private final int threads;
  private final int most;
  private volatile long lastEmpty;
  private volatile double meanNanos;

  /**
   * A queue that is empty.
   *
   * @param threads the threads that work it off
   * @param most how many may wait where it does not stand
   */
  Backlog(int threads, int most, long now) {
    this.threads = threads;
    this.most = most;
    this.lastEmpty = now;
  }

  /** Returns whether a further request may wait. */
  boolean admits(int waiting, long now) {
    if (waiting == 0) {
      lastEmpty = now;
    }
    return waiting < (stands(now) ? limit() : most);
  }

  /** Returns whether a request that is not read yet came too late to it. */
  boolean isLate(long arrived, long now) {
    return now - arrived > WAIT_NANOS && stands(now);
  }

  private boolean stands(long now) {
    return now - lastEmpty > WINDOW_NANOS;
  }

  private int limit() {
    double inTime = WAIT_NANOS * (double) threads / Math.max(1, meanNanos);
    return (int) Math.min(most, Math.max((double) LEAST * threads, inTime));
  }

  /** Takes down how long a request was worked on. */
  void took(long nanos) {
    double mean = meanNanos;
    meanNanos = mean + WEIGHT * (nanos - mean); // a lost update is no harm
  }
}

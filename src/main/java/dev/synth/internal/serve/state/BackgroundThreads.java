package dev.synth.internal.serve.state;

/**
 * Threads whose work may wait: the log, snapshots and the challenger. They ask for a low priority,
 * so that requests come first where cores are few. Nothing is right or wrong by it.
 */
public final class BackgroundThreads {
  private BackgroundThreads() {}

  /** Returns a builder of daemon threads of that name. */
  @SuppressWarnings("ThreadPriorityCheck") // a hint; no result depends on it
  public static Thread.Builder.OfPlatform named(String name) {
    return Thread.ofPlatform().name(name).priority(Thread.MIN_PRIORITY).daemon(true);
  }
}

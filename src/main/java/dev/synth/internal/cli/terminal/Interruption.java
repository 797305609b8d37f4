package dev.synth.internal.cli.terminal;

import dev.synth.base.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and a termination signal into a cancellation, and gives the work a moment to put its
 * files in order. The JVM then ends with 130 or 143 by itself.
 */
public final class Interruption {
  private static final long PATIENCE_SECONDS = 20;

  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "synth-stop");

  /** Starts to listen for signals. */
  public static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Returns what the signal requests. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Tells that the work has ended, in whatever way. */
  public void finished() {
    finished.countDown();
  }

  private void stopAndWait() {
    cancellation.request();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(130);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.synth.internal.base;

import java.util.concurrent.CancellationException;

/** The wait between two looks at something that others change. */
public final class Pause {
  private Pause() {}

  /**
   * Waits.
   *
   * @throws CancellationException if the thread is interrupted
   */
  public static void of(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}

package dev.synth.base;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request to stop, which long loops look at between steps. */
public final class Cancellation {
  private final AtomicBoolean requested = new AtomicBoolean();

  /** Asks the work under this cancellation to stop soon. */
  public void request() {
    requested.set(true);
  }

  /** Returns whether stopping was asked for. */
  public boolean isRequested() {
    return requested.get();
  }

  /**
   * Ends the work if stopping was asked for.
   *
   * @throws CancellationException if it was
   */
  public void check() {
    if (requested.get()) {
      throw new CancellationException("stopped on request");
    }
  }
}

package dev.synth.internal.classify.smile;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps Smile's log to itself: it tells every iteration, at a level that is shown. */
final class SmileLog {
  /** Held, because the logging system forgets levels of loggers that nobody holds. */
  private static final Logger SMILE = Logger.getLogger("smile");

  private SmileLog() {}

  static void silence() {
    SMILE.setLevel(Level.SEVERE);
  }
}

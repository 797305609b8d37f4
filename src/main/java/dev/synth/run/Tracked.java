package dev.synth.run;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of logging a run to a tracking server.
 *
 * @param state what came of it
 * @param page the run's page on the server; null where there is none
 * @param trouble what was not logged, and why, in a sentence; null where all was
 */
public record Tracked(State state, @Nullable String page, @Nullable String trouble) {
  /** The outcome. */
  public enum State {
    /** The run was logged. */
    LOGGED,
    /** The server had the same results already, so nothing was logged. */
    WAS_THERE,
    /** The run was not logged, or not in full. */
    FAILED
  }
}

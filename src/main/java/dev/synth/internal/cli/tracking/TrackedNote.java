package dev.synth.internal.cli.tracking;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.cli.production.Desk;
import dev.synth.run.RunResult;
import dev.synth.run.Tracked;

/** The line about the outcome of logging a run. */
public final class TrackedNote {
  private TrackedNote() {}

  /**
   * Tells of a run whose config names a server; a trouble is told although the user wants no
   * progress.
   */
  public static void tell(RunResult result, boolean quiet, Desk desk) {
    Tracked tracked = result.tracked();
    if (tracked == null) {
      return;
    }
    if (tracked.trouble() != null) {
      desk.note(
          tracked.state() == Tracked.State.FAILED
              ? PlainText.of(
                  "%s; the run is complete all the same, and 'synth track %s' logs it later",
                  tracked.trouble(), result.folders().name())
              : tracked.trouble());
    } else if (!quiet) {
      desk.note(text(tracked));
    }
  }

  /** Returns where a run stands on the server. */
  static String text(Tracked tracked) {
    return switch (tracked.state()) {
      case LOGGED -> "logged as " + tracked.page();
      case WAS_THERE -> "the same results stand there already: " + tracked.page();
      case FAILED -> throw Problem.environment("%s", String.valueOf(tracked.trouble()));
    };
  }
}

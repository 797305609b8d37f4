package dev.synth.internal.cli;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.base.Seeds;
import dev.synth.internal.cli.production.Desk;
import dev.synth.internal.cli.terminal.Colours;
import dev.synth.internal.cli.terminal.StandardErrorProgress;
import java.io.PrintStream;
import java.util.function.BooleanSupplier;

/**
 * The console that a command talks to.
 *
 * @param out where results go
 * @param err where progress and messages go
 * @param cancellation the request to stop
 * @param isVerbose whether more than usual is told, once options are read
 */
record Console(
    PrintStream out, PrintStream err, Cancellation cancellation, BooleanSupplier isVerbose)
    implements Desk {
  /** Set by the launcher where standard error is a terminal. */
  private static final String TERMINAL = "synth.terminal";

  /** Tells of something that goes on all the same. */
  @Override
  public void note(String message) {
    err.println(colours().warning("note:") + " " + message);
  }

  /** Returns the context of a command's work. */
  @Override
  public Context context(long seed, boolean quiet) {
    Progress progress =
        quiet ? Progress.NONE : new StandardErrorProgress(err, look(), System::nanoTime);
    return new Context(new Seeds(seed), progress, cancellation);
  }

  /** Tells somebody who sits at a terminal, and nobody else. */
  void guide(String lines) {
    if (Boolean.getBoolean(TERMINAL)) {
      err.print(lines);
    }
  }

  private StandardErrorProgress.Appearance look() {
    boolean isLive = Boolean.getBoolean(TERMINAL) && !Colours.isDumb(System.getenv());
    return new StandardErrorProgress.Appearance(isLive, isVerbose.getAsBoolean(), colours());
  }

  /** Returns the colours of messages. */
  static Colours colours() {
    return Colours.of(Boolean.getBoolean(TERMINAL), System.getenv());
  }
}

package dev.synth.internal.cli.production;

import dev.synth.base.Context;
import java.io.PrintStream;

/** The console and settings that a command talks to. */
public interface Desk {
  /** No line of a help text is longer. */
  int WIDTH = 100;

  /** Returns where results go. */
  PrintStream out();

  /** Tells of something that goes on all the same. */
  void note(String message);

  /** Returns the context of a command's work. */
  Context context(long seed, boolean quiet);
}

package dev.synth.internal.cli.option;

import picocli.CommandLine.Option;

/** The options of all commands that print a result and tell how far they are. */
public final class OutputOptions {
  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress on standard error.")
  private boolean quiet;

  /** Returns whether the result is asked for as JSON. */
  public boolean json() {
    return json;
  }

  /** Returns whether progress is kept back. */
  public boolean quiet() {
    return quiet;
  }
}

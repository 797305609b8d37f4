package dev.synth.internal.cli.option;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of all commands that work for long and write what may be there already. */
public final class WorkOptions {
  @Option(
      names = "--overwrite",
      description = "Replaces what is in the way, such as a file or another run of that name.")
  private boolean overwrite;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Parts computed at once (default: the number of cores); same bytes for any N.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Mixin private final OutputOptions output = new OutputOptions();

  /** Returns whether what is there may be replaced. */
  public boolean overwrite() {
    return overwrite;
  }

  /** Returns how many parts are computed at once. */
  public int jobs() {
    return jobs;
  }

  /** Returns whether the result is asked for as JSON. */
  public boolean json() {
    return output.json();
  }

  /** Returns whether progress is kept back. */
  public boolean quiet() {
    return output.quiet();
  }
}

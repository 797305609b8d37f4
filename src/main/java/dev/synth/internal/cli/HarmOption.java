package dev.synth.internal.cli;

import picocli.CommandLine.Option;

/** The option of all commands that give verdicts. */
final class HarmOption {
  @Option(names = "--fail-on-harm", description = "Ends in 5 if a primary verdict is harm.")
  private boolean failOnHarm;

  /** Returns whether harm is a failure. */
  boolean failOnHarm() {
    return failOnHarm;
  }
}

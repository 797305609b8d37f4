package dev.synth.internal.cli;

import dev.synth.internal.experiment.engine.Engines;
import dev.synth.run.RunRequest;
import picocli.CommandLine.Option;

/** The option of commands whose grid other machines may compute. */
final class EngineOption {
  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description = "What computes, local (default) or spark; same figures (docs/spark.md).")
  private String engine = Engines.LOCAL;

  /** Returns the request with the engine that was asked for. */
  RunRequest on(RunRequest request) {
    return request.withEngine(engine);
  }
}

package dev.synth.examples;

import dev.synth.base.Context;
import dev.synth.compare.Comparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Verdict;
import dev.synth.config.ExperimentConfig;
import dev.synth.experiment.Experiment;
import dev.synth.internal.base.Json;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.report.wording.VerdictSentence;
import dev.synth.run.RunRequest;
import dev.synth.run.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Asks of a config whether its generator helps, from Java; {@code docs/java.md} quotes it. */
public final class AugmentationStudy {
  private AugmentationStudy() {}

  /**
   * Runs the example.
   *
   * @param args a config with an {@code evaluation}, and the folder for the results
   */
  public static void main(String[] args) throws IOException {
    System.out.print(run(Path.of(args[0]), Path.of(args[1])));
  }

  // docs/java.md
  static String run(Path configFile, Path out) throws IOException {
    ExperimentConfig config = ConfigLoader.load(configFile, List.of("evaluation.repeats=3"));
    RunRequest request = RunRequest.of(config, out);
    RunResult result = Experiment.evaluate(request, Context.quiet(config.seed()));

    Path file = result.folders().evaluation().resolve("comparison.json");
    Comparison comparison = Json.mapper().readValue(file.toFile(), Comparison.class);
    StringBuilder text = new StringBuilder();
    for (PrimaryContrast contrast : comparison.primary()) {
      String advice =
          switch (contrast.verdict()) {
            case Verdict.Uplift uplift -> "use the synthetic rows";
            case Verdict.NoEvidence open -> "leave them out; not shown: " + open.why();
            case Verdict.Harm harm -> "leave them out: they do harm";
          };
      text.append(VerdictSentence.of(contrast)).append('\n').append(advice).append('\n');
    }
    return text.toString();
  }
  // end
}

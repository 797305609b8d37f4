package dev.synth.examples;

import dev.synth.Synth;
import dev.synth.base.Context;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Verdict;
import dev.synth.config.ExperimentConfig;
import dev.synth.experiment.Experiment;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.VaeOptions;
import dev.synth.run.RunRequest;
import dev.synth.run.RunResult;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.split.Synthetic;
import dev.synth.table.DataOptions;
import dev.synth.table.LoadedData;
import dev.synth.validate.ValidationOptions;
import dev.synth.validate.ValidationReport;
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
  public static void main(String[] args) {
    System.out.print(run(Path.of(args[0]), Path.of(args[1])));
  }

  // docs/java.md
  static String run(Path configFile, Path out) {
    ExperimentConfig config = Synth.config(configFile, "evaluation.repeats=3");
    RunRequest request = RunRequest.of(config, out);
    RunResult result = Experiment.evaluate(request, Context.quiet(config.seed()));

    StringBuilder text = new StringBuilder();
    for (PrimaryContrast contrast : Synth.comparison(result).primary()) {
      String advice =
          switch (contrast.verdict()) {
            case Verdict.Uplift uplift -> "use the synthetic rows";
            case Verdict.Equivalent same -> "leave them out: they change too little";
            case Verdict.Undecided open -> "leave them out: nothing was shown";
            case Verdict.Harm harm -> "leave them out: they do harm";
          };
      text.append(Synth.sentence(contrast)).append('\n').append(advice).append('\n');
    }
    return text.toString();
  }

  // end

  // docs/java.md, parts
  static String parts(Path csv, long seed) {
    Context context = Context.quiet(seed);
    DataOptions data = DataOptions.of(csv.toString(), "fraud", "1");
    LoadedData rows = Synth.read(data, context);
    Split split = Synth.split(rows, data, SplitOptions.defaults(), context);
    GeneratorOptions options = VaeOptions.defaults().withSteps(200);
    Generator vae = Synth.fit(options, split.training(), context.below("fit"));
    Synthetic synthetic =
        Synth.sample(vae, split.training(), List.of("amount > 0"), 100, context.below("rows"));
    ValidationReport report =
        Synth.validate(
            split.training(),
            split.validation(),
            synthetic,
            ValidationOptions.defaults(),
            context.below("validation"));
    return synthetic.rowCount() + " rows, validation passed: " + report.passed();
  }
  // end
}

package dev.synth.internal.cli;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.experiment.Experiment;
import dev.synth.internal.cli.tracking.TrackedNote;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.report.RunText;
import dev.synth.internal.report.text.GuideText;
import dev.synth.run.RunRequest;
import dev.synth.run.RunResult;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code synth compare}: generators × ratios × real rare rows × classifiers × repeats. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "Rank several generators and ratios, each with its verdict.",
    description = {
      "Holds generators against each other and against what is free, at several ratios and on",
      "several numbers of real rare rows, and gives each a verdict that is corrected for all.",
      "Finished cells are kept: a run that was stopped or killed goes on where it was, and two",
      "processes that are started with one config share the work."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth compare --config configs/compare.yaml --dry-run",
      "  synth compare --config configs/compare.yaml",
      "  synth compare --config configs/compare.yaml --set compare.ratios=[0.05,0.2] --jobs 4"
    })
final class CompareCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private UntilOption until = new UntilOption();
  @Mixin private HarmOption harm = new HarmOption();
  @Mixin private EngineOption engine = new EngineOption();

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ExperimentConfig config =
        options
            .load("synth compare --config configs/compare.yaml", until.overrides(), console)
            .compared();
    Context context = console.context(config.seed(), options.quiet());
    RunRequest request = engine.on(options.request(config, false, harm.failOnHarm()));
    if (options.dryRun()) {
      console.out().print(ConfigLoader.resolved(config));
      console.out().print(Experiment.comparisonPlan(request, context));
      return 0;
    }
    options.guide(config, Objects.requireNonNull(config.compare()).generators(), console);
    RunResult result = Experiment.compare(request, context);
    console.out().print(RunText.evaluation(result.folders().evaluation(), options.json()));
    TrackedNote.tell(result, options.quiet(), console);
    if (options.isForReaders()) {
      console.guide(GuideText.after(result.folders()));
    }
    return result.exitCode().code();
  }
}

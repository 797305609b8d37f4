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
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code synth evaluate}: one generator against the baselines. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "Measure whether a config's generator helps, against baselines.",
    description = {
      "Measures whether a config's generator helps: what 'generate' does after its gates, and",
      "nothing else. A run that was stopped or killed goes on where it was."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth evaluate --config configs/vae.yaml",
      "  synth evaluate --config configs/vae.yaml --set generator.kind=oversample --json",
      "  synth evaluate --config configs/vae.yaml --fail-on-harm --quiet"
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private UntilOption until = new UntilOption();
  @Mixin private HarmOption harm = new HarmOption();
  @Mixin private final EngineOption engine = new EngineOption();

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ExperimentConfig config =
        options
            .load("synth evaluate --config configs/vae.yaml", until.overrides(), console)
            .evaluated();
    Context context = console.context(config.seed(), options.quiet());
    RunRequest request = engine.on(options.request(config, false, harm.failOnHarm()));
    if (options.dryRun()) {
      console.out().print(ConfigLoader.resolved(config));
      console.out().print(Experiment.evaluationPlan(request, context));
      return 0;
    }
    options.guide(config, List.of(config.generator()), console);
    RunResult result = Experiment.evaluate(request, context);
    console.out().print(RunText.evaluation(result.folders().evaluation(), options.json()));
    TrackedNote.tell(result, options.quiet(), console);
    if (options.isForReaders()) {
      console.guide(GuideText.after(result.folders()));
    }
    return result.exitCode().code();
  }
}

package dev.synth.cli;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.config.ConfigLoader;
import dev.synth.config.ExperimentConfig;
import dev.synth.experiment.Experiment;
import dev.synth.experiment.RunFolders;
import dev.synth.experiment.RunPlan;
import dev.synth.experiment.RunRequest;
import dev.synth.experiment.RunResult;
import dev.synth.report.RunText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synth generate}: every stage that the config has a section for. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    description = "Learn, draw, validate, augment, measure: every stage that the config asks for.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth generate --config configs/vae.yaml",
      "  synth generate --config configs/vae.yaml --set generator.steps=500 --set seed=7",
      "  synth generate --config configs/vae.yaml --out /tmp/trial --json"
    })
final class GenerateCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The config file; docs/config.md lists its keys.")
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a config key, such as generator.steps=500; may be repeated.")
  private List<String> overrides = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where synthetic-out/ and evaluation/ go (default: here).")
  private Path out = Path.of("");

  @Option(
      names = "--run-name",
      paramLabel = "NAME",
      description = "Fixes the run folder's name (default: <name>-<8 hex digits>).")
  private @Nullable String runName;

  @Option(
      names = "--dry-run",
      description = "Prints the resolved config and the plan; does nothing.")
  private boolean dryRun;

  @Option(names = "--rerun", description = "Computes anew although the run is finished.")
  private boolean rerun;

  @Option(names = "--overwrite", description = "Replaces another run of the same --run-name.")
  private boolean overwrite;

  @Option(
      names = "--force",
      description = "Goes on to the evaluation after a failed validation gate (still exit 4).")
  private boolean force;

  @Option(names = "--fail-on-harm", description = "Ends in 5 if a primary verdict is harm.")
  private boolean failOnHarm;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Repeats computed at once (default: the number of cores); same bytes for any N.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress on standard error.")
  private boolean quiet;

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (config == null) {
      throw Problem.usage("which config? For example: synth generate --config configs/vae.yaml");
    }
    ExperimentConfig resolved = ConfigLoader.load(config, overrides);
    Context context = console.context(resolved.seed(), quiet);
    RunRequest request =
        new RunRequest(resolved, config, out, runName, rerun, overwrite, force, failOnHarm, jobs);
    if (dryRun) {
      console.out().print(ConfigLoader.resolved(resolved));
      console.out().print(RunPlan.of(request, context).describe());
      return 0;
    }
    RunResult result = Experiment.run(request, context);
    RunFolders folders = result.folders();
    console
        .out()
        .print(
            json
                ? RunText.json(folders.synthesis(), folders.evaluation())
                : RunText.plain(folders.synthesis(), folders.evaluation()));
    return result.exitCode().code();
  }
}

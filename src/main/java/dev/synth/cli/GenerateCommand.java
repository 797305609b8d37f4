package dev.synth.cli;

import dev.synth.base.Context;
import dev.synth.base.Json;
import dev.synth.base.Problem;
import dev.synth.config.ConfigLoader;
import dev.synth.config.ExperimentConfig;
import dev.synth.experiment.DrawRequest;
import dev.synth.experiment.Drawing;
import dev.synth.experiment.Experiment;
import dev.synth.experiment.RunFolders;
import dev.synth.experiment.RunPlan;
import dev.synth.experiment.RunRequest;
import dev.synth.experiment.RunResult;
import dev.synth.report.RunText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synth generate}: every stage that the config has a section for. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    description = {
      "Learn, draw, validate, augment, measure: every stage that the config asks for.",
      "Or, with --from, draw more rows from a finished run."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth generate --config configs/vae.yaml",
      "  synth generate --config configs/vae.yaml --set generator.steps=500 --set seed=7",
      "  synth generate --config configs/vae.yaml --out /tmp/trial --json",
      "  synth generate --from vae-f95eb35a --rows 100000 --seed 9",
      "  synth generate --from vae-f95eb35a --where channel=web --to web.parquet"
    })
final class GenerateCommand implements Callable<Integer> {
  private static final List<String> NEEDS_FROM = List.of("--rows", "--seed", "--to");
  private static final List<String> NEEDS_CONFIG =
      List.of(
          "--config", "--set", "--run-name", "--dry-run", "--rerun", "--force", "--fail-on-harm");

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

  @Option(
      names = "--overwrite",
      description = "Replaces another run of the same --run-name; with --from, an existing file.")
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
          "Repeats or batches computed at once (default: the cores); same bytes for any N.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress on standard error.")
  private boolean quiet;

  @Mixin private final DrawOptions draw = new DrawOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (draw.from != null) {
      return drawFrom(draw.from);
    }
    if (config == null) {
      throw Problem.usage(
          "which config? For example: synth generate --config configs/vae.yaml; or, to draw from a"
              + " finished run: synth generate --from RUN");
    }
    refuse(
        NEEDS_FROM,
        "goes with --from RUN; with a config say --set generate.rows=N, or --set seed=N");
    return run(config);
  }

  private int run(Path file) {
    ExperimentConfig resolved = ConfigLoader.load(file, withWhere());
    Context context = console.context(resolved.seed(), quiet);
    RunRequest request =
        new RunRequest(resolved, file, out, runName, rerun, overwrite, force, failOnHarm, jobs);
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

  private List<String> withWhere() {
    List<String> all = new ArrayList<>(overrides);
    draw.values()
        .forEach((column, value) -> all.add("generate.where.%s=%s".formatted(column, value)));
    return all;
  }

  private int drawFrom(String run) {
    refuse(NEEDS_CONFIG, "does not go with --from, which draws from a run as it is");
    DrawRequest request =
        new DrawRequest(run, out, draw.rows, draw.seed, draw.values(), draw.to, overwrite, jobs);
    Drawing drawing = Drawing.make(request, console.context(0, quiet));
    console.out().print(json ? Json.write(drawing) : drawing.text());
    return 0;
  }

  private void refuse(List<String> options, String why) {
    for (String option : options) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw Problem.usage("%s %s", option, why);
      }
    }
  }
}

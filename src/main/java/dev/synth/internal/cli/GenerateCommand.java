package dev.synth.internal.cli;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.experiment.Experiment;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.cli.option.GivenOptions;
import dev.synth.internal.cli.option.TableFlags;
import dev.synth.internal.cli.option.WrittenNote;
import dev.synth.internal.cli.tracking.TrackedNote;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.DrawRequest;
import dev.synth.internal.experiment.Drawing;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.blocks.BlockDrawing;
import dev.synth.internal.experiment.plan.RunPlan;
import dev.synth.internal.report.RunText;
import dev.synth.internal.report.text.GuideText;
import dev.synth.run.RunFolders;
import dev.synth.run.RunRequest;
import dev.synth.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
    header = "Generate, validate and evaluate synthetic rows, as a config says.",
    description = {
      "Learns, draws, validates, augments, measures: every stage that the config asks for.",
      "Or, with --from, draws more rows from a finished run."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth generate --config configs/vae.yaml",
      "  synth generate --config configs/vae.yaml --set generator.steps=500 --set seed=7",
      "  synth generate --config configs/vae.yaml --out /tmp/trial --json",
      "  synth generate --from vae-f95eb35a --rows 100000 --seed 9",
      "  synth generate --from vae-f95eb35a --where channel=web --to web.parquet",
      "  synth generate --from vae-f95eb35a --to-jdbc jdbc:duckdb:shop.duckdb --to-table more",
      "  synth generate --from vae-f95eb35a --rows 100000000 --to rows.parquet/"
    })
final class GenerateCommand implements Callable<Integer> {
  private static final List<String> NEEDS_FROM = List.of("--to", "--rows-per-file", "--engine");
  private static final List<String> NEEDS_CONFIG =
      List.of(
          "--config",
          "--set",
          "--labels",
          "--until",
          "--run-name",
          "--dry-run",
          "--rerun",
          "--force",
          "--show-rows",
          "--fail-on-harm");

  private final Console console;

  @Mixin private final RunOptions options = new RunOptions();
  @Mixin private final UntilOption until = new UntilOption();
  @Mixin private final HarmOption harm = new HarmOption();

  @Option(
      names = "--force",
      description = "Goes on to the evaluation after a failed validation gate (still exit 4).")
  private boolean force;

  @Option(
      names = "--show-rows",
      description =
          "Lets the page show real rows: those nearest to synthetic ones, and each on the map.")
  private boolean showRows;

  @Mixin private final LabelsOption labels = new LabelsOption();
  @Mixin private final DrawOptions draw = new DrawOptions();
  @Mixin private final TableFlags table = new TableFlags();

  @Spec private CommandSpec spec = CommandSpec.create();

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (draw.from != null) {
      return drawFrom(draw.from);
    }
    if (options.hasConfig()) {
      GivenOptions given = new GivenOptions(spec);
      given.refuse(
          List.of("--rows"), "goes with --from RUN; with a config say --set generate.rows=N");
      given.refuse(List.of("--seed"), "goes with --from RUN; with a config say --set seed=N");
      given.refuse(NEEDS_FROM, "goes with --from RUN; a config's rows go to the run's folder");
    }
    return run();
  }

  private int run() {
    ExperimentConfig resolved =
        options.load(
            """
            synth generate --config configs/vae.yaml
              That one simulates card transactions. For your own data, copy it and set data.source,
              data.label and data.positive. To draw more rows from a finished run:
              synth generate --from RUN --rows N\
            """,
            overrides(),
            console);
    Context context = console.context(resolved.seed(), options.quiet());
    RunRequest request = options.request(resolved, force, harm.failOnHarm()).withShowRows(showRows);
    if (options.dryRun()) {
      console.out().print(ConfigLoader.resolved(resolved));
      console.out().print(RunPlan.of(request, context).describe());
      return 0;
    }
    if (options.isForReaders()) {
      EvaluationOptions evaluation = resolved.evaluation();
      int fits = evaluation == null ? 0 : Repeats.count(resolved, evaluation);
      console.guide(GuideText.before(resolved, fits) + "\n");
    }
    RunResult result = Experiment.run(request, context);
    RunFolders folders = result.folders();
    console
        .out()
        .print(
            options.json()
                ? RunText.json(folders.synthesis(), folders.evaluation())
                : RunText.plain(
                    folders.synthesis(),
                    folders.evaluation(),
                    "--force goes on after a failed gate."));
    TrackedNote.tell(result, options.quiet(), console);
    String written = WrittenNote.of(result, resolved);
    if (written != null && !options.quiet()) {
      console.note(written);
    }
    if (options.isForReaders()) {
      console.guide(GuideText.after(folders));
    }
    return result.exitCode().code();
  }

  private List<String> overrides() {
    List<String> all = new ArrayList<>(labels.overrides());
    all.addAll(until.overrides());
    all.addAll(table.overrides());
    draw.values()
        .forEach((column, value) -> all.add(PlainText.of("generate.where.%s=%s", column, value)));
    return all;
  }

  private int drawFrom(String run) {
    GivenOptions given = new GivenOptions(spec);
    given.refuse(NEEDS_CONFIG, "does not go with --from, which draws from a run as it is");
    if (given.first(List.of("--to-table")).isEmpty()) {
      given.refuse(
          List.of("--driver-path"), "is for a table of a database; name one with --to-table");
    }
    DrawRequest request =
        new DrawRequest(
            run,
            options.out(),
            draw.rows,
            draw.seed,
            draw.values(),
            draw.file(),
            table.target(options.driverPath()),
            options.overwrite(),
            options.jobs());
    Context context = console.context(0, options.quiet());
    String folder = draw.folder();
    if (folder != null && request.table() != null) {
      throw Problem.usage("--to-table goes with one file at most, and not with a folder of them");
    }
    Drawing drawing =
        folder == null
            ? Drawing.make(request, context)
            : BlockDrawing.make(draw.ofFolder(request, folder), context);
    console.out().print(options.json() ? Json.write(drawing) : drawing.text());
    return 0;
  }
}

package dev.synth.internal.cli;

import static java.util.stream.Collectors.joining;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.YamlText;
import dev.synth.internal.cli.option.GivenOptions;
import dev.synth.internal.cli.option.OptionKeys;
import dev.synth.internal.cli.option.OutputOptions;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.FileValidation;
import dev.synth.internal.experiment.ValidationFiles;
import dev.synth.internal.experiment.engine.Engines;
import dev.synth.internal.experiment.judging.JudgingScale;
import dev.synth.internal.report.text.ValidationText;
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

/** {@code synth validate}: judges a file of synthetic rows, whatever made it. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "Judge a file of synthetic rows, from any tool, against real ones.",
    description = {
      "Judges a file of synthetic rows, from any tool, beside real ones: is it like the real",
      "thing, is it as varied, does it belong to the rare class, does it give anyone away? Every",
      "figure stands beside what real rows say of each other. Ends in 4 when a gate fails.",
      "",
      "Columns are matched by name; order, delimiter and decimal sign do not matter. Without the",
      "label column, all synthetic rows count as rare; with it, the rare ones are taken."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth validate --real frauds.csv --synthetic fake.csv --label Class --positive 1",
      "  synth validate --real train.csv --synthetic fake.csv --reference unseen.csv \\",
      "      --label Class --positive 1 --preset strict --out judged",
      "  synth validate --config my.yaml --synthetic fake.csv --json",
      "  synth validate --real train.csv --synthetic fake.csv --label Class --positive 1 \\",
      "      --set validation.gates.c2st_forest={at_most: 0.7} --set data.exclude=[id]"
    })
final class ValidateCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--real",
      paramLabel = "FILE",
      description = "Real rows, those that the generator learned from: csv, csv.gz, parquet, json.")
  private @Nullable String real;

  @Option(names = "--synthetic", paramLabel = "FILE", description = "The rows to judge.")
  private @Nullable String synthetic;

  @Option(names = "--label", paramLabel = "COLUMN", description = "The label column.")
  private @Nullable String label;

  @Option(
      names = "--positive",
      paramLabel = "VALUE",
      description =
          "The label of the rare class, as it stands in the file; repeatable, where several are.")
  private List<String> positive = List.of();

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description =
          "Real rows that the generator never saw. With 50 rare ones they decide the gates; privacy"
              + " needs them.")
  private @Nullable String reference;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "The gates: lenient, standard (the default) or strict.")
  private @Nullable String preset;

  @Option(
      names = "--privacy",
      paramLabel = "LEVEL",
      description =
          "standard or full; full needs a generator that can be refitted, so of bare files it says"
              + " that it cannot tell.")
  private @Nullable String privacy;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "A config to take data, gates and seed from; the options above overrule it.")
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a config key, such as validation.gates.c2st_forest=off; repeatable.")
  private List<String> overrides = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR|FILE",
      description =
          "Writes validation.json, plots.json and report.html there; or one alone, to a name that"
              + " ends in .html or .json.")
  private @Nullable Path out;

  @Option(
      names = "--show-rows",
      description =
          "Lets the page show real rows: those nearest to synthetic ones, and each on the map.")
  private boolean showRows;

  @Option(
      names = "--sample",
      paramLabel = "ROWS",
      description =
          "Takes so many rows of each class where a side has more, for metrics that are no sums"
              + " over rows; by default 200000, where a side has more than 500000 (docs/large.md).")
  private @Nullable Integer sample;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description = "What reads files, local (default) or spark; same bytes (docs/spark.md).")
  private String engine = Engines.LOCAL;

  @Option(names = "--overwrite", description = "Replaces what an earlier call left in --out.")
  private boolean overwrite;

  @Mixin private final OutputOptions output = new OutputOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (synthetic == null
        || (config == null && (real == null || label == null || positive.isEmpty()))) {
      throw Problem.usage(
          "which rows, and what marks the rare class? For example: synth validate --real a.csv"
              + " --synthetic b.csv --label Class --positive 1");
    }
    GivenOptions given = new GivenOptions(spec);
    if (out == null) {
      given.refuse(
          List.of("--overwrite", "--show-rows"), "is for what --out names, and there is no --out");
    } else if (ValidationFiles.isFigures(out)) {
      given.refuse(List.of("--show-rows"), "is for a page, and --out names a file of figures");
    }
    if (out != null) {
      ValidationFiles.checkOut(out, overwrite);
    }
    ExperimentConfig resolved = resolve();
    if (resolved.data().isDemo()) {
      throw Problem.usage("synth validate needs a file of real rows; --real names it");
    }
    FileValidation.Request request =
        new FileValidation.Request(
            resolved,
            synthetic,
            reference,
            showRows,
            new JudgingScale(sample, engine, Runtime.getRuntime().availableProcessors(), out));
    Context context = console.context(resolved.seed(), output.quiet());
    FileValidation.Result result = FileValidation.judge(request, context);
    if (out != null) {
      ValidationFiles.write(out, request, result, overwrite);
    }
    console
        .out()
        .print(
            output.json()
                ? ValidationText.json(result.report(), result.notes())
                : ValidationText.plain(result.report(), result.notes(), out));
    return (result.report().anyFailed() ? ExitCode.GATE : ExitCode.DONE).code();
  }

  private ExperimentConfig resolve() {
    List<String> all = new ArrayList<>();
    set("data.source", real, all);
    set("data.label", label, all);
    if (!positive.isEmpty()) {
      String values = positive.stream().map(YamlText::of).collect(joining(", ", "[", "]"));
      all.add("data.positive=" + values);
    }
    set("validation.preset", preset, all);
    set("validation.privacy", privacy, all);
    all.addAll(overrides);
    Path file = config;
    return OptionKeys.ofOverrides(
        () ->
            file == null
                ? ConfigLoader.parse("", "the command line", all, console::note)
                : ConfigLoader.load(file, all, console::note),
        overrides);
  }

  private static void set(String key, @Nullable String value, List<String> overrides) {
    if (value != null) {
      overrides.add(key + "=" + YamlText.of(value));
    }
  }
}

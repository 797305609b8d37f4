package dev.synth.internal.cli;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.config.GenerateOptions;
import dev.synth.experiment.Experiment;
import dev.synth.internal.cli.option.TableFlags;
import dev.synth.internal.cli.option.WrittenNote;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.report.text.AugmentationText;
import dev.synth.run.AugmentRequest;
import dev.synth.run.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code synth augment}: the training file with what was chosen for it. */
@Command(
    name = "augment",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "Write a training file with the augmentation that helps, if any.",
    description = {
      "Writes the data with synthetic rare rows behind it, in the way that folds inside it show to",
      "help, or unchanged where none does; and says what was chosen and why. All rows are learned",
      "from, so there is no performance figure, unless --hold-out sets test rows aside."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth augment --config mine.yaml --to train.csv",
      "  synth augment --config mine.yaml --hold-out --json",
      "  synth augment --config evaluation/compare-1a2b3c4d/resolved.yaml --arm 'mgs, ratio 0.1'"
    })
final class AugmentCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private final RunOptions options = new RunOptions();

  @Option(
      names = "--arm",
      paramLabel = "NAME",
      description =
          "Takes this arm instead of picking one: none, class-weight, or a generator with "
              + "how much it adds, as tables write it, such as 'vae, ratio 0.1'.")
  private @Nullable String arm;

  @Option(
      names = "--hold-out",
      description =
          "Learns from the training rows of the config's split alone, writes them alone, "
              + "and measures what was chosen on its test rows, once.")
  private boolean holdOut;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Copies the augmented file there, as .csv or .parquet.")
  private @Nullable Path to;

  @Mixin private final LabelsOption labels = new LabelsOption();
  @Mixin private final TableFlags table = new TableFlags();

  AugmentCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ExperimentConfig config =
        options.load("synth augment --config mine.yaml --to train.csv", overrides(), console);
    Context context = console.context(config.seed(), options.quiet());
    AugmentRequest request = new AugmentRequest(options.request(config), arm, holdOut, to);
    if (options.dryRun()) {
      console.out().print(ConfigLoader.resolved(config));
      console.out().print(Experiment.augmentationPlan(request, context));
      return 0;
    }
    RunResult result = Experiment.augment(request, context);
    Path folder = result.folders().synthesis();
    console.out().print(AugmentationText.of(folder, options.json()));
    String written = WrittenNote.of(result, config);
    if (written != null && !options.quiet()) {
      console.note(written);
    }
    return result.exitCode().code();
  }

  private List<String> overrides() {
    List<String> all = new ArrayList<>(labels.overrides());
    all.addAll(format());
    all.addAll(table.overrides());
    return all;
  }

  /** The file's ending says its format. */
  private List<String> format() {
    if (to == null) {
      return List.of();
    }
    String name = to.toString();
    return Arrays.stream(GenerateOptions.Format.values())
        .map(GenerateOptions.Format::extension)
        .filter(extension -> name.endsWith("." + extension))
        .findFirst()
        .map(extension -> List.of("generate.format=" + extension))
        .orElseThrow(() -> Problem.usage("--to must end in .csv or .parquet, but is %s", name));
  }
}

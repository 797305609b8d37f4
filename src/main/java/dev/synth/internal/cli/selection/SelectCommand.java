package dev.synth.internal.cli.selection;

import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.cli.option.ConfigOptions;
import dev.synth.internal.cli.option.WorkOptions;
import dev.synth.internal.cli.production.Desk;
import dev.synth.internal.experiment.engine.Engines;
import dev.synth.internal.experiment.selection.SelectRequest;
import dev.synth.internal.experiment.selection.Selecting;
import dev.synth.internal.experiment.selection.SelectionFolder;
import dev.synth.internal.report.text.SelectionText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code synth select}: rows of files that fit no memory, so that a run fits one machine. */
@Command(
    name = "select",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = Desk.WIDTH,
    header = "Take rows of files too large for memory, with weights.",
    description = {
      "Reads Parquet or plain CSV of any size where they lie, and writes a folder with all rare",
      "rows, all rows of validation and test, and a sample of the other training rows with how"
          + " many",
      "each stands for; statistics of all rows; and a config by which evaluate and compare take",
      "them. A random split becomes one by a seeded hash of each row, or of its group. Features of",
      "the config are made of all rows before. Same bytes for any order of rows and files."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth select --config mine.yaml --majority 1000000 --to selected",
      "  synth select --config mine.yaml --set data.source='days/*.parquet' --to selected",
      "  synth evaluate --config selected/config.yaml"
    })
public final class SelectCommand implements Callable<Integer> {
  private final Desk desk;

  @Mixin private final ConfigOptions config = new ConfigOptions();

  @Option(names = "--to", paramLabel = "DIR", required = true, description = "The folder to write.")
  private Path to = Path.of("");

  @Option(
      names = "--majority",
      paramLabel = "N",
      description =
          "How many training rows that are not rare are taken at most (default: 1000000).")
  private long majority = 1_000_000;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description = "What reads, local (default) or spark; same bytes (docs/spark.md).")
  private String engine = Engines.LOCAL;

  @Mixin private final WorkOptions work = new WorkOptions();

  /** A command that talks to a desk. */
  public SelectCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    if (to.toString().isBlank()) {
      throw Problem.usage("--to must name a folder");
    }
    ExperimentConfig loaded =
        config.load("synth select --config mine.yaml --to selected", List.of(), desk::note);
    Selecting.run(
        new SelectRequest(loaded, majority, to, engine, work.jobs(), work.overwrite()),
        desk.context(loaded.seed(), work.quiet()));
    desk.out().print(SelectionText.of(to, SelectionFolder.FACTS, work.json()));
    return 0;
  }
}

package dev.synth.internal.cli.production;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.bundle.FileScoring;
import dev.synth.internal.cli.option.WorkOptions;
import dev.synth.internal.experiment.engine.Engines;
import dev.synth.internal.experiment.scoring.FolderScoring;
import dev.synth.internal.experiment.scoring.ScoringRequest;
import dev.synth.internal.report.text.ScoreText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synth score}: a file of rows, scored by a bundle. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = Desk.WIDTH,
    header = "Score the rows of a file by a fitted model.",
    description = {
      "Scores any number of rows by a model that 'fit' made, in memory that does not grow with",
      "them. The scored file has the columns that the model does not look at, such as a row's",
      "name, and then score, probability and decision (1 is an alert)."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth score model rows.csv --to scored.csv",
      "  synth score model rows.csv --to scored.csv --explain 3",
      "  synth score model today.csv --history last-month.csv --to scored.csv",
      "  synth score model 'day-*.parquet' --to scored.parquet --lenient --json",
      "  synth score model 'day-*.parquet' --to scored.parquet/ --rows-per-file 100000"
    })
public final class ScoreCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(index = "0", paramLabel = "MODEL", description = "The bundle's folder.")
  private Path model = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "ROWS",
      description = "A file or glob: csv, csv.gz, parquet or json.")
  private String rows = "";

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description =
          "The scored file: .csv, .csv.gz or .parquet; with a slash at its end, a folder of "
              + "such files and a manifest.")
  private String to = "";

  @Option(
      names = "--rows-per-file",
      paramLabel = "N",
      description = "With --to FOLDER/: rows of a file at most (default: 1000000).")
  private @Nullable Integer rowsPerFile;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "What scores, local (default) or spark; same bytes. Spark writes a folder whatever the "
              + "end of --to (docs/spark.md).")
  private @Nullable String engine;

  @Option(
      names = "--lenient",
      description =
          "Scores rows that break the model's contract, and counts what breaks it: a "
              + "missing or unknown column, a cell of another type (scored as missing), a level "
              + "that is new.")
  private boolean lenient;

  @Option(
      names = "--history",
      paramLabel = "ROWS",
      description =
          "A file or glob of earlier rows, for a model that computes features of the rows "
              + "before.")
  private @Nullable String history;

  @Option(
      names = "--explain",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Names the N columns that moved a row's score most, and by how much (default: "
              + "${DEFAULT-VALUE}).")
  private int explain;

  @Mixin private final WorkOptions work = new WorkOptions();

  /** A command that talks to a desk. */
  public ScoreCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    int jobs = work.jobs();
    if (jobs < 1) {
      throw Problem.usage("--jobs must be at least 1, but is %d", jobs);
    }
    if (explain < 0 || explain > 100) {
      throw Problem.usage("--explain must be in [0, 100], but is %d", explain);
    }
    FileScoring.ScoringMode way = new FileScoring.ScoringMode(lenient, explain, jobs, history);
    Context context = desk.context(0, work.quiet());
    FileScoring.ScoringSummary summary = isFolder() ? toFolder(way, context) : toFile(way, context);
    desk.out().print(ScoreText.of(summary, to, work.json()));
    return 0;
  }

  private boolean isFolder() {
    boolean isSpread = engine != null && !engine.equals(Engines.LOCAL);
    if (isSpread || to.endsWith("/") || Files.isDirectory(Path.of(to))) {
      return true;
    }
    if (rowsPerFile != null) {
      throw Problem.usage("--rows-per-file goes with a folder; name it with --to FOLDER/");
    }
    return false;
  }

  private FileScoring.ScoringSummary toFolder(FileScoring.ScoringMode way, Context context) {
    String name = Objects.requireNonNullElse(engine, Engines.LOCAL);
    return FolderScoring.run(
        new ScoringRequest(model, rows, to, way, name, rowsPerFile, work.overwrite()), context);
  }

  private FileScoring.ScoringSummary toFile(FileScoring.ScoringMode way, Context context) {
    Path file = Path.of(to);
    if (Files.exists(file) && !work.overwrite()) {
      throw Problem.usage("%s exists", to).remedy(Remedy.OTHER_TARGET);
    }
    return FileScoring.run(BundleFiles.read(model), rows, file, way, context);
  }
}

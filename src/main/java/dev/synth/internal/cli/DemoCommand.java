package dev.synth.internal.cli;

import dev.synth.base.Context;
import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.internal.demo.DemoDays;
import dev.synth.internal.experiment.DemoData;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synth demo}: simulated card transactions, to a file. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "Write simulated card transactions to a file.",
    description = {
      "Writes simulated card transactions, 0.5 %% of them fraud where --frauds is left out.",
      "Three fraud patterns: stolen card, card testing, compromised merchant. The same seed,",
      "rows and frauds give the same bytes; the rows are those of `data.source: demo`."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth demo transactions.csv",
      "  synth demo --rows 1000000 --seed 7 transactions.parquet"
    })
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The file to write: .csv, .csv.gz or .parquet.")
  private Path file = Path.of("");

  @Option(names = "--rows", paramLabel = "N", description = "Rows (default: ${DEFAULT-VALUE}).")
  private long rows = DemoData.DEFAULT_ROWS;

  @Option(
      names = "--frauds",
      paramLabel = "SHARE",
      description = "About which share of the rows are frauds (default: ${DEFAULT-VALUE}).")
  private double frauds = DemoData.DEFAULT_FRAUDS;

  @Option(names = "--seed", paramLabel = "N", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed = 42;

  @Option(
      names = "--days",
      paramLabel = "N",
      description =
          "Spreads the rows, about as many as --rows says, over so many days, with "
              + "weekdays, as a model in use meets them (default: as many days as the rows take).")
  private @Nullable Integer days;

  @Option(
      names = "--fraud-moves-after",
      paramLabel = "N",
      description = "With --days: thieves do something new after so many days.")
  private @Nullable Integer fraudMovesAfter;

  @Option(names = "--overwrite", description = "Replaces the file if it exists.")
  private boolean overwrite;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress on standard error.")
  private boolean quiet;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Context context = console.context(seed, quiet);
    long written = DemoData.write(file, rows, calendar(), frauds, overwrite, context);
    console
        .out()
        .println(
            String.format(
                Locale.ROOT, "%s: %,d rows; the label is 'fraud', 1 for fraud", file, written));
    return 0;
  }

  private @Nullable DemoDays calendar() {
    if (days == null) {
      if (fraudMovesAfter != null) {
        throw Problem.usage("--fraud-moves-after needs --days");
      }
      return null;
    }
    try {
      return new DemoDays(days, fraudMovesAfter);
    } catch (InvalidValue e) {
      throw Problem.invalid(e.component(), "%s", e.complaint());
    }
  }
}

package dev.synth.internal.cli;

import dev.synth.base.Problem;
import dev.synth.internal.experiment.FinishedRun;
import dev.synth.internal.report.ReportFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synth report}: a finished run as tables for a paper, or its page once more. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "Render a finished run as LaTeX or Markdown tables, or its page.",
    description = {
      "Renders a finished run from its JSON files alone: tables of arms x classifiers for a paper",
      "(average precision, difference to none with interval, corrected p, verdict, recall at 1 %%",
      "false positives), or report.html once more. Nothing is computed anew."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth report compare-1a2b3c4d                       Markdown to standard output",
      "  synth report --format latex --out table.tex evaluation/compare-1a2b3c4d",
      "  synth report --format html compare-1a2b3c4d         renews the run's report.html"
    })
final class ReportCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "latex (with booktabs), markdown (the default) or html.")
  private String format = "markdown";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it goes (default: standard output; html: report.html in the run).")
  private @Nullable Path out;

  @Option(
      names = "--show-rows",
      description =
          "Renders the page of the synthetic rows with real rows in it, where generate --show-rows"
              + " has recorded them.")
  private boolean showRows;

  @Option(names = "--overwrite", description = "Replaces the file if it exists.")
  private boolean overwrite;

  @Parameters(
      paramLabel = "RUN",
      description = "The run: its name (below this folder), its folder, or a file in it.")
  private String run = "";

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ReportFormat chosen = ReportFormat.of(format);
    FinishedRun finished = FinishedRun.find(run, Path.of(""));
    if (showRows) {
      showRows(finished);
    } else if (out != null) {
      console.out().println(FinishedRun.write(out, finished.render(chosen), overwrite));
    } else if (chosen == ReportFormat.HTML) {
      finished.renewPages().forEach(console.out()::println);
    } else {
      console.out().print(finished.render(chosen));
    }
    return 0;
  }

  private void showRows(FinishedRun finished) {
    if (ReportFormat.of(format) != ReportFormat.HTML) {
      throw Problem.usage("--show-rows goes with --format html: tables have no rows to show");
    }
    if (out != null) {
      console.out().println(FinishedRun.write(out, finished.renderWithRows(), overwrite));
    } else {
      finished.renewPagesWithRows().forEach(console.out()::println);
    }
  }
}

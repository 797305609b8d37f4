package dev.synth.internal.cli;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.cli.option.GivenOptions;
import dev.synth.internal.experiment.FinishedRun;
import dev.synth.internal.report.ReportFormat;
import dev.synth.internal.report.page.PagePrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code synth report}: a finished run as tables for a paper, its page, or two runs on one page.
 */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "Render a finished run as tables or a page, or two side by side.",
    description = {
      "Renders a finished run from its JSON files alone: tables of arms x classifiers for a paper",
      "(average precision, difference to none with interval, corrected p, verdict, recall at 1 %%",
      "false positives), or report.html once more, also as a PDF file where a browser is on the",
      "PATH. Two runs stand side by side on one page. Nothing is computed anew."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth report compare-1a2b3c4d                       Markdown to standard output",
      "  synth report --format latex --out table.tex evaluation/compare-1a2b3c4d",
      "  synth report --format html compare-1a2b3c4d         renews the run's report.html",
      "  synth report --format pdf compare-1a2b3c4d          prints it to report.pdf beside it",
      "  synth report compare-1a2b3c4d compare-5e6f7a8b      both on one page"
    })
final class ReportCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "latex (with booktabs), markdown (the default), html or pdf; of two runs html (their"
              + " default) or pdf.")
  private @Nullable String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where it goes (default: standard output; html and pdf: report.html and report.pdf in the"
              + " run; two runs: report-A-B.html here).")
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
      arity = "1..2",
      description = "A run, or two: its name (below this folder), its folder, or a file in it.")
  private List<String> runs = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (runs.size() > 2) {
      throw Problem.usage("one run is rendered, or two side by side; not %d", runs.size());
    }
    boolean isOne = runs.size() == 1;
    if (isOne && out == null) {
      new GivenOptions(spec)
          .refuse(List.of("--overwrite"), "is for the file of --out, and there is no --out");
    }
    ReportFormat chosen = ReportFormat.of(format != null ? format : isOne ? "markdown" : "html");
    List<FinishedRun> finished =
        runs.stream().map(run -> FinishedRun.find(run, Path.of(""))).toList();
    if (showRows) {
      showRows(chosen, finished.getFirst());
    } else if (!isOne) {
      sideBySide(chosen, finished.getFirst(), finished.getLast());
    } else if (out != null) {
      console.out().println(write(chosen, finished.getFirst().render(chosen), out));
    } else {
      inPlace(chosen, finished.getFirst());
    }
    return 0;
  }

  private void showRows(ReportFormat chosen, FinishedRun run) {
    if (chosen != ReportFormat.HTML || runs.size() > 1) {
      throw Problem.usage("--show-rows goes with one run and --format html");
    }
    if (out != null) {
      console.out().println(FinishedRun.write(out, run.renderWithRows(), overwrite));
    } else {
      run.renewPagesWithRows().forEach(console.out()::println);
    }
  }

  private void inPlace(ReportFormat chosen, FinishedRun run) {
    switch (chosen) {
      case LATEX, MARKDOWN -> console.out().print(run.render(chosen));
      case HTML -> run.renewPages().forEach(console.out()::println);
      case PDF -> run.printPages(printer()).forEach(console.out()::println);
    }
  }

  private void sideBySide(ReportFormat chosen, FinishedRun first, FinishedRun second) {
    String extension =
        switch (chosen) {
          case HTML -> "html";
          case PDF -> "pdf";
          case LATEX, MARKDOWN ->
              throw Problem.invalid("format", "must be html or pdf for two runs");
        };
    Path file =
        out != null
            ? out
            : Path.of(PlainText.of("report-%s-%s.%s", first.title(), second.title(), extension));
    console.out().println(write(chosen, first.sideBySide(second), file));
  }

  private Path write(ReportFormat chosen, String text, Path file) {
    if (chosen != ReportFormat.PDF) {
      return FinishedRun.write(file, text, overwrite);
    }
    FinishedRun.checkFree(file, overwrite);
    return printer().print(text, file);
  }

  private static PagePrinter printer() {
    return PagePrinter.onPath(System.getenv("PATH"));
  }
}

package dev.synth.internal.experiment;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.report.ReportFormat;
import dev.synth.internal.report.RunReport;
import dev.synth.internal.report.page.PagePrinter;
import dev.synth.run.RunFile;
import dev.synth.run.RunFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A finished run that is rendered once more, from its JSON files alone.
 *
 * @param name what the user called it
 * @param evaluation the folder that holds {@code comparison.json}; empty where nothing was
 *     evaluated
 * @param synthesis the folder that holds {@code validation.json}; empty where no rows were written
 */
public record FinishedRun(String name, Optional<Path> evaluation, Optional<Path> synthesis) {
  private static final String PRINTED = "report.pdf";

  /**
   * Finds a run.
   *
   * @param given its name, one of its two folders, or a file in one of them
   * @param out the folder that holds {@code evaluation} and {@code synthetic-out}, for names
   * @throws Problem a usage problem that tells which runs there are
   */
  public static FinishedRun find(String given, Path out) {
    Path path = Path.of(given);
    for (Path folder = path; folder != null; folder = folder.getParent()) {
      if (hasResults(folder)) {
        return of(given, folder.toAbsolutePath().normalize());
      }
    }
    RunFolders named = RunFolders.below(out, nameOf(path));
    for (Path folder : List.of(named.evaluation(), named.synthesis())) {
      if (hasResults(folder)) {
        return of(given, folder.toAbsolutePath().normalize());
      }
    }
    List<String> runs = runs(out);
    String hint = Spelling.hint(nameOf(path), runs);
    if (hint.isEmpty() && runs.isEmpty()) {
      throw Problem.usage("there is no run '%s'; there is none here yet", given)
          .remedy(Remedy.EVALUATE);
    }
    String known = "; here there are " + String.join(", ", runs);
    throw Problem.usage("there is no run '%s'%s", given, hint.isEmpty() ? known : hint);
  }

  /** The other folder of the same run, if there is one, is beside the first one's parent. */
  private static FinishedRun of(String given, Path folder) {
    Path parent = folder.getParent();
    Path out = parent == null ? null : parent.getParent();
    List<Path> places = new ArrayList<>(List.of(folder));
    if (out != null) {
      RunFolders both = RunFolders.below(out, nameOf(folder));
      if (both.places().contains(folder)) {
        places.addAll(both.places());
      }
    }
    return new FinishedRun(
        given, first(places, RunFile.COMPARISON), first(places, RunFile.VALIDATION));
  }

  private static Optional<Path> first(List<Path> folders, RunFile file) {
    return folders.stream().filter(file::isIn).findFirst();
  }

  /** Returns the run that is in some folders. */
  public static FinishedRun of(RunFolders folders) {
    return new FinishedRun(
        nameOf(folders.synthesis()),
        Optional.of(folders.evaluation()).filter(RunFile.COMPARISON::isIn),
        Optional.of(folders.synthesis()).filter(RunFile.VALIDATION::isIn));
  }

  /**
   * Renders the page of the synthetic rows, in which real rows are shown one by one.
   *
   * @throws Problem a data problem if the run has recorded no real rows
   */
  public String renderWithRows() {
    Path folder = synthesis.filter(RunReport::holdsRealRows).orElseThrow(this::noRows);
    return RunReport.synthesis(folder, true);
  }

  /**
   * Renders {@code report.html} of the synthetic rows anew, with real rows one by one.
   *
   * @return the pages
   * @throws Problem as {@link #renderWithRows}
   */
  public List<Path> renewPagesWithRows() {
    String page = renderWithRows();
    return List.of(write(RunFile.PAGE.in(synthesis.orElseThrow()), page, true));
  }

  private Problem noRows() {
    return Problem.data("the charts of run '%s' hold no real rows", name)
        .remedy(Remedy.RECORD_ROWS);
  }

  /**
   * Renders the run.
   *
   * @return LaTeX, Markdown or HTML; as HTML the page of the evaluation, or where there is none
   *     that of the synthesis
   * @throws Problem a data problem if tables are asked for and nothing was evaluated
   */
  public String render(ReportFormat format) {
    if (evaluation.isPresent()) {
      return RunReport.evaluation(evaluation.get(), format);
    }
    return switch (format) {
      case LATEX, MARKDOWN ->
          throw Problem.data(
              "run '%s' holds no evaluation, so there is no table of it; its gates are in"
                  + " report.html",
              name);
      case HTML, PDF -> RunReport.synthesis(synthesis.orElseThrow());
    };
  }

  /** Returns the name of the run's folder. */
  public String title() {
    return nameOf(evaluation.or(() -> synthesis).orElseThrow());
  }

  /**
   * Renders this run and another one side by side, as a page.
   *
   * @throws Problem a data problem if one of them was not evaluated
   */
  public String sideBySide(FinishedRun other) {
    List<Path> folders =
        Stream.of(this, other)
            .map(
                run ->
                    run.evaluation()
                        .orElseThrow(
                            () ->
                                Problem.data(
                                    "run '%s' holds no evaluation, so there is nothing to hold"
                                        + " against another run",
                                    run.name())))
            .toList();
    return RunReport.sideBySide(List.of(title(), other.title()), folders);
  }

  /**
   * Prints the run's pages to {@code report.pdf} in its folders.
   *
   * @return the files
   */
  public List<Path> printPages(PagePrinter printer) {
    List<Path> files = new ArrayList<>();
    synthesis.ifPresent(
        folder -> files.add(printer.print(RunReport.synthesis(folder), folder.resolve(PRINTED))));
    evaluation.ifPresent(
        folder -> files.add(printer.print(RunReport.evaluation(folder), folder.resolve(PRINTED))));
    return List.copyOf(files);
  }

  /**
   * Renders {@code report.html} anew in the run's folders.
   *
   * @return the pages
   */
  public List<Path> renewPages() {
    List<Path> pages = new ArrayList<>();
    synthesis.ifPresent(
        folder -> pages.add(write(RunFile.PAGE.in(folder), RunReport.synthesis(folder), true)));
    evaluation.ifPresent(
        folder -> pages.add(write(RunFile.PAGE.in(folder), RunReport.evaluation(folder), true)));
    return List.copyOf(pages);
  }

  /**
   * Writes a rendered text, whole or not at all.
   *
   * @param overwrite whether an existing file may be replaced
   * @return the file
   */
  public static Path write(Path file, String text, boolean overwrite) {
    checkFree(file, overwrite);
    OutputFiles.wholeText(file, text);
    return file;
  }

  /**
   * Throws where a file is there and may not be replaced, or where none can be written, before
   * anything is computed for it.
   *
   * @param overwrite whether it may be replaced
   */
  public static void checkFree(Path file, boolean overwrite) {
    if (Files.isDirectory(file)) {
      throw Problem.usage("%s is a folder; name a file", file);
    }
    if (Files.exists(file) && !overwrite) {
      throw Problem.usage("%s exists; choose another file", file).remedy(Remedy.OVERWRITE);
    }
    OutputFiles.check(file.toAbsolutePath().resolveSibling("."));
  }

  private static boolean hasResults(Path folder) {
    return RunFile.COMPARISON.isIn(folder) || RunFile.VALIDATION.isIn(folder);
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private static List<String> runs(Path out) {
    TreeSet<String> names = new TreeSet<>();
    for (Path root : List.of(out.resolve("evaluation"), out.resolve("synthetic-out"))) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> folders = Files.list(root)) {
          folders
              .filter(FinishedRun::hasResults)
              .map(FinishedRun::nameOf)
              .filter(name -> !name.startsWith("."))
              .forEach(names::add);
        } catch (IOException e) {
          throw Problem.environment("cannot read %s: %s", root, OutputFiles.reason(e)).causedBy(e);
        }
      }
    }
    return List.copyOf(names);
  }
}

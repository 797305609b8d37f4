package dev.synth.internal.report.page;

import dev.synth.base.Problem;
import dev.synth.internal.files.OutputFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints pages to PDF files with a browser of the machine, which shows no window. */
public final class PagePrinter {
  /** Browsers that print without a window, by the names of their programs. */
  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome",
          "msedge",
          "microsoft-edge");

  private static final int PATIENCE_SECONDS = 120;

  private final Path program;

  private PagePrinter(Path program) {
    this.program = program;
  }

  /**
   * Returns the printer of this machine.
   *
   * @param path the folders of programs, as the variable {@code PATH} has them
   * @throws Problem (environment) if no browser is there
   */
  public static PagePrinter onPath(@Nullable String path) {
    List<String> folders = List.of((path == null ? "" : path).split(File.pathSeparator, -1));
    Optional<Path> found =
        folders.stream()
            .filter(folder -> !folder.isBlank())
            .flatMap(
                folder ->
                    NAMES.stream()
                        .flatMap(name -> Stream.of(name, name + ".exe"))
                        .map(name -> Path.of(folder, name)))
            .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
            .findFirst();
    return found
        .map(PagePrinter::new)
        .orElseThrow(
            () ->
                Problem.environment(
                    "no browser that could print the page is on the PATH (chromium, google-chrome"
                        + " or msedge); open report.html in any browser and print it there"));
  }

  /**
   * Prints a page.
   *
   * @param html the page
   * @param file the PDF file; written whole or not at all
   * @return the file
   * @throws Problem (environment) if the browser fails
   */
  public Path print(String html, Path file) {
    try {
      Path folder = Files.createTempDirectory("synth-print");
      try {
        Path page = folder.resolve("report.html");
        Path printed = folder.resolve("report.pdf");
        OutputFiles.text(page, html);
        run(folder, page, printed);
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
          OutputFiles.folder(parent);
        }
        OutputFiles.writing(
            file, () -> Files.move(printed, file, StandardCopyOption.REPLACE_EXISTING));
        return file;
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      throw Problem.environment("the page cannot be printed: %s", OutputFiles.reason(e))
          .causedBy(e);
    }
  }

  private void run(Path folder, Path page, Path printed) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-extensions",
                "--no-pdf-header-footer",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=5000",
                "--print-to-pdf=" + printed));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--no-sandbox"); // without it no browser starts for root
    }
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("says.txt").toFile())
            .start();
    if (!ended(process) || !Files.isRegularFile(printed)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw Problem.environment(
          "%s did not print the page; open report.html in a browser and print it there", program);
    }
  }

  private static boolean ended(Process process) {
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

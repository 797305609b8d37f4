package dev.synth.benchmarks;

import dev.synth.base.Cancellation;
import dev.synth.browser.Browser;
import dev.synth.browser.OpenPage;
import dev.synth.internal.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pictures of the documentation anew, {@code docs/images}, from the run of the quick
 * start.
 *
 * <p>Arguments: a folder, {@code target/pictures} where it is left out. A run {@code vae} in it is
 * used; where there is none, the quick start's command makes it, which takes a minute or two. The
 * picture of a monitor is taken where the folder has the page {@code after.html}, which the
 * commands of {@code docs/monitoring.md} make. Look at each picture before it is committed.
 */
public final class PicturesBenchmark {
  private static final Path IMAGES = Path.of("docs", "images");
  private static final String RUN = "vae";
  private static final int NARROW = 900;

  private PicturesBenchmark() {}

  /** A picture: a page, the size of the window, and what stands at its top; null for the page's. */
  private record Picture(String name, Path page, int width, int height, @Nullable String top) {}

  /**
   * Takes the pictures.
   *
   * @throws IOException if the browser can't be started, or a picture not be written
   */
  public static void main(String[] args) throws IOException {
    Path folder = args.length == 0 ? Path.of("target", "pictures") : Path.of(args[0]);
    Path evaluation = folder.resolve("evaluation").resolve(RUN).resolve("report.html");
    Path synthesis = folder.resolve("synthetic-out").resolve(RUN).resolve("report.html");
    if (!Files.exists(evaluation)) {
      String[] command = {
        "generate", "--config", "configs/vae.yaml", "--out", folder.toString(), "--run-name", RUN
      };
      int code = Main.run(System.out, System.err, new Cancellation(), command);
      if (code != 0) {
        throw new IllegalStateException("synth generate ended with " + code);
      }
    }
    Path program =
        Browser.program().orElseThrow(() -> new IllegalStateException("no Chromium on the PATH"));
    Path profile = Files.createTempDirectory("synth-pictures");
    try (Browser browser = Browser.start(program, profile)) {
      take(browser, new Picture("report", evaluation, 1005, 1480, null));
      take(
          browser,
          new Picture("selector", evaluation, NARROW, 600, "#what-each-arm-changes"),
          "Recall, against none");
      take(browser, new Picture("explorer", evaluation, NARROW, 720, "#threshold-explorer"));
      take(browser, new Picture("questions", synthesis, NARROW, 700, "#four-questions"));
      take(browser, new Picture("columns", synthesis, NARROW, 806, "#column-by-column"));
      Path monitor = folder.resolve("after.html");
      if (Files.exists(monitor)) {
        take(browser, new Picture("monitor", monitor, 1100, 1500, null));
      }
    }
  }

  private static void take(Browser browser, Picture picture) {
    take(browser, picture, null);
  }

  /** Takes a picture; of a choice of charts the one of a heading, where one is named. */
  private static void take(Browser browser, Picture picture, @Nullable String heading) {
    browser.dark(false);
    OpenPage page = new OpenPage(browser, picture.page(), picture.width());
    browser.size(picture.width(), picture.height());
    if (heading != null) {
      page.text(
          "(() => { const all = document.querySelector('.choice select');"
              + " all.value = [...all.options].find(one => one.text === '"
              + heading
              + "').value; all.dispatchEvent(new Event('change')); return ''; })()");
    }
    page.readToTheEnd();
    if (picture.top() != null) {
      // the contents stay in view, and would cover what is shown
      page.text(
          "document.querySelector('nav.contents').style.display = 'none',"
              + " document.querySelector('"
              + picture.top()
              + "').scrollIntoView(), scrollBy(0, 20), ''");
    }
    Path file = IMAGES.resolve(picture.name() + ".png");
    browser.screenshot(file, false);
    System.out.println(file);
  }
}

package dev.synth.benchmarks;

import dev.synth.browser.Browser;
import dev.synth.internal.base.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Measures how long pages take to open in a headless Chromium.
 *
 * <p>Arguments: pages, such as {@code evaluation/RUN/report.html}. Each is opened six times; the
 * first time warms up. Printed are its size, and the fastest and the median of the other five, from
 * the navigation's start to the end of its load event, and to the first paint of its content.
 */
public final class PageLoadBenchmark {
  private static final int TIMES = 5;

  private PageLoadBenchmark() {}

  /**
   * Opens the pages.
   *
   * @throws IOException if the browser can't be started, or a page is not there
   */
  public static void main(String[] args) throws IOException {
    Path program =
        Browser.program().orElseThrow(() -> new IllegalStateException("no Chromium on the PATH"));
    Path profile = Files.createTempDirectory("synth-page-load");
    System.out.println("page, bytes, load ms: fastest, median; first paint ms: fastest, median");
    try (Browser browser = Browser.start(program, profile)) {
      for (String page : args) {
        measure(browser, Path.of(page));
      }
    }
  }

  private static void measure(Browser browser, Path page) throws IOException {
    double[] loads = new double[TIMES];
    double[] paints = new double[TIMES];
    for (int time = -1; time < TIMES; time++) {
      browser.open(page.toAbsolutePath(), 1280, 900);
      double load =
          browser.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd").asDouble();
      browser.await("document.querySelector('.plot[data-drawn]') !== null");
      double paint =
          browser
              .evaluate(
                  "Math.max(0, ...performance.getEntriesByType('paint').map(e => e.startTime))")
              .asDouble();
      if (time >= 0) {
        loads[time] = load;
        paints[time] = paint;
      }
    }
    Arrays.sort(loads);
    Arrays.sort(paints);
    System.out.println(
        PlainText.of(
            "%s, %,d, %.0f, %.0f; %.0f, %.0f",
            page, Files.size(page), loads[0], loads[TIMES / 2], paints[0], paints[TIMES / 2]));
  }
}

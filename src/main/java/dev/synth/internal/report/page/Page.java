package dev.synth.internal.report.page;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * One HTML page that needs no other file: the style sheet stands inside, scripts there are none.
 */
public final class Page {
  private Page() {}

  /**
   * Puts a page together.
   *
   * @param title text
   * @param subtitle text
   * @param bodyHtml what comes below them
   */
  public static String of(String title, String subtitle, String bodyHtml) {
    return PlainText.of(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s – %s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        <header>
        <p class="run">%s</p>
        <h1>%s</h1>
        </header>
        %s</main>
        </body>
        </html>
        """,
        Html.escape(title),
        Html.escape(subtitle),
        style(),
        Html.escape(subtitle),
        Html.escape(title),
        bodyHtml);
  }

  /**
   * Returns a page's body or, where a bug of ours keeps it from being drawn, what can be read in
   * its place: a page costs no run.
   */
  public static String body(Supplier<String> body) {
    try {
      return body.get();
    } catch (RuntimeException e) {
      return Html.paragraph(
              "This page can't be drawn, which is a bug of ours: please report it to the project."
                  + " Its figures are in the JSON files beside it.")
          + Html.paragraph(e + " at " + e.getStackTrace()[0]);
    }
  }

  /** The verdict or the result of the gates, for readers who read one line. */
  static String banner(String cssClass, String word, String html) {
    return PlainText.of(
        "<div class=\"banner %s\">\n<strong>%s</strong>\n%s</div>\n",
        Html.escape(cssClass), Html.escape(word), html);
  }

  private static String style() {
    try (InputStream stream = Page.class.getResourceAsStream("report.css")) {
      if (stream == null) {
        throw new IllegalStateException("report.css is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

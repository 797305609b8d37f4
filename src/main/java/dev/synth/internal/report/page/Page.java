package dev.synth.internal.report.page;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTML page that needs no other file: style sheet, scripts and, where there are charts, the
 * chart library stand inside.
 */
public final class Page {
  private static final Pattern SECTION =
      Pattern.compile("<section id=\"([^\"]+)\">\n<h2>([^<]*)</h2>");

  private static final String NO_SCRIPT =
      "<noscript><p class=\"note\">The charts, and the tables behind them, need JavaScript. All"
          + " other tables, and the JSON files beside this page, do not.</p></noscript>\n";

  private Page() {}

  /**
   * Puts a page together.
   *
   * @param title text
   * @param subtitle text
   * @param bodyHtml what comes below them; the table of contents has its sections
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
        <a class="skip" href="#content">To the content</a>
        <div class="page">
        %s<main id="content">
        <header>
        <div class="top">
        <p class="run">%s</p>
        <button type="button" id="theme" hidden></button>
        </div>
        <h1>%s</h1>
        </header>
        %s</main>
        </div>
        %s</body>
        </html>
        """,
        Html.escape(title),
        Html.escape(subtitle),
        resource("report.css"),
        contents(bodyHtml),
        Html.escape(subtitle),
        Html.escape(title),
        bodyHtml,
        scripts(bodyHtml));
  }

  /** Returns links to the sections of a body. */
  private static String contents(String bodyHtml) {
    StringBuilder links = new StringBuilder();
    Matcher section = SECTION.matcher(bodyHtml);
    while (section.find()) {
      links.append(PlainText.of("<a href=\"#%s\">%s</a>\n", section.group(1), section.group(2)));
    }
    return "<nav class=\"contents\" aria-label=\"Contents\">\n<p>Contents</p>\n"
        + links
        + "</nav>\n";
  }

  private static String scripts(String bodyHtml) {
    boolean explores = bodyHtml.contains("id=\"explorer\"");
    String charts =
        explores || bodyHtml.contains("<figure class=\"chart")
            ? NO_SCRIPT + script(ChartLibrary.text()) + script(resource("charts.js"))
            : "";
    String explorer = explores ? script(resource("explorer.js")) : "";
    return charts + script(resource("page.js")) + explorer;
  }

  private static String script(String text) {
    return "<script>\n" + text + "</script>\n";
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
  public static String banner(String cssClass, String word, String html) {
    return PlainText.of(
        "<div class=\"banner %s\">\n<strong>%s</strong>\n%s</div>\n",
        Html.escape(cssClass), Html.escape(word), html);
  }

  private static String resource(String name) {
    try (InputStream stream = Page.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.synth.internal.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.Html;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Charts as HTML. A figure has a heading, a text for those who cannot see it, and the data as inert
 * JSON. In a fold, the page's script writes the same data as a table.
 */
public final class ChartHtml {
  private ChartHtml() {}

  /** Returns a chart over the whole width. */
  public static String of(Chart chart) {
    return figure("chart", chart);
  }

  /** Returns small charts side by side, as many a row as there is room for. */
  public static String multiples(List<? extends Chart> charts) {
    return charts.isEmpty()
        ? ""
        : charts.stream()
            .map(chart -> figure("chart small", chart))
            .collect(Collectors.joining("", "<div class=\"multiples\">\n", "</div>\n"));
  }

  /**
   * Returns charts of which a reader sees one at a time, chosen by its title; the first one first.
   *
   * @param label what is chosen, such as "Shown"
   */
  public static String choice(String label, List<? extends Chart> charts) {
    if (charts.size() <= 1) {
      return charts.stream().map(ChartHtml::of).collect(Collectors.joining());
    }
    return charts.stream()
        .map(ChartHtml::of)
        .collect(
            Collectors.joining(
                "",
                PlainText.of("<div class=\"choice\" data-label=\"%s\">\n", Html.escape(label)),
                "</div>\n"));
  }

  /** Returns data that a page's script reads by its name; no markup in it takes effect. */
  public static String data(String id, JsonNode tree) {
    return PlainText.of(
        "<script type=\"application/json\" id=\"%s\">%s</script>\n",
        Html.escape(id), ChartJson.inert(ChartJson.brief(tree)));
  }

  /**
   * Returns panels side by side, the first ones in sight and the others behind a fold.
   *
   * @param inSight how many are seen at once
   * @param fold what the fold is called
   */
  public static String panels(List<Panel> panels, int inSight, String fold) {
    int shown = Math.min(inSight, panels.size());
    String rest = panelGrid(panels.subList(shown, panels.size()));
    return panelGrid(panels.subList(0, shown)) + (rest.isEmpty() ? "" : Html.details(fold, rest));
  }

  private static String panelGrid(List<Panel> panels) {
    return panels.isEmpty()
        ? ""
        : panels.stream()
            .map(panel -> figure("chart small panel" + (panel.strong() ? " strong" : ""), panel))
            .collect(Collectors.joining("", "<div class=\"multiples\">\n", "</div>\n"));
  }

  private static String figure(String cssClass, Chart chart) {
    return PlainText.of(
        """
        <figure class="%s">
        <figcaption><strong>%s</strong><span>%s</span></figcaption>
        <div class="plot" role="img" aria-label="%s"></div>
        <details><summary>The data as a table</summary><div class="scroll" tabindex="0"></div></details>
        <script type="application/json">%s</script>
        </figure>
        """,
        cssClass,
        Html.escape(chart.title()),
        Html.escape(chart.description()),
        Html.escape(chart.title() + ". " + chart.description()),
        ChartJson.of(chart));
  }
}

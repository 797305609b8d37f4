package dev.synth.internal.report.chart;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.Html;

/** Builds one inline SVG chart. Its looks come from the page's style sheet, by class. */
final class Svg {
  private final StringBuilder content = new StringBuilder();
  private final int width;
  private final int height;
  private final String title;

  /**
   * An empty chart.
   *
   * @param title what it shows, for those who can't see it
   */
  Svg(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
  }

  Svg line(String cssClass, double x1, double y1, double x2, double y2) {
    content.append(
        PlainText.of(
            "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n",
            cssClass, Axis.place(x1), Axis.place(y1), Axis.place(x2), Axis.place(y2)));
    return this;
  }

  Svg box(String cssClass, double x, double y, double width, double height) {
    content.append(
        PlainText.of(
            "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\"/>\n",
            cssClass,
            Axis.place(x),
            Axis.place(y),
            Axis.place(Math.max(width, 0.5)),
            Axis.place(height)));
    return this;
  }

  Svg dot(String cssClass, double x, double y, double radius) {
    content.append(
        PlainText.of(
            "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n",
            cssClass, Axis.place(x), Axis.place(y), Axis.place(radius)));
    return this;
  }

  /**
   * Writes text.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  Svg text(String cssClass, String anchor, double x, double y, String text) {
    content.append(
        PlainText.of(
            "<text class=\"%s\" text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n",
            cssClass, anchor, Axis.place(x), Axis.place(y), Html.escape(text)));
    return this;
  }

  /** Adds a line through points, given as {@code x,y} pairs with blanks between. */
  Svg path(String cssClass, String points) {
    content.append(PlainText.of("<polyline class=\"%s\" points=\"%s\"/>\n", cssClass, points));
    return this;
  }

  Svg open(String cssClass) {
    content.append(PlainText.of("<g class=\"%s\">\n", cssClass));
    return this;
  }

  Svg close() {
    content.append("</g>\n");
    return this;
  }

  /** Returns the chart as HTML. */
  String html() {
    return PlainText.of(
        """
        <svg class="drawing" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s">
        %s</svg>
        """,
        width, height, width, height, Html.escape(title), content);
  }
}

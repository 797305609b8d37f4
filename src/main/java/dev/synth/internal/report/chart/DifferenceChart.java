package dev.synth.internal.report.chart;

import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.words.Numbers;
import java.util.List;

/** Every arm's change to {@code none}: a dot a repeat, their mean, and its interval. */
public final class DifferenceChart {
  private static final int NUMBERS = 200;
  private static final int LEAST_LEFT = 190;
  private static final int PLOT = 470;
  private static final double LETTER = 6.6;
  private static final int ROW = 26;
  private static final int GROUP = 30;
  private static final int BOTTOM = 46;

  private final Comparison comparison;
  private final List<PairedDifference> differences;
  private final int left;
  private final int right;
  private final Axis axis;

  private DifferenceChart(Comparison comparison) {
    this.comparison = comparison;
    this.differences = comparison.againstNone().stream().filter(row -> row.mean() != null).toList();
    this.left = left(differences);
    this.right = left + PLOT;
    double effect = comparison.protocol().effect();
    double low = -effect;
    double high = effect;
    for (PairedDifference row : differences) {
      low = Math.min(low, lowest(row));
      high = Math.max(high, highest(row));
    }
    this.axis = Axis.around(low, high, left, right);
  }

  /** Where the plot begins: to the right of the longest name. */
  private static int left(List<PairedDifference> rows) {
    int longest = rows.stream().mapToInt(row -> row.arm().title().length()).max().orElse(0);
    return Math.max(LEAST_LEFT, (int) Math.ceil(LETTER * longest) + 24);
  }

  /** Returns the chart as HTML; nothing where there is nothing to compare. */
  public static String of(Comparison comparison) {
    DifferenceChart chart = new DifferenceChart(comparison);
    return chart.differences.isEmpty() ? "" : chart.draw();
  }

  private String draw() {
    List<String> classifiers =
        differences.stream().map(PairedDifference::classifier).distinct().toList();
    int bottom = GROUP * classifiers.size() + ROW * differences.size() + 8;
    Svg svg =
        new Svg(
            right + NUMBERS,
            bottom + BOTTOM,
            "Change in average precision of every arm against none");
    double effect = comparison.protocol().effect();
    svg.box("effect", axis.at(-effect), 0, axis.at(effect) - axis.at(-effect), bottom);
    svg.line("zero", axis.at(0), 0, axis.at(0), bottom);
    int y = 0;
    for (String classifier : classifiers) {
      svg.text("soft bold", "start", 0, y + 20, classifier);
      y += GROUP;
      for (PairedDifference row : differences) {
        if (row.classifier().equals(classifier)) {
          row(svg, row, y + ROW / 2.0);
          y += ROW;
        }
      }
    }
    scale(svg, bottom);
    return svg.html();
  }

  private void row(Svg svg, PairedDifference row, double y) {
    svg.open(isPrimary(row) ? "primary" : "other");
    svg.text(isPrimary(row) ? "bold" : "", "start", 12, y + 4, row.arm().title());
    for (double difference : row.differences()) {
      svg.dot("repeat", axis.at(difference), y + 8, 2.2);
    }
    Double low = row.low();
    Double high = row.high();
    if (low != null && high != null) {
      svg.line("interval", axis.at(low), y, axis.at(high), y);
    }
    Double mean = row.mean();
    if (mean != null) {
      svg.dot("dot", axis.at(mean), y, 5);
    }
    String interval =
        low == null ? "" : PlainText.of("  [%s, %s]", Numbers.signed(low), Numbers.signed(high));
    svg.text("", "start", right + 14, y + 4, Numbers.signed(mean) + interval);
    svg.close();
  }

  private void scale(Svg svg, int bottom) {
    svg.line("axis", left, bottom, right, bottom);
    for (double tick : axis.ticks(7)) {
      svg.line("axis", axis.at(tick), bottom, axis.at(tick), bottom + 5);
      svg.text("soft", "middle", axis.at(tick), bottom + 18, Numbers.significant(tick));
    }
    svg.text(
        "soft",
        "middle",
        (left + right) / 2.0,
        bottom + 38,
        "← worse · change in average precision against none · better →");
  }

  private boolean isPrimary(PairedDifference row) {
    return row.arm().judged() && row.classifier().equals(comparison.protocol().classifier());
  }

  private static double lowest(PairedDifference row) {
    double low = row.low() == null ? Double.POSITIVE_INFINITY : row.low();
    return Math.min(low, row.differences().stream().mapToDouble(d -> d).min().orElse(0));
  }

  private static double highest(PairedDifference row) {
    double high = row.high() == null ? Double.NEGATIVE_INFINITY : row.high();
    return Math.max(high, row.differences().stream().mapToDouble(d -> d).max().orElse(0));
  }
}

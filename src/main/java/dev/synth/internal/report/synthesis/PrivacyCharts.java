package dev.synth.internal.report.synthesis;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.chart.Chart;
import dev.synth.internal.report.chart.Chart.Tone;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.chart.DensityChart;
import dev.synth.internal.report.chart.LineChart;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.validate.plot.AttackPlot;
import dev.synth.internal.validate.plot.DistancePlot;
import dev.synth.internal.validate.plot.PairPlot;
import dev.synth.internal.validate.plot.Plots;
import java.util.ArrayList;
import java.util.List;

/** Charts of how near synthetic rows come to real ones, and of what an attacker finds out. */
public final class PrivacyCharts {
  private PrivacyCharts() {}

  /**
   * Returns the charts; nothing where rows were too few for any.
   *
   * @param showRows whether real rows may stand in a page one by one
   */
  public static String of(Plots plots, boolean showRows) {
    DistancePlot distances = plots.distances();
    return (distances == null ? "" : distances(distances))
        + attacks(plots.attacks())
        + (showRows ? pairs(plots.pairs()) : "");
  }

  /** The nearest pairs, each behind a fold; what differs is bold. */
  private static String pairs(List<PairPlot> pairs) {
    StringBuilder html = new StringBuilder();
    for (PairPlot pair : pairs) {
      List<String> rows = new ArrayList<>();
      int equal = 0;
      for (PairPlot.CellPair cells : pair.cells()) {
        boolean same = cells.real().equals(cells.synthetic());
        equal += same ? 1 : 0;
        rows.add(
            Html.row(
                same ? "" : "primary",
                List.of(
                    Html.head(cells.column()),
                    Html.cell(cells.real()),
                    Html.cell(cells.synthetic()))));
      }
      html.append(
          Html.details(
              PlainText.of(
                  "At distance %s: %d of %d columns read the same",
                  ReportNumbers.significant(pair.distance()), equal, pair.cells().size()),
              Html.table(List.of("Column", "Training row", "Synthetic row"), rows)));
    }
    return html.isEmpty()
        ? ""
        : "<h3>The nearest pairs</h3>\n"
            + Html.note("This page holds real rows, since that was asked for.")
            + html;
  }

  private static String distances(DistancePlot plot) {
    List<DensityChart.Series> series = new ArrayList<>();
    double bins = plot.widths().stream().mapToInt(Integer::intValue).sum();
    series.add(
        new DensityChart.Series(
            plot.fresh() ? "unseen real rows to training rows" : "training rows to each other",
            shares(plot.realReal(), plot.widths()),
            List.of(),
            List.of(),
            Tone.REAL));
    series.add(
        DensityChart.Series.of(
            "synthetic rows to training rows",
            shares(plot.syntheticTraining(), plot.widths()),
            Tone.SYNTHETIC));
    List<Integer> unseen = plot.syntheticUnseen();
    if (unseen != null) {
      series.add(
          DensityChart.Series.of(
              "synthetic rows to unseen real rows", shares(unseen, plot.widths()), Tone.QUIET));
    }
    List<Double> edges = new ArrayList<>(List.of(0.0));
    edges.addAll(plot.edges());
    double width = plot.edges().isEmpty() ? 1 : plot.edges().getLast() / inner(plot);
    edges.add(edges.getLast() + width * plot.widths().getLast());
    return Html.paragraph(sentence(plot))
        + ChartHtml.of(
            new DensityChart(
                "Distance to the nearest real row",
                PlainText.of(
                    "Each row looks for its nearest among %s real rows. Synthetic rows should lie"
                        + " as far from training rows as fresh real rows do; a hump at the left"
                        + " says copies.",
                    ReportNumbers.count(plot.amongRows())),
                "distance (0: equal, 1: different in every column)",
                edges,
                series))
        + Html.note(
            PlainText.of(
                "Gower's distance. Shares are of one of %s bins of equal width; the last is open."
                    + " Bins with one to four real rows are merged with a neighbour.",
                ReportNumbers.count(bins)));
  }

  /** Steps before the last bin. */
  private static double inner(DistancePlot plot) {
    List<Integer> widths = plot.widths();
    return widths.subList(0, widths.size() - 1).stream().mapToInt(Integer::intValue).sum();
  }

  /** Shares of rows in a step of equal width, however wide the bin is. */
  private static List<Double> shares(List<Integer> counts, List<Integer> widths) {
    double all = Math.max(1, counts.stream().mapToInt(Integer::intValue).sum());
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      shares.add(counts.get(i) / all / widths.get(i));
    }
    return shares;
  }

  /** Returns what the first quarter of the real rows' distances holds of each side. */
  private static String sentence(DistancePlot plot) {
    int all = plot.realReal().stream().mapToInt(Integer::intValue).sum();
    int bin = 0;
    int near = plot.realReal().getFirst();
    while (4 * near < all && bin + 1 < plot.realReal().size()) {
      near += plot.realReal().get(++bin);
    }
    if (bin >= plot.edges().size()) {
      return "Rows are too few, or too alike, to tell near from far.";
    }
    return PlainText.of(
        "Nearer than %s to a training row: %s of the %s, and %s of the synthetic rows.",
        ReportNumbers.significant(plot.edges().get(bin)),
        percent(near, all),
        plot.fresh() ? "real rows that the generator never saw" : "training rows among themselves",
        percent(
            plot.syntheticTraining().subList(0, bin + 1).stream().mapToInt(Integer::intValue).sum(),
            plot.syntheticTraining().stream().mapToInt(Integer::intValue).sum()));
  }

  private static String percent(int part, int all) {
    return PlainText.of("%.0f %%", 100.0 * part / Math.max(1, all));
  }

  private static String attacks(List<AttackPlot> attacks) {
    if (attacks.isEmpty()) {
      return "";
    }
    List<LineChart.Line> lines = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (AttackPlot attack : attacks) {
      lines.add(
          LineChart.Line.of(
                  words(attack.kind()),
                  attack.points().stream().map(List::getFirst).toList(),
                  attack.points().stream().map(List::getLast).toList())
              .toned(attack.kind() == AttackPlot.Kind.DISTANCE ? Tone.SYNTHETIC : Tone.NEXT));
      sentences.add(sentence(attack));
    }
    lines.add(
        LineChart.Line.of("guessing", List.of(0.0, 1.0), List.of(0.0, 1.0)).toned(Tone.QUIET));
    return Html.paragraph(String.join(" ", sentences))
        + ChartHtml.of(
            new LineChart(
                "An attacker who guesses which rows were learned from",
                "Members found against false alarms. On the diagonal the attacker guesses; the"
                    + " further above it, the more is given away.",
                Chart.Scale.share("false alarms, as a share of rows not learned from"),
                Chart.Scale.share("share of learned rows found"),
                lines,
                List.of()));
  }

  private static String words(AttackPlot.Kind kind) {
    return switch (kind) {
      case DISTANCE -> "by the nearest synthetic row";
      case SHADOWS -> "with shadow generators";
    };
  }

  private static String sentence(AttackPlot attack) {
    boolean knows = attack.area() > 0.5 + attack.noise();
    return PlainText.of(
        "An attacker who goes %s reaches an area of %s under the curve, where luck alone stays"
            + " below %s in 39 of 40 cases: %s.",
        attack.kind() == AttackPlot.Kind.DISTANCE
            ? "by the nearest synthetic row"
            : "by generators fitted to halves of the rows",
        ReportNumbers.plain(attack.area()),
        ReportNumbers.plain(0.5 + attack.noise()),
        knows ? "training rows can be told from others" : "no more than guessing");
  }
}

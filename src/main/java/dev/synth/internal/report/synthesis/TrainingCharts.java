package dev.synth.internal.report.synthesis;

import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.chart.Chart;
import dev.synth.internal.report.chart.Chart.Tone;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.chart.LineChart;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Charts of a generator's training. */
public final class TrainingCharts {
  /** More points than pixels help nobody. */
  private static final int MOST_POINTS = 200;

  /** The part that the names of curves of a two-sample score have in common. */
  private static final String SCORE = "two-sample score";

  private TrainingCharts() {}

  /** Returns a chart a curve with at least two finite points, what chose the steps first. */
  public static String of(TrainingLog log) {
    List<LineChart> charts = new ArrayList<>();
    StringBuilder html = new StringBuilder();
    for (TrainingLog.Curve curve : log.curves()) {
      List<TrainingLog.Point> points = points(curve);
      if (points.size() < 2) {
        continue;
      }
      if (curve.name().contains(SCORE)) {
        html.append(ChartHtml.of(score(curve, points, log.steps())));
      } else {
        charts.add(loss(curve, points));
      }
    }
    if (html.isEmpty() && !charts.isEmpty()) {
      html.append(
          Html.note(
              "There is no two-sample score over steps: no rows were held back to choose the number"
                  + " of steps by."));
    }
    return html + ChartHtml.multiples(charts);
  }

  private static LineChart score(
      TrainingLog.Curve curve, List<TrainingLog.Point> points, int steps) {
    List<LineChart.Vertical> chosen =
        steps > 0 && steps <= points.getLast().step()
            ? List.of(new LineChart.Vertical(steps, "chosen"))
            : List.of();
    return new LineChart(
        words(curve),
        "What chose the number of steps: how well a forest tells drawn rows from real rows that"
            + " were held back (area under the ROC curve). Lower is better; 0.5 is guessing.",
        Chart.Scale.of("step"),
        Chart.Scale.of("area under the curve"),
        List.of(line(curve, points, Tone.SYNTHETIC)),
        chosen);
  }

  private static LineChart loss(TrainingLog.Curve curve, List<TrainingLog.Point> points) {
    return new LineChart(
        words(curve),
        PlainText.of(
            "From %s at step %s to %s at step %s.",
            ReportNumbers.significant(points.getFirst().value()),
            ReportNumbers.count(points.getFirst().step()),
            ReportNumbers.significant(points.getLast().value()),
            ReportNumbers.count(points.getLast().step())),
        Chart.Scale.of("step"),
        Chart.Scale.of("loss"),
        List.of(line(curve, points, Tone.NEXT)),
        List.of());
  }

  private static LineChart.Line line(
      TrainingLog.Curve curve, List<TrainingLog.Point> points, Tone tone) {
    return LineChart.Line.of(
            words(curve),
            points.stream().map(point -> (double) point.step()).toList(),
            points.stream().map(TrainingLog.Point::value).toList())
        .toned(tone);
  }

  private static List<TrainingLog.Point> points(TrainingLog.Curve curve) {
    List<TrainingLog.Point> finite =
        curve.points().stream().filter(point -> Double.isFinite(point.value())).toList();
    int every = Math.max(1, (finite.size() + MOST_POINTS - 1) / MOST_POINTS);
    return IntStream.range(0, finite.size())
        .filter(i -> i % every == 0 || i == finite.size() - 1)
        .mapToObj(finite::get)
        .toList();
  }

  private static String words(TrainingLog.Curve curve) {
    String name = curve.name().replace('_', ' ');
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}

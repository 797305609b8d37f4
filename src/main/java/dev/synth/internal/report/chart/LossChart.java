package dev.synth.internal.report.chart;

import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.words.Html;
import dev.synth.internal.report.words.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** A loss curve over the steps of training. */
public final class LossChart {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 220;
  private static final int LEFT = 56;
  private static final int BOTTOM = 180;

  /** More points than pixels help nobody. */
  private static final int MOST_POINTS = 400;

  private LossChart() {}

  /** Draws a curve with at least two finite points; nothing for any other. */
  public static String of(TrainingLog.Curve curve) {
    List<TrainingLog.Point> points =
        curve.points().stream().filter(point -> Double.isFinite(point.value())).toList();
    if (points.size() < 2) {
      return "";
    }
    double low = points.stream().mapToDouble(TrainingLog.Point::value).min().orElse(0);
    double high = points.stream().mapToDouble(TrainingLog.Point::value).max().orElse(1);
    Axis up = Axis.around(low, high, BOTTOM, 8);
    Axis right = Axis.around(points.getFirst().step(), points.getLast().step(), LEFT, WIDTH - 8);
    Svg svg = new Svg(WIDTH, HEIGHT, "Loss curve: " + curve.name());
    for (double tick : up.ticks(4)) {
      svg.line("axis", LEFT, up.at(tick), WIDTH - 8, up.at(tick));
      svg.text("soft", "end", LEFT - 6, up.at(tick) + 4, Numbers.significant(tick));
    }
    for (double tick : right.ticks(5)) {
      svg.text("soft", "middle", right.at(tick), BOTTOM + 18, Numbers.count(tick));
    }
    svg.text("soft", "middle", (LEFT + WIDTH) / 2.0, HEIGHT - 4, "step");
    svg.path(
        "curve",
        thinned(points).stream().map(p -> place(p, right, up)).collect(Collectors.joining(" ")));
    return PlainText.of(
        "<figure>\n%s<figcaption>%s</figcaption>\n</figure>\n",
        svg.html(), Html.escape(curve.name().replace('_', ' ')));
  }

  private static String place(TrainingLog.Point point, Axis right, Axis up) {
    return Axis.place(right.at(point.step())) + "," + Axis.place(up.at(point.value()));
  }

  private static List<TrainingLog.Point> thinned(List<TrainingLog.Point> points) {
    int every = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
    return java.util.stream.IntStream.range(0, points.size())
        .filter(i -> i % every == 0 || i == points.size() - 1)
        .mapToObj(points::get)
        .toList();
  }
}

package dev.synth.internal.report.profile;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.profile.Foreseen;
import dev.synth.internal.report.chart.Chart.Scale;
import dev.synth.internal.report.chart.LineChart;
import dev.synth.internal.report.chart.LineChart.Line;
import java.util.ArrayList;
import java.util.List;

/** Drawings of what a table looks like. */
final class ProfileCharts {
  private ProfileCharts() {}

  /**
   * Returns the foreseen effects by repeats: a band from at best to as a rule, a test share each.
   */
  static LineChart foreseen(List<Foreseen> all) {
    List<Line> lines = new ArrayList<>();
    for (double test : all.stream().map(Foreseen::test).distinct().toList()) {
      List<Foreseen> own = all.stream().filter(each -> each.test() == test).toList();
      List<Double> repeats = own.stream().map(each -> (double) each.repeats()).toList();
      lines.add(
          Line.of(
              PlainText.of("test share %.1f, as a rule", test),
              repeats,
              own.stream().map(Foreseen::high).toList()));
      lines.add(
          Line.of(
              PlainText.of("test share %.1f, at best", test),
              repeats,
              own.stream().map(Foreseen::low).toList()));
    }
    return new LineChart(
        "Smallest effect that could be seen",
        "The minimum detectable change in average precision falls with repeats until every rare row"
            + " has been tested.",
        Scale.of("repeats"),
        new Scale("average precision", 0, Double.NaN, false),
        lines,
        List.of());
  }
}

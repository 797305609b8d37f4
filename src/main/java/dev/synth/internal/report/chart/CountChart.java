package dev.synth.internal.report.chart;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.Confusion;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.wording.ArmTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The numbers of test rows that alerts found, missed and got wrong, arm by arm. */
public final class CountChart {
  private CountChart() {}

  /** Returns the chart of the first-listed classifier; empty where nothing was measured. */
  public static Optional<Bars> of(Comparison comparison) {
    List<ArmSummary> arms =
        comparison.summaries().stream()
            .filter(summary -> summary.classifier().equals(comparison.protocol().classifier()))
            .toList();
    if (arms.isEmpty() || comparison.repeats().isEmpty()) {
      return Optional.empty();
    }
    int repeats = comparison.repeats().size();
    List<Bars.Series> series = new ArrayList<>();
    series.add(series("found", arms, Confusion::truePositives, repeats, Chart.Tone.REAL));
    series.add(
        series("false alarms", arms, Confusion::falsePositives, repeats, Chart.Tone.SYNTHETIC));
    series.add(series("missed", arms, Confusion::falseNegatives, repeats, Chart.Tone.QUIET));
    return Optional.of(
        new Bars(
            "Found, false alarms and missed",
            PlainText.of(
                "Test rows of a repeat, means over %d, with %s at the threshold %s that validation"
                    + " rows chose.",
                repeats, comparison.protocol().classifier(), comparison.protocol().threshold()),
            "test rows of a repeat",
            true,
            arms.stream().map(summary -> ArmTitle.of(summary.arm())).toList(),
            series));
  }

  private static Bars.Series series(
      String name,
      List<ArmSummary> arms,
      ToIntFunction<Confusion> count,
      int repeats,
      Chart.Tone tone) {
    return Bars.Series.of(
        name,
        arms.stream()
            .map(summary -> (double) count.applyAsInt(summary.confusion()) / repeats)
            .toList(),
        tone);
  }
}

package dev.synth.internal.report.chart;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Protocol;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.ArmCurve;
import dev.synth.internal.evaluate.PrecisionCurve;
import dev.synth.internal.report.wording.ArmTitle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Precision by recall: of {@code none}, of arms that get a verdict, and of the detectors. */
public final class PrecisionChart {
  /** More curves than these cover each other; those with the highest mean precision are plotted. */
  private static final int MOST_ARMS = 3;

  private PrecisionChart() {}

  /**
   * Returns the chart; empty where there is no curve.
   *
   * @param summaries of the arms: where they stand at the rule's threshold and at the alert budgets
   * @param protocol names the rule and the budgets
   */
  public static Optional<LineChart> of(
      Diagnostics description, List<ArmSummary> summaries, Protocol protocol) {
    List<LineChart.Line> lines =
        lines(description, (arm, classifier) -> marks(summaries, protocol, arm, classifier));
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LineChart(
                "Precision by recall on test rows",
                "Means over repeats of the highest precision at which so many rare rows are found."
                    + " Of the arms that get a verdict, the three highest are drawn. Marks stand at"
                    + " the thresholds that validation rows chose, and at the alert budgets.",
                Chart.Scale.share("recall"),
                Chart.Scale.share("precision"),
                lines,
                List.of()));
  }

  private static List<LineChart.Line> lines(Diagnostics description, Marks marks) {
    List<LineChart.Line> lines = new ArrayList<>();
    description.curves().stream()
        .filter(curve -> curve.arm().role() == Arm.Role.REFERENCE)
        .forEach(curve -> lines.add(line(curve, marks).toned(Chart.Tone.QUIET)));
    description.curves().stream()
        .filter(curve -> curve.arm().judged())
        .sorted(Comparator.comparingDouble(curve -> -mean(curve.curve())))
        .limit(MOST_ARMS)
        .forEach(curve -> lines.add(line(curve, marks)));
    for (Diagnostics.Detector detector : description.detectors()) {
      lines.add(line(detector.name() + " (no labels)", detector.curve()));
    }
    return lines;
  }

  private interface Marks {
    List<LineChart.Mark> of(Arm arm, String classifier);
  }

  private static List<LineChart.Mark> marks(
      List<ArmSummary> summaries, Protocol protocol, Arm arm, String classifier) {
    List<LineChart.Mark> marks = new ArrayList<>();
    for (ArmSummary summary : summaries) {
      if (summary.arm().equals(arm) && summary.classifier().equals(classifier)) {
        mark(
            marks,
            summary.figure(EvaluationMetric.RECALL).mean(),
            summary.figure(EvaluationMetric.PRECISION).mean(),
            protocol.threshold());
        for (int alerts : protocol.asked().alerts()) {
          mark(
              marks,
              summary.asked(CostAndAlertMetrics.recallIn(alerts, false)).mean(),
              summary.asked(CostAndAlertMetrics.precisionIn(alerts, false)).mean(),
              PlainText.of("%d alerts", alerts));
        }
      }
    }
    return marks;
  }

  private static void mark(
      List<LineChart.Mark> marks,
      @Nullable Double recall,
      @Nullable Double precision,
      String name) {
    if (recall != null && precision != null) {
      marks.add(new LineChart.Mark(recall, precision, name));
    }
  }

  private static LineChart.Line line(ArmCurve curve, Marks marks) {
    return line(ArmTitle.of(curve.arm()), curve.curve())
        .marked(marks.of(curve.arm(), curve.classifier()));
  }

  private static LineChart.Line line(String name, PrecisionCurve curve) {
    List<Double> recalls =
        IntStream.range(0, PrecisionCurve.LEVELS).mapToObj(PrecisionCurve::recall).toList();
    return LineChart.Line.of(name, recalls, curve.precision());
  }

  private static double mean(PrecisionCurve curve) {
    return curve.precision().stream().mapToDouble(p -> p).sum() / PrecisionCurve.LEVELS;
  }
}

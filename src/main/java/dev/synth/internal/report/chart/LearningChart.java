package dev.synth.internal.report.chart;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.DoseResponse;
import dev.synth.compare.RealRowEquivalent;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The learning curve of {@code none}, and where each judged arm stands beside it. */
public final class LearningChart {
  private final Comparison comparison;
  private final DoseResponse response;

  private LearningChart(Comparison comparison, DoseResponse response) {
    this.comparison = comparison;
    this.response = response;
  }

  /** Returns the chart. */
  public static LineChart of(Comparison comparison, DoseResponse response) {
    return new LearningChart(comparison, response).chart();
  }

  private LineChart chart() {
    return new LineChart(
        "Average precision by the number of real rare rows",
        PlainText.of(
            "With %s, means over repeats. Grey: none. The arms that get a verdict stand where"
                + " their numbers of rows are; above the grey curve they add something.",
            response.classifier()),
        new Chart.Scale("real rare rows to learn from", Double.NaN, Double.NaN, true),
        Chart.Scale.of("average precision"),
        lines(),
        List.of());
  }

  private List<LineChart.Line> lines() {
    List<Double> rows = new ArrayList<>();
    List<Double> precision = new ArrayList<>();
    for (DoseResponse.Dose dose : response.curve()) {
      rows.add((double) dose.rareRows());
      precision.add(dose.averagePrecision());
    }
    List<LineChart.Line> lines = new ArrayList<>();
    lines.add(LineChart.Line.of("none", rows, precision).toned(Chart.Tone.QUIET));
    Map<String, List<RealRowEquivalent>> arms = new LinkedHashMap<>();
    response.realRowEquivalents().stream()
        .filter(equivalent -> equivalent.arm().judged())
        .forEach(
            equivalent ->
                arms.computeIfAbsent(equivalent.arm().label(), name -> new ArrayList<>())
                    .add(equivalent));
    arms.forEach((name, own) -> lines.add(line(name, own)));
    return lines;
  }

  private LineChart.Line line(String name, List<RealRowEquivalent> own) {
    return LineChart.Line.of(
        name,
        own.stream().map(equivalent -> (double) equivalent.rareRows()).toList(),
        own.stream().map(this::precision).toList());
  }

  private double precision(RealRowEquivalent equivalent) {
    return comparison.summaries().stream()
        .filter(summary -> summary.arm().equals(equivalent.arm()))
        .filter(summary -> summary.classifier().equals(response.classifier()))
        .map(LearningChart::mean)
        .findFirst()
        .orElseThrow();
  }

  private static double mean(ArmSummary summary) {
    Double mean = summary.figure(EvaluationMetric.AVERAGE_PRECISION).mean();
    return mean == null ? Double.NaN : mean;
  }
}

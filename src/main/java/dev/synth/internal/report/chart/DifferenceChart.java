package dev.synth.internal.report.chart;

import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.Saving;
import dev.synth.compare.SecondaryContrast;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.ArmTitle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The differences of arms: each from {@code none} and from its free rivals, in every figure that
 * has differences.
 */
public final class DifferenceChart {
  private final Comparison comparison;

  private DifferenceChart(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Returns a chart for each figure and rival, that of average precision against none first. */
  public static List<ForestPlot> of(Comparison comparison) {
    return new DifferenceChart(comparison).charts();
  }

  private List<ForestPlot> charts() {
    List<ForestPlot> charts = new ArrayList<>();
    add(
        charts,
        "Average precision, against none",
        EvaluationMetric.AVERAGE_PRECISION.title(),
        groups(comparison.againstNone(), PairedDifference::classifier, row -> row.arm().judged()));
    List<PairedDifference> rivals =
        comparison.primary().stream().flatMap(contrast -> contrast.rivals().stream()).toList();
    for (EvaluationMetric measure : EvaluationMetric.values()) {
      List<PairedDifference> own = rivals.stream().filter(row -> row.measure() == measure).toList();
      add(
          charts,
          PlainText.of("%s, against what is free", sentence(measure)),
          measure.title(),
          groups(own, row -> "against " + ArmTitle.of(row.reference()), row -> true));
    }
    for (EvaluationMetric measure : comparison.protocol().secondaryEndpoints()) {
      List<PairedDifference> own =
          comparison.endpoints().stream()
              .map(SecondaryContrast::estimate)
              .filter(row -> row.measure() == measure)
              .toList();
      add(
          charts,
          PlainText.of("%s, against none", sentence(measure)),
          measure.title(),
          groups(own, PairedDifference::classifier, row -> true));
    }
    addSavings(charts);
    return List.copyOf(charts);
  }

  private static String sentence(EvaluationMetric measure) {
    String title = measure.title();
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }

  private void add(
      List<ForestPlot> charts, String title, String figure, List<ForestPlot.Group> groups) {
    if (!groups.isEmpty()) {
      charts.add(
          new ForestPlot(
              title, reading(), "change in " + figure, comparison.protocol().effect(), groups));
    }
  }

  private String reading() {
    return PlainText.of(
        "The large mark is the mean over repeats, the line its 95 %% interval, the small dots are"
            + " single repeats. The strip is the effect of ±%s that was called worth having. What"
            + " is coloured gets a verdict; all else is descriptive.",
        ReportNumbers.plain(comparison.protocol().effect()));
  }

  private List<ForestPlot.Group> groups(
      List<PairedDifference> differences,
      Function<PairedDifference, String> heading,
      Function<PairedDifference, Boolean> judged) {
    Map<String, List<ForestPlot.Row>> rows = new LinkedHashMap<>();
    for (PairedDifference row : differences) {
      Double mean = row.mean();
      if (mean != null) {
        boolean strong =
            judged.apply(row) && row.classifier().equals(comparison.protocol().classifier());
        rows.computeIfAbsent(heading.apply(row), name -> new ArrayList<>())
            .add(
                new ForestPlot.Row(
                    ArmTitle.of(row.arm()),
                    mean,
                    orNaN(row.low()),
                    orNaN(row.high()),
                    row.differences(),
                    strong));
      }
    }
    return groups(rows);
  }

  private static List<ForestPlot.Group> groups(Map<String, List<ForestPlot.Row>> rows) {
    List<ForestPlot.Group> groups = new ArrayList<>();
    rows.forEach((name, own) -> groups.add(new ForestPlot.Group(name, own)));
    return groups;
  }

  private void addSavings(List<ForestPlot> charts) {
    Map<String, List<ForestPlot.Row>> rows = new LinkedHashMap<>();
    for (Saving saving : comparison.savings()) {
      boolean strong =
          saving.arm().judged() && saving.classifier().equals(comparison.protocol().classifier());
      rows.computeIfAbsent(saving.classifier(), name -> new ArrayList<>())
          .add(
              new ForestPlot.Row(
                  ArmTitle.of(saving.arm()),
                  saving.mean(),
                  orNaN(saving.low()),
                  orNaN(saving.high()),
                  saving.differences(),
                  strong));
    }
    if (!rows.isEmpty()) {
      charts.add(
          new ForestPlot(
              "Money saved, against none",
              "How much more an arm saves on the test rows: mean over repeats with its 95 %"
                  + " interval; the small dots are single repeats. Descriptive.",
              "change in money saved",
              Double.NaN,
              groups(rows)));
    }
  }

  private static double orNaN(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}

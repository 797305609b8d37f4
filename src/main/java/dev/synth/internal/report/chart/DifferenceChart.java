package dev.synth.internal.report.chart;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.Saving;
import dev.synth.compare.SecondaryContrast;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.ArmDifferences;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.ArmTitle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The differences of arms: each from {@code none} and from its free rivals, in every figure that
 * has differences.
 */
public final class DifferenceChart {
  private static final String JUDGED = " What is coloured gets a verdict; all else is descriptive.";

  private static final String BEST_FREE =
      " The free rival is the one with the highest mean of this figure: being picked on the same"
          + " test rows flatters it a little. Descriptive.";

  private final Comparison comparison;
  private final @Nullable ArmDifferences more;

  private DifferenceChart(Comparison comparison, @Nullable ArmDifferences more) {
    this.comparison = comparison;
    this.more = more;
  }

  /**
   * Returns a chart for each figure and rival, that of average precision against none first.
   *
   * @param more the differences that the comparison does not hold; null of runs that lack them
   */
  public static List<ForestPlot> of(Comparison comparison, @Nullable ArmDifferences more) {
    return new DifferenceChart(comparison, more).charts();
  }

  private List<ForestPlot> charts() {
    List<ForestPlot> charts = new ArrayList<>();
    EvaluationMetric headline = EvaluationMetric.AVERAGE_PRECISION;
    add(charts, headline, "none", JUDGED, againstNone(comparison.againstNone()));
    addBestFree(charts, headline);
    List<PairedDifference> rivals =
        comparison.primary().stream().flatMap(contrast -> contrast.rivals().stream()).toList();
    List<ForestPlot.Group> free =
        groups(rivals, row -> "against " + ArmTitle.of(row.reference()), this::isFirstClassifier);
    add(charts, headline, more == null ? "what is free" : "each free rival", JUDGED, free);
    for (EvaluationMetric measure : comparison.protocol().secondaryEndpoints()) {
      add(charts, measure, "none", JUDGED, againstNone(of(measure, secondary())));
      addBestFree(charts, measure);
    }
    addSavings(charts);
    return List.copyOf(charts);
  }

  /** Returns what is known of the endpoints beside average precision: all arms, or judged ones. */
  private List<PairedDifference> secondary() {
    return more == null
        ? comparison.endpoints().stream().map(SecondaryContrast::estimate).toList()
        : more.againstNone();
  }

  private static List<PairedDifference> of(EvaluationMetric measure, List<PairedDifference> all) {
    return all.stream().filter(row -> row.measure() == measure).toList();
  }

  private void addBestFree(List<ForestPlot> charts, EvaluationMetric measure) {
    if (more != null) {
      List<ForestPlot.Group> groups =
          groups(
              of(measure, more.againstBestFree()),
              row -> row.classifier() + ", against " + ArmTitle.of(row.reference()),
              row -> false);
      add(charts, measure, "the best free rival", BEST_FREE, groups);
    }
  }

  private List<ForestPlot.Group> againstNone(List<PairedDifference> differences) {
    return groups(
        differences,
        PairedDifference::classifier,
        row -> row.arm().judged() && isFirstClassifier(row));
  }

  private boolean isFirstClassifier(PairedDifference row) {
    return row.classifier().equals(comparison.protocol().classifier());
  }

  private static String sentence(EvaluationMetric measure) {
    String title = measure.title();
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }

  private void add(
      List<ForestPlot> charts,
      EvaluationMetric measure,
      String rival,
      String standing,
      List<ForestPlot.Group> groups) {
    if (!groups.isEmpty()) {
      charts.add(
          new ForestPlot(
              PlainText.of("%s, against %s", sentence(measure), rival),
              reading() + standing,
              "change in " + measure.title(),
              comparison.protocol().effect(),
              groups));
    }
  }

  private String reading() {
    return PlainText.of(
        "The large mark is the mean over repeats, the line its 95 %% interval, the small dots are"
            + " single repeats. The strip is the effect of ±%s that was called worth having.",
        ReportNumbers.plain(comparison.protocol().effect()));
  }

  private List<ForestPlot.Group> groups(
      List<PairedDifference> differences,
      Function<PairedDifference, String> heading,
      Predicate<PairedDifference> strong) {
    Map<String, List<ForestPlot.Row>> rows = new LinkedHashMap<>();
    for (PairedDifference row : ranked(differences)) {
      Double mean = row.mean();
      if (mean != null) {
        rows.computeIfAbsent(heading.apply(row), name -> new ArrayList<>())
            .add(
                new ForestPlot.Row(
                    ArmTitle.of(row.arm()),
                    mean,
                    orNaN(row.low()),
                    orNaN(row.high()),
                    row.differences(),
                    strong.test(row)));
      }
    }
    return groups(rows);
  }

  /** Returns differences in the order of classifiers, then of arms as the comparison has them. */
  private List<PairedDifference> ranked(List<PairedDifference> differences) {
    List<String> classifiers =
        comparison.againstNone().stream().map(PairedDifference::classifier).distinct().toList();
    List<Arm> arms = comparison.summaries().stream().map(ArmSummary::arm).distinct().toList();
    return differences.stream()
        .sorted(
            Comparator.comparingInt((PairedDifference row) -> classifiers.indexOf(row.classifier()))
                .thenComparingInt(row -> arms.indexOf(row.arm())))
        .toList();
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

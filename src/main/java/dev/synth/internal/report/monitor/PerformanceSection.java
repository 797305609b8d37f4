package dev.synth.internal.report.monitor;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.bundle.CalibrationCheck;
import dev.synth.internal.monitor.LabelFreeEstimate;
import dev.synth.internal.monitor.LabelledPerformance;
import dev.synth.internal.monitor.LabelledPerformance.PerformanceFigure;
import dev.synth.internal.monitor.MonitorReport;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.internal.report.format.TextGrid.Alignment;
import java.util.ArrayList;
import java.util.List;

/** The performance of the model, by labels or by its own probabilities, in words and tables. */
final class PerformanceSection {
  private final MonitorReport report;

  PerformanceSection(MonitorReport report) {
    this.report = report;
  }

  Section section() {
    LabelledPerformance performance = report.performance();
    LabelFreeEstimate estimate = report.estimate();
    if (performance != null) {
      return labelled(performance);
    }
    return new Section(
        "Performance, without labels", estimate == null ? List.of() : List.of(words(estimate)));
  }

  /** Returns the figures that are degraded, a few words each. */
  List<String> alarms() {
    LabelledPerformance performance = report.performance();
    if (performance == null || !performance.isDegraded()) {
      return List.of();
    }
    List<String> names =
        performance.figures().stream()
            .filter(figure -> figure.answer() == LabelledPerformance.PerformanceChange.DEGRADED)
            .map(figure -> name(figure.measure()))
            .toList();
    return List.of(
        String.join(" and ", names) + (names.size() == 1 ? " is" : " are") + " degraded");
  }

  // ---- Without labels --------------------------------------------------------------------------

  private static String words(LabelFreeEstimate estimate) {
    CalibrationCheck check = estimate.check();
    if (!estimate.isGiven()) {
      return check == null
          ? "No estimate: the bundle does not say whether its probabilities hold; fit it anew."
          : PlainText.of(
              "No estimate: whether probabilities hold is not shown on the fitted rows. Rare rows"
                  + " were %s of the expected number (needed: 0.80 to 1.25); among alerts %s.",
              range(check.all()), range(check.alerts()));
    }
    Double precision = estimate.precision();
    return PlainText.of(
        "If a score still means the probability that it meant on the fitted rows, %.1f rows are"
            + " rare, and recall is %s, precision %s and F1 %s. A new kind of fraud that scores low"
            + " breaks that and does not show here; only labels show it.",
        estimate.expectedRare(),
        ReportNumbers.plain(estimate.recall()),
        ReportNumbers.plain(precision),
        ReportNumbers.plain(estimate.f1()));
  }

  private static String range(CalibrationCheck.Ratio ratio) {
    return PlainText.of("%.2f to %.2f", ratio.low(), Math.min(99, ratio.high()));
  }

  // ---- With labels -----------------------------------------------------------------------------

  private static Section labelled(LabelledPerformance performance) {
    List<List<String>> rows = new ArrayList<>();
    for (PerformanceFigure figure : performance.figures()) {
      Double low = figure.low();
      Double high = figure.high();
      rows.add(
          List.of(
              name(figure.measure()),
              ReportNumbers.plain(figure.value()),
              ReportNumbers.plain(figure.reference()),
              ReportNumbers.signed(figure.value() - figure.reference()),
              low == null || high == null
                  ? ReportNumbers.NONE
                  : PlainText.of("[%s, %s]", ReportNumbers.signed(low), ReportNumbers.signed(high)),
              ReportNumbers.probability(figure.p()),
              ReportNumbers.plain(figure.detectable()),
              answer(figure.answer())));
    }
    List<String> sentences = coverage(performance);
    Section section =
        new Section(
            "Performance, by labels",
            sentences,
            new SectionTable(
                List.of("", "now", "fitted", "Δ", "95 %", "p", "seen from", ""),
                List.of(
                    Alignment.LEFT,
                    Alignment.RIGHT,
                    Alignment.RIGHT,
                    Alignment.RIGHT,
                    Alignment.LEFT,
                    Alignment.RIGHT,
                    Alignment.RIGHT,
                    Alignment.LEFT),
                rows));
    return section.followedBy(remarks(performance));
  }

  static String name(LabelledPerformance.PerformanceMeasure measure) {
    return switch (measure) {
      case AVERAGE_PRECISION -> "average precision";
      case RECALL -> "recall";
      case F1 -> "F1";
    };
  }

  private static String answer(LabelledPerformance.PerformanceChange answer) {
    return switch (answer) {
      case DEGRADED -> "DEGRADED";
      case EQUIVALENT -> "equivalent";
      case UNDECIDED -> "undecided";
      case BETTER -> "better";
    };
  }

  private static List<String> coverage(LabelledPerformance performance) {
    LabelledPerformance.LabelCoverage coverage = performance.coverage();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        PlainText.of(
            "Labels are known of %s of %s alerts and of %s of %s other rows; %s of these rows are"
                + " rare.",
            ReportNumbers.count((double) coverage.labelledAlerts()),
            ReportNumbers.count((double) coverage.alerts()),
            ReportNumbers.count((double) coverage.labelledOthers()),
            ReportNumbers.count((double) coverage.others()),
            ReportNumbers.count(performance.rare())));
    if (coverage.isWeighted()) {
      sentences.add(
          "Each row weighs one over the probability with which its label could become known.");
    } else if (coverage.lacksAlerts()) {
      sentences.add(
          "Alerts have labels less often than other rows, as where payments are blocked, so that"
              + " these figures are of rows that were not blocked; recall is too low.");
    }
    return sentences;
  }

  private static List<String> remarks(LabelledPerformance performance) {
    LabelledPerformance.UntestedReason untested = performance.untested();
    List<String> remarks = new ArrayList<>();
    if (untested != null) {
      remarks.add(
          switch (untested) {
            case FEW_RARE ->
                PlainText.of(
                    "Not tested: %d rare rows are too few; %d are needed.",
                    performance.rare(), LabelledPerformance.FEWEST_RARE);
            case FEW_ROWS -> "Not tested: the labelled rows make fewer than eight blocks of time.";
          });
      return remarks;
    }
    remarks.add(
        PlainText.of(
            "Of %d %s, by the block bootstrap; p is corrected for the three figures, and degraded"
                + " or better at 0.01. Equivalent: shown to differ by less than %s. Seen from: the"
                + " smallest true change that is found four times out of five.",
            performance.blocks(),
            performance.areDays() ? "days" : "stretches of rows",
            ReportNumbers.plain(performance.figures().getFirst().effect())));
    remarks.add(
        "Figures are at the class ratio of the fitted rows, so that more or fewer frauds alone"
            + " change none.");
    return remarks;
  }
}

package dev.synth.internal.report.evaluation;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.metric.UnmeasuredWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tables of what each arm achieved with each classifier. */
final class ArmTables {
  private static final List<EvaluationMetric> OVERVIEW =
      List.of(
          EvaluationMetric.AVERAGE_PRECISION,
          EvaluationMetric.RECALL,
          EvaluationMetric.PRECISION,
          EvaluationMetric.F1,
          EvaluationMetric.RECALL_AT_FPR_1_PERCENT);

  private final Comparison comparison;

  ArmTables(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The figures that most readers want, with the counts behind them. */
  String overview() {
    List<String> headers = new ArrayList<>(List.of("Arm"));
    OVERVIEW.forEach(measure -> headers.add(LineBreaks.sentenceCase(measure.title())));
    headers.addAll(List.of("Caught", "False alarms"));
    List<String> rows = new ArrayList<>();
    for (String classifier : classifiers()) {
      rows.add(
          PlainText.of(
              "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%d\">%s</th></tr>\n",
              headers.size(), Html.escape(classifier)));
      for (ArmSummary summary : of(classifier)) {
        rows.add(Html.row(isPrimary(summary) ? "primary" : "", overviewCells(summary)));
      }
    }
    return Html.table(headers, rows)
        + Html.note(
            "Means over repeats; higher is better, but of false alarms lower. Recall, precision and"
                + " F1 at the threshold chosen on validation rows; caught and false alarms at the"
                + " same, a repeat. ± is the standard deviation between repeats, not the"
                + " uncertainty of the mean.");
  }

  private List<String> overviewCells(ArmSummary summary) {
    List<String> cells = new ArrayList<>(List.of(Html.name(ArmTitle.of(summary.arm()))));
    for (EvaluationMetric measure : OVERVIEW) {
      ArmSummary.Spread spread = summary.figure(measure);
      cells.add(
          Html.number(
              measure == EvaluationMetric.AVERAGE_PRECISION
                  ? full(spread)
                  : ReportNumbers.plain(spread.mean())));
    }
    Confusion counts = summary.confusion();
    double repeats = comparison.repeats().size();
    cells.add(
        Html.number(
            PlainText.of(
                "%s of %s",
                ReportNumbers.count(counts.truePositives() / repeats),
                ReportNumbers.count(counts.rareRows() / repeats))));
    cells.add(Html.number(ReportNumbers.count(counts.falsePositives() / repeats)));
    return cells;
  }

  /** Every measure of every arm, one table a classifier, folded. */
  String everything() {
    StringBuilder html = new StringBuilder();
    for (String classifier : classifiers()) {
      html.append(Html.details(classifier, everything(of(classifier))));
    }
    html.append(
        Html.note(
            "Adding rare rows can make a classifier's scores too high: the Brier score and the"
                + " calibration error (lower is better) say by how much. Ranks, and so average"
                + " precision, don't mind; probabilities taken at face value do."));
    return html.toString();
  }

  private static String everything(List<ArmSummary> summaries) {
    List<String> headers = new ArrayList<>(List.of("Figure", "Better"));
    summaries.forEach(summary -> headers.add(ArmTitle.of(summary.arm())));
    List<String> rows = new ArrayList<>();
    Set<String> skipped = new LinkedHashSet<>();
    for (EvaluationMetric measure : EvaluationMetric.values()) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  Html.head(LineBreaks.sentenceCase(measure.title())),
                  Html.word(measure.isLowerBetter() ? "lower" : "higher")));
      for (ArmSummary summary : summaries) {
        ArmSummary.Spread spread = summary.figure(measure);
        cells.add(Html.number(full(spread)));
        if (spread.skipped() != null) {
          String why = UnmeasuredWords.of(spread.skipped());
          skipped.add(LineBreaks.sentenceCase(measure.title()) + ": " + why);
        }
      }
      rows.add(Html.row("", cells));
    }
    return Html.table(headers, rows) + Html.list(List.copyOf(skipped));
  }

  private static String full(ArmSummary.Spread spread) {
    return spread.standardDeviation() == null
        ? ReportNumbers.plain(spread.mean())
        : ReportNumbers.plain(spread.mean())
            + " ± "
            + ReportNumbers.plain(spread.standardDeviation());
  }

  private List<String> classifiers() {
    return comparison.summaries().stream().map(ArmSummary::classifier).distinct().toList();
  }

  private List<ArmSummary> of(String classifier) {
    return comparison.summaries().stream()
        .filter(summary -> summary.classifier().equals(classifier))
        .toList();
  }

  private boolean isPrimary(ArmSummary summary) {
    return summary.arm().judged()
        && summary.classifier().equals(comparison.protocol().classifier());
  }
}

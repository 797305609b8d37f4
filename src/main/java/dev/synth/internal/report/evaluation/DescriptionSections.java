package dev.synth.internal.report.evaluation;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.ArmImportance;
import dev.synth.internal.evaluate.ColumnDrop;
import dev.synth.internal.evaluate.ReferenceLine;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.chart.PrecisionChart;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.text.DescriptionText;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.metric.UnmeasuredWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parts of an evaluation's page that stand beside the comparison. */
public final class DescriptionSections {
  private final Diagnostics description;
  private final Comparison comparison;

  /**
   * The parts.
   *
   * @param comparison what they stand beside
   */
  public DescriptionSections(Diagnostics description, Comparison comparison) {
    this.description = description;
    this.comparison = comparison;
  }

  public String html() {
    String html =
        description.curves().isEmpty()
            ? ""
            : Html.section("Precision and recall", curves() + detectors());
    if (!description.importance().isEmpty()) {
      html += Html.section("Permutation importance", importance());
    }
    if (!description.tuned().isEmpty()) {
      html += Html.section("How the classifiers were set", new TuningTable(description).html());
    }
    return description.teachers().isEmpty()
        ? html
        : html + Html.section("What labelled the rows", new TeacherTable(description).html());
  }

  private String curves() {
    return PrecisionChart.of(description, comparison.summaries(), comparison.protocol())
            .map(ChartHtml::of)
            .orElse("")
        + Html.note(
            PlainText.of(
                "With %s. The detectors learned from the training rows without their labels.",
                description.curves().getFirst().classifier()));
  }

  /** One table a classifier: the columns that matter most to none, and to the generator's arm. */
  private String importance() {
    StringBuilder html = new StringBuilder();
    for (ArmImportance own : description.importance()) {
      List<String> rows = new ArrayList<>();
      for (ColumnDrop drop : own.columns()) {
        rows.add(
            Html.row(
                "",
                List.of(
                    Html.head(drop.column()),
                    Html.number(
                        ReportNumbers.plain(drop.drop())
                            + " ± "
                            + ReportNumbers.plain(drop.standardError())))));
      }
      html.append(
          Html.details(
              PlainText.of("%s, %s", ArmTitle.of(own.arm()), own.classifier()),
              Html.table(List.of("Column", "Drop of average precision"), rows)));
    }
    return html
        + Html.note(
            "How much average precision falls when a column is permuted, on some validation rows"
                + " among which the rare ones were kept; ± is the standard error of the shuffles."
                + " Of columns that say the same, each may seem worthless. Shown are none and the"
                + " generator's arm that did best on validation rows.");
  }

  private String detectors() {
    if (description.detectors().isEmpty()) {
      return "";
    }
    List<String> headers = new ArrayList<>(List.of("Without labels"));
    ReferenceLine.MEASURES.forEach(
        measure -> headers.add(LineBreaks.sentenceCase(measure.title())));
    List<String> rows = new ArrayList<>();
    Set<String> skipped = new LinkedHashSet<>();
    for (Diagnostics.Detector detector : description.detectors()) {
      List<String> cells = new ArrayList<>(List.of(Html.name(detector.name())));
      for (EvaluationMetric measure : ReferenceLine.MEASURES) {
        ArmSummary.Spread spread = detector.figure(measure);
        cells.add(Html.number(DescriptionText.spread(spread)));
        if (spread.skipped() != null) {
          skipped.add(
              PlainText.of(" %s: %s.", ReportNumbers.NONE, UnmeasuredWords.of(spread.skipped())));
        }
      }
      rows.add(Html.row("", cells));
    }
    return Html.table(headers, rows)
        + Html.note(
            "What costs no label and no synthetic row can change: a line of reference, no arm, with"
                + " no verdict. Higher is better. ± is the standard deviation between repeats."
                + String.join("", skipped));
  }
}

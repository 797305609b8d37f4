package dev.synth.report;

import dev.synth.evaluate.ArmImportance;
import dev.synth.evaluate.ArmSummary;
import dev.synth.evaluate.ColumnDrop;
import dev.synth.evaluate.Description;
import dev.synth.evaluate.Measure;
import dev.synth.evaluate.ReferenceLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parts of an evaluation's page that stand beside the comparison. */
final class DescriptionSections {
  private final Description description;

  DescriptionSections(Description description) {
    this.description = description;
  }

  String html() {
    String html =
        description.curves().isEmpty()
            ? ""
            : Html.section("Precision and recall", curves() + detectors());
    if (!description.importance().isEmpty()) {
      html += Html.section("What the columns are worth", importance());
    }
    return description.tuned().isEmpty()
        ? html
        : html + Html.section("How the classifiers were set", new TuningTable(description).html());
  }

  private String curves() {
    return PrecisionChart.of(description)
        + Html.note(
            "With %s; means over repeats of the highest precision at which so many rare rows are"
                    .formatted(description.curves().getFirst().classifier())
                + " found. Of the arms that get a verdict, the three highest are drawn. The"
                + " detectors learned from the training rows without their labels.");
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
                        Numbers.plain(drop.drop())
                            + " ± "
                            + Numbers.plain(drop.standardError())))));
      }
      html.append(
          Html.details(
              "%s, %s".formatted(own.arm().title(), own.classifier()),
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
    ReferenceLine.MEASURES.forEach(measure -> headers.add(Texts.sentenceCase(measure.title())));
    List<String> rows = new ArrayList<>();
    Set<String> skipped = new LinkedHashSet<>();
    for (Description.Detector detector : description.detectors()) {
      List<String> cells = new ArrayList<>(List.of(Html.name(detector.name())));
      for (Measure measure : ReferenceLine.MEASURES) {
        ArmSummary.Spread spread = detector.figure(measure);
        cells.add(Html.number(DescriptionText.spread(spread)));
        if (spread.skipped() != null) {
          skipped.add(" %s: %s.".formatted(Numbers.NONE, spread.skipped()));
        }
      }
      rows.add(Html.row("", cells));
    }
    return Html.table(headers, rows)
        + Html.note(
            "What costs no label and no synthetic row can change: a line of reference, no arm, with"
                + " no verdict. ± is the standard deviation between repeats."
                + String.join("", skipped));
  }
}

package dev.synth.report;

import dev.synth.evaluate.Description;
import dev.synth.evaluate.Measure;
import dev.synth.evaluate.ReferenceLine;
import java.util.ArrayList;
import java.util.List;

/** The parts of an evaluation's page that stand beside the comparison. */
final class DescriptionSections {
  private final Description description;

  DescriptionSections(Description description) {
    this.description = description;
  }

  String html() {
    return description.curves().isEmpty()
        ? ""
        : Html.section("Precision and recall", curves() + detectors());
  }

  private String curves() {
    return PrecisionChart.of(description)
        + Html.note(
            "With %s; means over repeats of the highest precision at which so many rare rows are"
                    .formatted(description.curves().getFirst().classifier())
                + " found. Of the arms that get a verdict, the three highest are drawn. The"
                + " detectors learned from the training rows without their labels.");
  }

  private String detectors() {
    if (description.detectors().isEmpty()) {
      return "";
    }
    List<String> headers = new ArrayList<>(List.of("Without labels"));
    ReferenceLine.MEASURES.forEach(measure -> headers.add(measure.title()));
    List<String> rows = new ArrayList<>();
    for (Description.Detector detector : description.detectors()) {
      List<String> cells = new ArrayList<>(List.of(Html.head(detector.name())));
      for (Measure measure : ReferenceLine.MEASURES) {
        cells.add(Html.number(DescriptionText.spread(detector.figure(measure))));
      }
      rows.add(Html.row("", cells));
    }
    return Html.table(headers, rows)
        + Html.note(
            "What costs no label and no synthetic row can change: a line of reference, no arm, with"
                + " no verdict. ± is the standard deviation between repeats.");
  }
}

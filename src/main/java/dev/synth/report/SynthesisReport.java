package dev.synth.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.generate.TrainingLog;
import dev.synth.validate.Answer;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.PartReading;
import dev.synth.validate.ValidationReport.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The page of synthetic rows: whether the gates held, every metric, and how training went. */
final class SynthesisReport {
  /** What of the provenance says the same on every machine and at any time. */
  private static final List<String> LASTING_FACTS =
      List.of(
          "run",
          "version",
          "config_sha256",
          "data_sha256",
          "real",
          "synthetic",
          "reference",
          "seed",
          "rows",
          "split");

  private final ValidationReport validation;
  private final TrainingLog training;
  private final JsonNode provenance;

  SynthesisReport(ValidationReport validation, TrainingLog training, JsonNode provenance) {
    this.validation = validation;
    this.training = training;
    this.provenance = provenance;
  }

  String html() {
    String body =
        banner()
            + Html.section("Four questions", answers())
            + Html.section("Metrics beside real rows", metrics())
            + findings()
            + Html.section("Where the rows differ most", parts())
            + (training.equals(TrainingLog.EMPTY) ? "" : Html.section("Training", training()))
            + Html.section("What it was made from", facts());
    return Page.of("Are the synthetic rows any good?", subtitle(), body);
  }

  private String subtitle() {
    String run = provenance.path("run").asText();
    return run.isEmpty()
        ? "Synthetic rows beside real ones"
        : "run " + run.substring(0, Math.min(8, run.length()));
  }

  private String banner() {
    String text = validation.summary().stream().map(Html::paragraph).collect(Collectors.joining());
    return validation.passed()
        ? Page.banner("good", "All gates passed", text)
        : Page.banner("bad", gatesFailed(), text);
  }

  private String gatesFailed() {
    int failed = validation.failedGates().size();
    return failed == 1 ? "One gate failed" : failed + " gates failed";
  }

  private String answers() {
    List<String> rows = new ArrayList<>();
    for (Answer answer : validation.answers()) {
      rows.add(
          Html.row(
              "",
              List.of(
                  Html.head(answer.question().words()),
                  Html.htmlCell(
                      "<span class=\"%s-word\">%s</span>"
                          .formatted(
                              dotClass(answer.verdict()), Html.escape(word(answer.verdict())))),
                  Html.cell(answer.sentence() + "."))));
    }
    return Html.table(List.of("Question", "Answer", "Why"), rows);
  }

  private static String word(Answer.Verdict verdict) {
    return switch (verdict) {
      case GOOD -> "good";
      case BAD -> "bad";
      case CANNOT_TELL -> "cannot tell";
      case NOT_JUDGED -> "not judged";
    };
  }

  private static String dotClass(Answer.Verdict verdict) {
    return switch (verdict) {
      case GOOD -> "good";
      case BAD -> "bad";
      case CANNOT_TELL -> "open";
      case NOT_JUDGED -> "plain";
    };
  }

  private String metrics() {
    List<String> rows = new ArrayList<>();
    for (MetricReport metric : validation.metrics()) {
      for (Reading reading : metric.readings()) {
        rows.add(metric(metric, reading));
      }
    }
    return Html.table(
            List.of("Metric", "Against", "Value", "Beside real rows", "Real rows", "Rows", "Gate"),
            rows)
        + Html.note(
            "The band is the noise floor: where 95 % of real rows land when they are compared with"
                + " other real rows of the same number, with a tick at the median; the dot is the"
                + " synthetic rows. Every picture has its own scale. A dot far below the band is no"
                + " triumph where copies are rewarded: it says copies. Rows: "
                + FloorRows.MEANING
                + ".")
        + gates();
  }

  private static String metric(MetricReport metric, Reading reading) {
    boolean decided = reading.reference() == metric.gate().reference();
    Double value = reading.value();
    Double atFloorSize = reading.atFloorSize();
    ValidationReport.Floor floor = reading.floor();
    List<String> cells = new ArrayList<>();
    cells.add(Html.head(metric.title()));
    cells.add(Html.cell(word(reading.reference())));
    if (value == null || atFloorSize == null || floor == null) {
      String why = reading.whyNone() == null ? "" : reading.whyNone();
      cells.add(Html.number(Numbers.NONE));
      cells.add(Html.cell((reading.failed() ? "failed: " : "") + why));
      cells.add(Html.cell(""));
      cells.add(Html.cell(""));
    } else {
      String dot = decided ? dotClass(metric.gate().status()) : "plain";
      cells.add(Html.number(Numbers.significant(value)));
      cells.add(Html.htmlCell(FloorChart.of(dot, atFloorSize, floor)));
      cells.add(
          Html.number(
              Numbers.significant(floor.low()) + " to " + Numbers.significant(floor.high())));
      cells.add(Html.number(FloorRows.of(reading)));
    }
    cells.add(decided ? gate(metric.gate()) : Html.cell(""));
    return Html.row("", cells);
  }

  private static String gate(GateResult gate) {
    return Html.htmlCell(
        "<span class=\"%s-word\">%s</span> %s"
            .formatted(
                dotClass(gate.status()),
                Html.escape(word(gate.status())),
                Html.escape(gate.rule())));
  }

  private String gates() {
    List<String> messages =
        validation.metrics().stream()
            .map(MetricReport::gate)
            .filter(gate -> gate.status() != GateStatus.OFF)
            .map(GateResult::message)
            .toList();
    return Html.details("What every gate said", Html.list(messages));
  }

  private String findings() {
    StringBuilder html = new StringBuilder();
    for (MetricReport metric : validation.metrics()) {
      for (Reading reading : metric.readings()) {
        if (!reading.findings().isEmpty()) {
          html.append(
              Html.details(
                  "%s, against %s rows".formatted(metric.title(), word(reading.reference())),
                  Html.list(reading.findings())));
        }
      }
    }
    return html.isEmpty() ? "" : Html.section("What the metrics found", html.toString());
  }

  private String parts() {
    StringBuilder html = new StringBuilder();
    for (MetricReport metric : validation.metrics()) {
      for (Reading reading : metric.readings()) {
        if (!reading.parts().isEmpty()) {
          String title =
              "%s, against %s rows: the worst %d of %d"
                  .formatted(
                      metric.title(),
                      word(reading.reference()),
                      reading.parts().size(),
                      reading.partCount());
          html.append(Html.details(title, partTable(reading.parts())));
        }
      }
    }
    return html.isEmpty() ? Html.note("No metric is made of columns.") : html.toString();
  }

  private static String partTable(List<PartReading> parts) {
    List<String> rows = new ArrayList<>();
    for (PartReading part : parts) {
      boolean above = part.value() > part.floorHigh();
      rows.add(
          Html.row(
              above ? "primary" : "",
              List.of(
                  Html.head(part.name()),
                  Html.number(Numbers.significant(part.value())),
                  Html.number(Numbers.significant(part.floorMedian())),
                  Html.number(Numbers.significant(part.floorHigh())))));
    }
    return Html.table(
        List.of("Column", "Synthetic rows", "Real rows, median", "Real rows, 97.5 %"), rows);
  }

  private String training() {
    String curves = training.curves().stream().map(LossChart::of).collect(Collectors.joining());
    String drawn =
        curves.isEmpty()
            ? Html.note("This kind of generator has no loss curve.")
            : "<div class=\"curves\">\n" + curves + "</div>\n";
    String steps =
        training.steps() == 0
            ? ""
            : Html.paragraph(
                "The final model was trained for %s steps."
                    .formatted(Numbers.count(training.steps())));
    String warnings =
        training.warnings().stream()
            .map(warning -> Html.paragraph("Warning: " + warning))
            .collect(Collectors.joining());
    return warnings + steps + drawn + Html.list(training.notes());
  }

  private String facts() {
    List<String> rows = new ArrayList<>();
    rows.add(fact("rare training rows", Numbers.count(validation.rareTrainingRows())));
    rows.add(fact("rare validation rows", Numbers.count(validation.rareValidationRows())));
    rows.add(fact("synthetic rows", Numbers.count(validation.syntheticRows())));
    rows.add(fact("columns compared", String.join(", ", validation.columns())));
    if (!validation.notCompared().isEmpty()) {
      rows.add(fact("columns not compared", String.join(", ", validation.notCompared())));
    }
    provenance.path("reading_notes").forEach(note -> rows.add(fact("note", note.asText())));
    for (String key : LASTING_FACTS) {
      flatten(key, provenance.path(key), rows);
    }
    return Html.table(List.of("Fact", "Value"), rows)
        + Html.note("Timings and the machine stand in provenance.json.");
  }

  private static void flatten(String name, JsonNode node, List<String> rows) {
    if (node.isObject()) {
      node.properties().forEach(e -> flatten(name + " · " + e.getKey(), e.getValue(), rows));
    } else if (!node.isMissingNode() && !node.isNull()) {
      rows.add(fact(name, node.isValueNode() ? node.asText() : node.toString()));
    }
  }

  private static String fact(String name, String value) {
    return Html.row("", List.of(Html.head(name.replace('_', ' ')), Html.cell(value)));
  }

  private static String word(ValidationReport.Reference reference) {
    return switch (reference) {
      case TRAINING -> "training";
      case VALIDATION -> "held-out";
    };
  }

  private static String word(GateStatus status) {
    return switch (status) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case CANNOT_TELL -> "cannot tell";
      case NOT_COMPUTED -> "not computed";
      case OFF -> "";
    };
  }

  private static String dotClass(GateStatus status) {
    return switch (status) {
      case PASSED -> "good";
      case FAILED -> "bad";
      case CANNOT_TELL, NOT_COMPUTED -> "open";
      case OFF -> "plain";
    };
  }
}

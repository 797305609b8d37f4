package dev.synth.internal.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.chart.LossChart;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.Numbers;
import dev.synth.internal.report.wording.AnswerSentence;
import dev.synth.internal.report.wording.ValidationSummary;
import dev.synth.validate.Answer;
import dev.synth.validate.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The page of synthetic rows: whether the gates held, every metric, and how training went. */
public final class SynthesisReport {
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

  public SynthesisReport(ValidationReport validation, TrainingLog training, JsonNode provenance) {
    this.validation = validation;
    this.training = training;
    this.provenance = provenance;
  }

  public String html() {
    return Page.of("Are the synthetic rows any good?", subtitle(), Page.body(this::body));
  }

  private String body() {
    return banner()
        + Html.section("Four questions", answers())
        + new MetricSections(validation).html()
        + (training.equals(TrainingLog.EMPTY) ? "" : Html.section("Training", training()))
        + Html.section("What it was made from", facts());
  }

  private String subtitle() {
    String run = provenance.path("run").asText();
    return run.isEmpty()
        ? "Synthetic rows beside real ones"
        : "run " + run.substring(0, Math.min(8, run.length()));
  }

  private String banner() {
    String text =
        ValidationSummary.of(validation).stream()
            .map(Html::paragraph)
            .collect(Collectors.joining());
    Boolean passed = validation.passed();
    if (passed == null) {
      return Page.banner("open", "Too few gates could be judged", text);
    }
    if (!passed) {
      return Page.banner("bad", gatesFailed(), text);
    }
    return AnswerSentence.areDoubts(validation)
        ? Page.banner("open", "All gates passed, with doubts", text)
        : Page.banner("good", "All gates passed", text);
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
                      PlainText.of(
                          "<span class=\"%s-word\">%s</span>",
                          dotClass(answer.verdict()),
                          Html.escape(AnswerSentence.word(answer.verdict())))),
                  Html.cell(AnswerSentence.full(answer, validation) + "."))));
    }
    return Html.table(List.of("Question", "Answer", "Why"), rows);
  }

  private static String dotClass(Answer.Verdict verdict) {
    return switch (verdict) {
      case GOOD -> "good";
      case BAD -> "bad";
      case DOUBTFUL -> "open";
      case CANNOT_TELL -> "plain";
    };
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
                PlainText.of(
                    "The final model was trained for %s steps.", Numbers.count(training.steps())));
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
}

package dev.synth.internal.report.synthesis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.page.Page;
import dev.synth.internal.report.wording.AnswerSentence;
import dev.synth.internal.report.wording.ValidationSummary;
import dev.synth.internal.report.wording.metric.QuestionWords;
import dev.synth.internal.report.wording.reading.ReadingJson;
import dev.synth.internal.report.wording.training.TrainingNoteSentence;
import dev.synth.internal.report.wording.training.TrainingWarningSentence;
import dev.synth.internal.validate.plot.AssociationPlot;
import dev.synth.internal.validate.plot.MapPlot;
import dev.synth.internal.validate.plot.Plots;
import dev.synth.validate.Answer;
import dev.synth.validate.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of synthetic rows: whether the gates held, every metric, and how training went. */
public final class SynthesisReport {
  /** The facts of the provenance that are the same on every machine and at any time. */
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

  private static final String ON_SCREEN =
      "The page on the screen has more: every column, all metrics, privacy, training, the training"
          + " rows, and each chart's data as a table.";

  private final ValidationReport validation;
  private final TrainingLog training;
  private final JsonNode provenance;
  private final @Nullable Plots plots;
  private final boolean showRows;

  /**
   * A page.
   *
   * @param plots the data of charts, or null of a run that recorded nothing
   * @param showRows whether real rows may stand in the page one by one
   */
  public SynthesisReport(
      ValidationReport validation,
      TrainingLog training,
      JsonNode provenance,
      @Nullable Plots plots,
      boolean showRows) {
    this.validation = validation;
    this.training = training;
    this.provenance = provenance;
    this.plots = plots;
    this.showRows = showRows;
  }

  public String html() {
    return Page.of("Are the synthetic rows any good?", subtitle(), Page.body(this::body));
  }

  private String body() {
    return banner()
        + Html.printed(origin() + " " + ON_SCREEN)
        + Html.section("Four questions", answers())
        + fidelity()
        + "<div class=\"beyond\">\n"
        + section("Discriminating columns", FindingCharts.discriminatingColumns(validation))
        + section("Patterns", patterns())
        + privacy()
        + new MetricSections(validation).html()
        + (training.equals(TrainingLog.EMPTY) ? "" : Html.section("Training", training()))
        + data()
        + Html.section("What it was made from", facts())
        + "</div>\n";
  }

  private String fidelity() {
    if (plots == null) {
      return "";
    }
    AssociationPlot associations = plots.associations();
    MapPlot map = plots.map();
    return section("Column by column", ColumnPanels.of(plots))
        + section(
            "Columns together", associations == null ? "" : AssociationCharts.of(associations))
        + section("Rows on a map", map == null ? "" : MapChart.of(map, showRows));
  }

  private String privacy() {
    return plots == null ? "" : section("Privacy", PrivacyCharts.of(plots, showRows));
  }

  /** The clusters of the rare training rows; where there are none what a metric found of them. */
  private String patterns() {
    if (plots != null && plots.patterns() != null) {
      return TrainingRowsSection.patterns(plots.patterns());
    }
    String found = FindingCharts.patterns(validation);
    return found.isEmpty() && plots != null && plots.training() != null
        ? Html.paragraph(TrainingRowsSection.NO_PATTERNS)
        : found;
  }

  private String data() {
    if (plots == null) {
      return "";
    }
    String cells = plots.data() == null ? "" : DataSection.of(plots.data());
    boolean isDriftShown = plots.data() != null && plots.data().drift() != null;
    String told =
        plots.training() == null ? "" : TrainingRowsSection.of(plots.training(), isDriftShown);
    return section("The training rows", cells + told);
  }

  /** A section, unless it would be empty. */
  private static String section(String title, String html) {
    return html.isEmpty() ? "" : Html.section(title, html);
  }

  private String subtitle() {
    String run = provenance.path("run").asText();
    return isOfRun()
        ? "run " + run.substring(0, Math.min(8, run.length()))
        : "Synthetic rows beside real ones";
  }

  private String banner() {
    List<String> unjudged = ValidationSummary.unjudged(validation);
    boolean isFolded = unjudged.size() > 1;
    String text =
        ValidationSummary.of(validation).stream()
                .filter(sentence -> !isFolded || !unjudged.contains(sentence))
                .map(Html::paragraph)
                .collect(Collectors.joining())
            + (isFolded
                ? Html.details(
                    PlainText.of("%d gates could not be judged", unjudged.size()),
                    Html.list(unjudged))
                : "");
    Boolean passed = validation.passed();
    if (passed == null) {
      return Page.banner("open", "Too few gates could be judged", text);
    }
    if (!passed) {
      return Page.banner("bad", gatesFailed(), text);
    }
    String title =
        unjudged.isEmpty() ? "All gates passed" : "All gates that could be judged passed";
    return AnswerSentence.areDoubts(validation)
        ? Page.banner("open", title + ", with doubts", text)
        : Page.banner("good", title, text);
  }

  private String gatesFailed() {
    int failed = validation.failedGates().size();
    return failed == 1 ? "One gate failed" : failed + " gates failed";
  }

  private String answers() {
    StringBuilder html = new StringBuilder("<div class=\"answers\">\n");
    for (Answer answer : validation.answers()) {
      html.append(
          PlainText.of(
              "<div class=\"answer %1$s\"><p class=\"label\">%2$s</p><p class=\"value\"><span"
                  + " class=\"%1$s-word\">%3$s</span></p><p class=\"detail\">%4$s</p></div>\n",
              MetricSections.toneClass(answer.verdict()),
              Html.escape(QuestionWords.of(answer.question())),
              Html.escape(AnswerSentence.word(answer.verdict())),
              Html.escape(AnswerSentence.full(answer, validation) + ".")));
    }
    return html.append("</div>\n").toString();
  }

  private String training() {
    String curves = TrainingCharts.of(training);
    String drawn =
        curves.isEmpty() ? Html.note("This kind of generator has no loss curve.") : curves;
    String steps =
        training.steps() == 0
            ? ""
            : Html.paragraph(
                PlainText.of(
                    "The final model was trained for %s steps.",
                    ReportNumbers.count(training.steps())));
    String warnings =
        training.warnings().stream()
            .map(warning -> Html.paragraph("Warning: " + TrainingWarningSentence.of(warning)))
            .collect(Collectors.joining());
    return warnings
        + steps
        + drawn
        + Html.list(training.notes().stream().map(TrainingNoteSentence::of).toList());
  }

  private String facts() {
    List<String> rows = new ArrayList<>();
    rows.add(fact("rare training rows", ReportNumbers.count(validation.rareTrainingRows())));
    rows.add(fact("rare validation rows", ReportNumbers.count(validation.rareValidationRows())));
    rows.add(fact("synthetic rows", ReportNumbers.count(validation.syntheticRows())));
    ValidationReport.AllRows all = validation.allRows();
    if (all != null) {
      rows.add(fact("rare training rows in all", ReportNumbers.count((double) all.training())));
      rows.add(fact("rare validation rows in all", ReportNumbers.count((double) all.validation())));
      rows.add(fact("synthetic rows in all", ReportNumbers.count((double) all.synthetic())));
    }
    rows.add(fact("columns compared", String.join(", ", validation.columns())));
    if (!validation.notCompared().isEmpty()) {
      rows.add(fact("columns not compared", String.join(", ", validation.notCompared())));
    }
    ReadingJson.sentences(provenance.path("reading_notes"))
        .forEach(note -> rows.add(fact("note", note)));
    for (String key : LASTING_FACTS) {
      flatten(key, provenance.path(key), rows);
    }
    return Html.table(List.of("Fact", "Value"), rows) + Html.note(origins());
  }

  private String origins() {
    return isOfRun()
        ? "Timings and the machine stand in provenance.json."
        : "Not on this page: how training went, since the rows came as a file; and whether they"
            + " help a classifier, which takes training with and without them (synth evaluate).";
  }

  private boolean isOfRun() {
    return !provenance.path("run").asText().isEmpty();
  }

  /** Returns the origin of the rows in a sentence, for a sheet of paper. */
  private String origin() {
    return PlainText.of(
        "%s synthetic rows beside %s rare training rows; synth %s, seed %s, %s.",
        ReportNumbers.count(validation.syntheticRows()),
        ReportNumbers.count(validation.rareTrainingRows()),
        provenance.path("version").asText("of unknown version"),
        provenance.path("seed").asText("unknown"),
        isOfRun()
            ? PlainText.of(
                "run %s, data %s",
                provenance.path("run").asText(), provenance.path("data_sha256").asText("unknown"))
            : PlainText.of(
                "files %s and %s",
                provenance.path("real").asText(), provenance.path("synthetic").asText()));
  }

  private static void flatten(String name, JsonNode node, List<String> rows) {
    if (node.isObject()) {
      node.properties().forEach(e -> flatten(name + " · " + e.getKey(), e.getValue(), rows));
    } else if (!node.isMissingNode() && !node.isNull()) {
      rows.add(fact(name, value(name, node)));
    }
  }

  private static String value(String name, JsonNode node) {
    if (node.isBoolean()) {
      return node.asBoolean() ? "yes" : "no";
    }
    boolean isCount = node.isIntegralNumber() && !name.equals("seed");
    return isCount
        ? ReportNumbers.count(node.asDouble())
        : node.isValueNode() ? node.asText() : node.toString();
  }

  private static String fact(String name, String value) {
    return Html.row("", List.of(Html.name(name.replace('_', ' ')), Html.cell(value)));
  }
}

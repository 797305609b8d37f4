package dev.synth.internal.report.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.FloorRows;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.internal.report.format.TextGrid.Alignment;
import dev.synth.internal.report.wording.AnswerSentence;
import dev.synth.internal.report.wording.ValidationJson;
import dev.synth.internal.report.wording.ValidationSummary;
import dev.synth.internal.report.wording.metric.QuestionWords;
import dev.synth.internal.report.wording.reading.ReadingJson;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.table.reading.ReadingNote;
import dev.synth.validate.Answer;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The findings of validation, for standard output. */
public final class ValidationText {
  private static final String ITEM = "  - ";
  private static final String PERCENTILE = "percentile";

  private ValidationText() {}

  /**
   * Returns the result as text: the four answers, what failed and why, every metric, the notes.
   *
   * @param notes what reading the files brought up
   * @param out the folder or file that was written, or null
   */
  public static String plain(ValidationReport report, List<ReadingNote> notes, @Nullable Path out) {
    List<String> lines = new ArrayList<>(summary(report));
    if (report.metrics().stream()
        .flatMap(metric -> metric.readings().stream())
        .anyMatch(ValidationText::isShown)) {
      lines.addAll(figures(report));
    }
    if (!notes.isEmpty()) {
      lines.add("");
      lines.add("Of the files:");
      ReadingSentence.of(notes).forEach(note -> item(note, lines));
    }
    if (out != null) {
      lines.add("");
      lines.add("Figures and report: " + out);
    }
    return String.join("\n", lines) + "\n";
  }

  private static boolean isShown(Reading reading) {
    return reading.value() != null || reading.failed();
  }

  private static List<String> figures(ValidationReport report) {
    List<String> lines = new ArrayList<>(List.of(""));
    TextGrid table = table(report);
    lines.addAll(table.lines());
    lines.add("");
    lines.addAll(
        LineBreaks.hanging(
            "real rows  where 95 % of real rows land when they are compared with as many other real"
                + " rows"
                + (table.shows(PERCENTILE)
                    ? "; the percentile says where the value lies among them"
                    : ""),
            TextGrid.WIDTH,
            11));
    String sampled = FloorRows.sampled(report);
    if (!sampled.isEmpty()) {
      lines.addAll(
          LineBreaks.hanging(
              "sampled    each draw took some of the rows, draws × rows a side, so that the band is"
                  + " the sampling error too: "
                  + sampled,
              TextGrid.WIDTH,
              11));
    }
    return lines;
  }

  /** Returns the result as one JSON object: {@code validation} and {@code notes}. */
  public static String json(ValidationReport report, List<ReadingNote> notes) {
    ObjectNode object = Json.mapper().createObjectNode();
    object.set("validation", ValidationJson.tree(report));
    object.set("notes", ReadingJson.notes(notes));
    return Json.write(object);
  }

  /** Returns the four answers and the sentences below them. */
  public static List<String> summary(ValidationReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(report));
    for (Answer answer : report.answers()) {
      lines.add(
          PlainText.of(
              "  %s  %s",
              QuestionWords.of(answer.question()), AnswerSentence.word(answer.verdict())));
      for (String line :
          LineBreaks.wrapped(AnswerSentence.full(answer, report) + ".", TextGrid.WIDTH - 6)) {
        lines.add("      " + line);
      }
    }
    ValidationSummary.of(report).forEach(sentence -> item(sentence, lines));
    return lines;
  }

  private static String headline(ValidationReport report) {
    Boolean passed = report.passed();
    if (passed != null) {
      String doubts = AnswerSentence.areDoubts(report) ? ", with doubts" : "";
      return passed ? "Validation passed" + doubts : "Validation FAILED";
    }
    boolean judged =
        report.metrics().stream().anyMatch(metric -> metric.gate().status() == GateStatus.PASSED);
    return judged ? "Validation could judge too little" : "Validation could judge nothing";
  }

  private static void item(String sentence, List<String> lines) {
    List<String> wrapped = LineBreaks.wrapped(sentence, TextGrid.WIDTH - ITEM.length());
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add((i == 0 ? ITEM : " ".repeat(ITEM.length())) + wrapped.get(i));
    }
  }

  private static TextGrid table(ValidationReport report) {
    TextGrid grid =
        new TextGrid(TextGrid.WIDTH)
            .column("", Alignment.LEFT, 0)
            .column("against", Alignment.LEFT, 1)
            .column("value", Alignment.RIGHT, 0)
            .column("real rows", Alignment.LEFT, 0)
            .column(PERCENTILE, Alignment.RIGHT, 2)
            .column("gate", Alignment.LEFT, 0);
    for (Question question : Question.values()) {
      List<MetricReport> metrics =
          report.metrics().stream().filter(metric -> metric.question() == question).toList();
      if (!metrics.isEmpty()) {
        grid.heading(QuestionWords.of(question));
        metrics.forEach(
            metric ->
                metric.readings().stream()
                    .filter(ValidationText::isShown)
                    .forEach(reading -> grid.row(cells(report, metric, reading))));
      }
    }
    return grid;
  }

  private static List<String> cells(ValidationReport report, MetricReport metric, Reading reading) {
    boolean decides =
        metric.gate().reference() == null || metric.gate().reference() == reading.reference();
    Floor floor = reading.floor();
    Double value = reading.value();
    return List.of(
        "  " + metric.metric(),
        reading.reference() == Reference.TRAINING ? "training" : "held-out",
        value == null ? ReportNumbers.NONE : ReportNumbers.plain(value),
        floor == null
            ? (reading.failed() ? "broke" : "")
            : ReportNumbers.plain(floor.low()) + " to " + ReportNumbers.plain(floor.high()),
        floor == null ? "" : Math.round(100 * floor.percentile()) + " %",
        Stream.of(
                decides ? gate(metric) : "",
                report.isSign(metric.metric(), reading.reference()) ? "unlike real rows" : "")
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("; ")));
  }

  private static String gate(MetricReport metric) {
    return switch (metric.gate().status()) {
      case PASSED -> "passed";
      case FAILED -> "FAILED";
      case CANNOT_TELL -> "cannot tell";
      case NOT_COMPUTED -> "not computed";
      case OFF -> "";
    };
  }
}

package dev.synth.internal.report.synthesis;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.chart.FloorChart;
import dev.synth.internal.report.format.FloorRows;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.AnswerSentence;
import dev.synth.internal.report.wording.GateSentence;
import dev.synth.internal.report.wording.metric.FindingSentence;
import dev.synth.internal.report.wording.metric.QuestionWords;
import dev.synth.internal.report.wording.metric.SkipSentence;
import dev.synth.validate.Answer;
import dev.synth.validate.Goal;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.PartReading;
import dev.synth.validate.ValidationReport.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The sections on every metric on a page of synthetic rows, question by question: in sight what has
 * a gate or is unlike real rows; behind folds every value, floor, finding and worst part.
 */
final class MetricSections {
  private final ValidationReport report;
  private final List<MetricReport> metrics;

  MetricSections(ValidationReport report) {
    this(report, report.metrics());
  }

  private MetricSections(ValidationReport report, List<MetricReport> metrics) {
    this.report = report;
    this.metrics = metrics;
  }

  String html() {
    StringBuilder html = new StringBuilder();
    for (Question question : Question.values()) {
      List<MetricReport> asked =
          metrics.stream().filter(metric -> metric.question() == question).toList();
      if (!asked.isEmpty()) {
        html.append(heading(question)).append(new MetricSections(report, asked).group());
      }
    }
    return Html.section(
        "Metrics by question",
        (html.isEmpty() ? Html.note("Nothing was measured.") : html.toString())
            + Html.note(
                "The band is the noise floor: where 95 % of real rows land when they are compared"
                    + " with other real rows of the same number, with a tick at the median; the dot"
                    + " is the synthetic rows. Every chart has its own scale. A dot far below the"
                    + " band is no triumph where copies are rewarded: it says copies. Unlike real"
                    + " rows: outside a wider band, in which real rows land with all figures of a"
                    + " question at once, nineteen times in twenty. Rows: "
                    + FloorRows.MEANING
                    + ".")
            + gates());
  }

  private String heading(Question question) {
    String word =
        report.answers().stream()
            .filter(answer -> answer.question() == question)
            .map(
                answer ->
                    PlainText.of(
                        " <span class=\"%s-word\">%s</span>",
                        toneClass(answer.verdict()),
                        Html.escape(AnswerSentence.word(answer.verdict()))))
            .findFirst()
            .orElse("");
    return PlainText.of("<h3>%s%s</h3>\n", Html.escape(QuestionWords.of(question)), word);
  }

  /** Returns the class of an answer's colour. */
  static String toneClass(Answer.Rating verdict) {
    return switch (verdict) {
      case GOOD -> "good";
      case BAD -> "bad";
      case DOUBTFUL -> "open";
      case CANNOT_TELL -> "plain";
    };
  }

  /** Returns what one question rests on, and behind folds all that was measured for it. */
  private String group() {
    List<String> deciding = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (MetricReport metric : metrics) {
      for (Reading reading : metric.readings()) {
        String row = metric(metric, reading);
        all.add(row);
        boolean judged =
            metric.gate().status() != GateStatus.OFF
                && (metric.gate().reference() == null
                    || metric.gate().reference() == reading.reference());
        if (judged || report.isSign(metric.metric(), reading.reference())) {
          deciding.add(row);
        }
      }
    }
    boolean some = !deciding.isEmpty() && deciding.size() < all.size();
    return (deciding.isEmpty()
            ? Html.note("No figure has a gate here, and none is unlike real rows.")
            : table(deciding))
        + (some || deciding.isEmpty()
            ? Html.details(PlainText.of("All %d figures", all.size()), table(all))
            : "")
        + findings()
        + parts();
  }

  private static String table(List<String> rows) {
    return Html.table(
        List.of(
            "Metric",
            "Value",
            "Gate",
            "Beside real rows",
            "Real rows",
            "Better",
            "Against",
            "Rows"),
        rows);
  }

  private String metric(MetricReport metric, Reading reading) {
    boolean decided = reading.reference() == metric.gate().reference();
    Double value = reading.value();
    Double atFloorSize = reading.atFloorSize();
    ValidationReport.Floor floor = reading.floor();
    List<String> cells = new ArrayList<>();
    cells.add(Html.head(metric.title()));
    String gate =
        "<td class=\"gate\">"
            + (decided ? gate(metric.gate()) : "")
            + unlikeRealRows(metric, reading)
            + "</td>";
    if (value == null || atFloorSize == null || floor == null) {
      String why = Objects.requireNonNullElse(SkipSentence.of(reading), "");
      cells.add(Html.number(ReportNumbers.NONE));
      cells.add(gate);
      cells.add(Html.cell((reading.failed() ? "failed: " : "") + why));
      cells.add(Html.cell(""));
    } else {
      String dot = dotClass(metric, reading);
      cells.add(Html.number(ReportNumbers.plain(value)));
      cells.add(gate);
      cells.add(Html.htmlCell(FloorChart.of(dot, atFloorSize, floor)));
      cells.add(
          Html.number(
              ReportNumbers.plain(floor.low()) + " to " + ReportNumbers.plain(floor.high())));
    }
    cells.add(Html.word(better(metric.goal())));
    cells.add(Html.cell(word(reading.reference())));
    cells.add(value == null || floor == null ? Html.cell("") : Html.number(FloorRows.of(reading)));
    return Html.row("", cells);
  }

  private static String better(Goal goal) {
    return switch (goal) {
      case LOWER -> "lower";
      case HIGHER -> "higher";
      case CLOSE_TO_FLOOR -> "as real rows";
    };
  }

  private static String gate(GateResult gate) {
    return PlainText.of(
        "<span class=\"%s-word\">%s</span> <span class=\"rule\">%s</span>",
        dotClass(gate.status()), Html.escape(word(gate.status())), Html.escape(limit(gate)));
  }

  /** The number alone: which side is the better one stands in a column of its own. */
  private static String limit(GateResult gate) {
    return gate.limit() == null
        ? gate.rule().replace('_', ' ')
        : "limit " + ReportNumbers.plain(gate.limit());
  }

  private String unlikeRealRows(MetricReport metric, Reading reading) {
    return report.isSign(metric.metric(), reading.reference())
        ? " <span class=\"open-word\">unlike real rows</span>"
        : "";
  }

  /** A value that real rows seldom have is no good news, though its gate passes it. */
  private String dotClass(MetricReport metric, Reading reading) {
    boolean decided = reading.reference() == metric.gate().reference();
    String ofGate = decided ? dotClass(metric.gate().status()) : "plain";
    return report.isSign(metric.metric(), reading.reference()) && !ofGate.equals("bad")
        ? "open"
        : ofGate;
  }

  private String gates() {
    List<String> messages =
        metrics.stream()
            .filter(metric -> metric.gate().status() != GateStatus.OFF)
            .map(GateSentence::of)
            .toList();
    return Html.details("What every gate said", Html.list(messages));
  }

  private String findings() {
    StringBuilder html = new StringBuilder();
    for (MetricReport metric : metrics) {
      for (Reading reading : metric.readings()) {
        if (!reading.findings().isEmpty()) {
          html.append(
              Html.details(
                  PlainText.of("%s, against %s rows", metric.title(), word(reading.reference())),
                  Html.list(FindingSentence.all(reading.findings()))));
        }
      }
    }
    return html.isEmpty() ? "" : Html.details("What these metrics found", html.toString());
  }

  private String parts() {
    StringBuilder html = new StringBuilder();
    for (MetricReport metric : metrics) {
      for (Reading reading : metric.readings()) {
        if (!reading.parts().isEmpty()) {
          String title =
              PlainText.of(
                  "%s, against %s rows: the worst %d of %d",
                  metric.title(),
                  word(reading.reference()),
                  reading.parts().size(),
                  reading.partCount());
          html.append(Html.details(title, partTable(reading.parts())));
        }
      }
    }
    return html.isEmpty() ? "" : Html.details("Where the rows differ most", html.toString());
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
                  Html.number(ReportNumbers.plain(part.value())),
                  Html.number(ReportNumbers.plain(part.floorMedian())),
                  Html.number(ReportNumbers.plain(part.floorHigh())))));
    }
    return Html.table(
        List.of("Column", "Synthetic rows", "Real rows, median", "Real rows, 97.5 %"), rows);
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

package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.validate.Answer;
import dev.synth.validate.Question;
import dev.synth.validate.SkipReason;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationSummaryTest {
  private static final ValidationReport REPORT =
      GateFacts.report(
          List.of(
              GateFacts.metric(Question.LIKENESS, "a", GateStatus.NOT_COMPUTED),
              GateFacts.metric(Question.LIKENESS, "b", GateStatus.CANNOT_TELL),
              GateFacts.metric(Question.LIKENESS, "c", GateStatus.FAILED),
              GateFacts.metric(Question.VARIETY, "d", GateStatus.PASSED),
              GateFacts.metric(Question.VARIETY, "e", GateStatus.OFF)),
          List.of(
              new Answer(Question.LIKENESS, Answer.Rating.BAD),
              new Answer(Question.VARIETY, Answer.Rating.GOOD)),
          "x",
          "y");

  /** Of five gates one is off: four were set. */
  @Test
  void badNewsComesFirst() {
    assertThat(ValidationSummary.of(REPORT))
        .containsExactly(
            "1 of 4 gates passed (preset strict, against rare held-out rows), 1 failed.",
            "Failed: c is none, below the limit of none (real rows among themselves are unknown).",
            "Cannot tell: b is none, below the limit of none, but so few rows cannot tell: real"
                + " rows among themselves are unknown.",
            "Not judged: a was not computed: there is no value.",
            "Not compared, since they differ in type or stand on one side only: x, y.");
  }

  @Test
  void whereFewGatesWereJudgedItIsSaidWhatTheAnswerRestsOn() {
    ValidationReport few =
        GateFacts.report(
            null,
            List.of(
                GateFacts.metric(Question.LIKENESS, "a", GateStatus.NOT_COMPUTED),
                GateFacts.metric(Question.LIKENESS, "b", GateStatus.CANNOT_TELL),
                GateFacts.metric(Question.PRIVACY, "c", GateStatus.PASSED)),
            List.of());
    assertThat(ValidationSummary.of(few))
        .first()
        .isEqualTo(
            "1 of 3 gates passed; 2 could not be judged (500 synthetic rows, 60 rare held-out"
                + " rows, preset strict).");
    assertThat(ValidationJson.tree(few).path("passed").isNull()).isTrue();
  }

  @Test
  void withoutGatesThereIsOneSentence() {
    assertThat(ValidationSummary.of(GateFacts.report(List.of(), List.of())))
        .containsExactly(
            "0 of 0 gates passed (preset strict, against rare held-out rows), 0 failed.");
  }

  @Test
  void theFileHoldsTheSentencesAfterTheFacts() throws IOException {
    JsonNode json = ValidationJson.tree(REPORT);
    assertThat(json.properties().stream().map(entry -> entry.getKey()).toList().getLast())
        .isEqualTo("summary");
    assertThat(json.path("summary")).hasSize(5);
    assertThat(json.path("answers").path(0).toString())
        .isEqualTo(
            "{\"question\":\"likeness\",\"verdict\":\"bad\",\"signs\":[],\"looked\":"
                + "{\"measured\":0,\"missed\":0,\"of\":0},\"sentence\":\"No: c failed\"}");
    String text = ValidationJson.write(REPORT);
    ValidationReport read = Json.mapper().readValue(text, ValidationReport.class);
    assertThat(read).isEqualTo(REPORT);
    assertThat(ValidationJson.write(read)).isEqualTo(text);
  }

  @Test
  void aReadingWithoutAValueHasTheReasonAndItsWords() throws IOException {
    MetricReport metric = GateFacts.metric(Question.LIKENESS, "a", GateStatus.NOT_COMPUTED);
    Reading none = Reading.none(Reference.TRAINING, new SkipReason.TooFewUnseen(10));
    ValidationReport report =
        GateFacts.report(
            List.of(
                new MetricReport(
                    metric.metric(),
                    metric.question(),
                    metric.title(),
                    metric.goal(),
                    metric.minimum(),
                    metric.maximum(),
                    metric.source(),
                    List.of(none),
                    metric.gate())),
            List.of());
    JsonNode json = ValidationJson.tree(report).at("/metrics/0/readings/0");
    assertThat(json.path("why_none").asText()).startsWith("needs at least 10 real rare rows");
    assertThat(json.path("skip_reason").toString())
        .isEqualTo("{\"kind\":\"too_few_unseen\",\"needed\":10}");
    assertThat(Json.mapper().readValue(ValidationJson.write(report), ValidationReport.class))
        .isEqualTo(report);
  }
}

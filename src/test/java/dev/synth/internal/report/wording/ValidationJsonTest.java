package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.validate.Answer;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import dev.synth.validate.Question;
import dev.synth.validate.Sign;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationJsonTest {
  private static final Finding FINDING = new Finding.ScoredColumns(6, 7);
  private static final MetricReport FAILED = metric("nndr", GateStatus.FAILED);
  private static final Answer LEAK =
      new Answer(
          Question.PRIVACY,
          Answer.Rating.BAD,
          List.of(new Sign("nndr", Reference.TRAINING, 0.79, 0.9, null)));
  private static final ValidationReport REPORT =
      new ValidationReport(
          "strict",
          false,
          120,
          60,
          500,
          Reference.VALIDATION,
          List.of("amount"),
          List.of(),
          List.of(metric("dcr", GateStatus.PASSED), FAILED),
          List.of(FAILED.gate()),
          List.of(LEAK, new Answer(Question.VARIETY, Answer.Rating.CANNOT_TELL)));

  private static MetricReport metric(String id, GateStatus status) {
    Reading reading =
        new Reading(
            Reference.TRAINING, 0.79, null, false, 0.79, null, 0, List.of(), List.of(FINDING));
    GateResult gate = new GateResult(id, "at_most 0.9", status, Reference.TRAINING, 0.79, 0.9);
    return new MetricReport(
        id, Question.PRIVACY, id, Goal.LOWER, 0, 1.0, "own", List.of(reading), gate);
  }

  private final ObjectNode json = ValidationJson.tree(REPORT);

  @Test
  void everyGateHasItsMessage() {
    assertThat(json.at("/metrics/0/gate/message").asText())
        .isEqualTo(GateSentence.of(REPORT.metrics().getFirst()));
    assertThat(json.at("/metrics/1/gate/message").asText()).isEqualTo(GateSentence.of(FAILED));
    assertThat(json.at("/failed_gates/0/message").asText())
        .isEqualTo(GateSentence.of(FAILED))
        .startsWith("nndr is 0.79");
    assertThat(json.path("failed_gates")).hasSize(1);
  }

  @Test
  void everyAnswerHasItsSentenceAndALeakItsAdvice() {
    assertThat(json.at("/answers/0/sentence").asText()).startsWith("It may: nndr failed");
    assertThat(json.at("/answers/0/advice").asText())
        .startsWith("What helps depends on what made the rows: ");
    assertThat(json.at("/answers/1/sentence").asText()).startsWith("Cannot tell: ");
    assertThat(json.at("/answers/0/looked").toString())
        .isEqualTo("{\"measured\":2,\"missed\":0,\"of\":2}");
    assertThat(json.at("/answers/1").has("advice")).isFalse();
  }

  @Test
  void findingsHaveWordsBesideTheirFacts() {
    assertThat(json.at("/metrics/0/readings/0/findings/0/text").asText())
        .isEqualTo("6 of 7 columns are scored");
    assertThat(json.at("/metrics/0/readings/0/findings/0/scored").asInt()).isEqualTo(6);
  }

  @Test
  void theSummaryStandsLast() {
    assertThat(json.path("summary").path(0).asText())
        .isEqualTo("1 of 2 gates passed (preset strict, against rare held-out rows), 1 failed.");
    assertThat(json.path("summary")).hasSize(ValidationSummary.of(REPORT).size());
  }

  @Test
  void theFactsReadBackAsTheyWere() throws IOException {
    assertThat(Json.mapper().readValue(ValidationJson.write(REPORT), ValidationReport.class))
        .isEqualTo(REPORT);
  }

  @Test
  void nothingMeasuredIsStillAFile() {
    ObjectNode empty = ValidationJson.tree(GateFacts.report(List.of(), List.of()));
    assertThat(empty.path("metrics")).isEmpty();
    assertThat(empty.path("answers")).isEmpty();
    assertThat(empty.path("summary").isArray()).isTrue();
  }
}

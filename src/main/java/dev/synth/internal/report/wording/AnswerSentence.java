package dev.synth.internal.report.wording;

import dev.synth.internal.base.PlainText;
import dev.synth.validate.Answer;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import java.util.List;
import java.util.stream.Collectors;

/** The answer to one question about synthetic rows, in plain words and without a full stop. */
public final class AnswerSentence {
  private AnswerSentence() {}

  /**
   * Returns the answer with the gates that it rests on.
   *
   * @param report the report that holds the answer
   */
  public static String of(Answer answer, ValidationReport report) {
    Question question = answer.question();
    List<GateResult> gates =
        report.metrics().stream()
            .filter(metric -> metric.question() == question)
            .map(MetricReport::gate)
            .toList();
    return switch (answer.verdict()) {
      case BAD ->
          PlainText.of(
              question == Question.PRIVACY ? "It may: %s failed" : "No: %s failed",
              ids(gates, GateStatus.FAILED));
      case CANNOT_TELL ->
          PlainText.of(
                  "Cannot tell with so few rows: %s is inside the noise of real rows, which is"
                      + " wider than",
                  ids(gates, GateStatus.CANNOT_TELL))
              + " its limit";
      case NOT_JUDGED -> "Not judged: " + whyNot(gates);
      case GOOD ->
          PlainText.of(
              "%s far as was looked: %s (%s)",
              question == Question.PRIVACY ? "As" : "Yes, as",
              goodNews(question),
              ids(gates, GateStatus.PASSED));
    };
  }

  private static String goodNews(Question question) {
    return switch (question) {
      case LIKENESS -> "no difference was found that matters";
      case VARIETY -> "nothing that real rows show was found missing";
      case RARE_CLASS -> "the rows look rare to a classifier";
      case PRIVACY -> "no sign of it; that is no guarantee";
    };
  }

  private static String whyNot(List<GateResult> gates) {
    return gates.stream()
        .filter(gate -> gate.status() == GateStatus.NOT_COMPUTED)
        .map(GateResult::message)
        .findFirst()
        .orElse("no gate of this preset asks it");
  }

  private static String ids(List<GateResult> gates, GateStatus status) {
    return gates.stream()
        .filter(gate -> gate.status() == status)
        .map(GateResult::metric)
        .collect(Collectors.joining(", "));
  }
}

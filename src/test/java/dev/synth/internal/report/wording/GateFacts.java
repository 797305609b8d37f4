package dev.synth.internal.report.wording;

import dev.synth.validate.Answer;
import dev.synth.validate.Goal;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports of validations with the gates that a test asks for. */
final class GateFacts {
  private GateFacts() {}

  /** A metric whose gate says nothing but its status. */
  static MetricReport metric(Question question, String id, GateStatus status) {
    GateResult gate = new GateResult(id, "at_most 0.9", status, null, null, null);
    return new MetricReport(id, question, id, Goal.LOWER, 0, 1.0, "own", List.of(), gate);
  }

  /** A report of metrics and columns that were not compared. */
  static ValidationReport report(
      List<MetricReport> metrics, List<Answer> answers, String... notCompared) {
    return report(false, metrics, answers, notCompared);
  }

  /** A report of what the gates say together. */
  static ValidationReport report(
      @Nullable Boolean passed,
      List<MetricReport> metrics,
      List<Answer> answers,
      String... notCompared) {
    return new ValidationReport(
        "strict",
        passed,
        120,
        60,
        500,
        Reference.VALIDATION,
        List.of("amount"),
        List.of(notCompared),
        metrics,
        List.of(),
        answers);
  }
}

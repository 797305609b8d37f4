package dev.synth.internal.report.wording;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.wording.metric.ReferenceWords;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.AllRows;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import java.util.ArrayList;
import java.util.List;

/** The findings of validation, one sentence a line, the bad news first. */
public final class ValidationSummary {
  private ValidationSummary() {}

  /** Returns the sentences; the first counts the gates. */
  public static List<String> of(ValidationReport report) {
    List<GateResult> gates = report.metrics().stream().map(MetricReport::gate).toList();
    List<String> lines = new ArrayList<>();
    lines.add(counts(report, gates));
    lines.addAll(sentences(report, GateStatus.FAILED, "Failed"));
    lines.addAll(unjudged(report));
    AllRows all = report.allRows();
    if (all != null) {
      lines.add(sampled(report, all));
    }
    if (!report.notCompared().isEmpty()) {
      lines.add(
          PlainText.of(
              "Not compared, since they differ in type or stand on one side only: %s.",
              String.join(", ", report.notCompared())));
    }
    return lines;
  }

  /** Returns which metrics saw all rows, and how many the others saw. */
  private static String sampled(ValidationReport report, AllRows all) {
    List<String> whole =
        report.metrics().stream()
            .filter(
                metric ->
                    metric.readings().stream()
                        .map(Reading::rowsSeen)
                        .anyMatch(seen -> seen != null && !seen.sampled()))
            .map(MetricReport::metric)
            .toList();
    String validation =
        all.validation() == 0
            ? ""
            : PlainText.of(
                ", %,d of %,d rare held-out rows", report.rareValidationRows(), all.validation());
    return PlainText.of(
        "Of all rows: %s. Other metrics see a sample: %,d of %,d rare training rows%s, %,d of %,d"
            + " synthetic rows.",
        whole.isEmpty() ? "no metric" : String.join(", ", whole),
        report.rareTrainingRows(),
        all.training(),
        validation,
        report.syntheticRows(),
        all.synthetic());
  }

  /** Returns those of the sentences that are about gates which neither passed nor failed. */
  public static List<String> unjudged(ValidationReport report) {
    List<String> lines = new ArrayList<>(sentences(report, GateStatus.CANNOT_TELL, "Cannot tell"));
    lines.addAll(sentences(report, GateStatus.NOT_COMPUTED, "Not judged"));
    return lines;
  }

  private static String counts(ValidationReport report, List<GateResult> gates) {
    long set = gates.stream().filter(gate -> gate.status() != GateStatus.OFF).count();
    if (report.passed() == null) {
      return PlainText.of(
          "%d of %d gates passed; %d could not be judged (%d synthetic rows, %d %s, preset %s).",
          count(gates, GateStatus.PASSED),
          set,
          set - count(gates, GateStatus.PASSED),
          report.syntheticRows(),
          report.gatesUse() == ValidationReport.Reference.TRAINING
              ? report.rareTrainingRows()
              : report.rareValidationRows(),
          ReferenceWords.of(report.gatesUse()),
          report.preset());
    }
    return PlainText.of(
        "%d of %d gates passed (preset %s, against %s), %d failed.",
        count(gates, GateStatus.PASSED),
        set,
        report.preset(),
        ReferenceWords.of(report.gatesUse()),
        count(gates, GateStatus.FAILED));
  }

  private static long count(List<GateResult> gates, GateStatus status) {
    return gates.stream().filter(gate -> gate.status() == status).count();
  }

  private static List<String> sentences(ValidationReport report, GateStatus status, String title) {
    return report.metrics().stream()
        .filter(metric -> metric.gate().status() == status)
        .map(metric -> PlainText.of("%s: %s.", title, GateSentence.of(metric)))
        .toList();
  }
}

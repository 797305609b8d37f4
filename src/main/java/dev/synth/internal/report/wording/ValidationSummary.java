package dev.synth.internal.report.wording;

import dev.synth.internal.base.PlainText;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import java.util.ArrayList;
import java.util.List;

/** What validation found, one sentence a line, the bad news first. */
public final class ValidationSummary {
  private ValidationSummary() {}

  /** Returns the sentences; the first counts the gates. */
  public static List<String> of(ValidationReport report) {
    List<GateResult> gates = report.metrics().stream().map(MetricReport::gate).toList();
    List<String> lines = new ArrayList<>();
    lines.add(counts(report, gates));
    lines.addAll(messages(gates, GateStatus.FAILED, "Failed"));
    lines.addAll(messages(gates, GateStatus.CANNOT_TELL, "Cannot tell"));
    lines.addAll(messages(gates, GateStatus.NOT_COMPUTED, "Not judged"));
    if (!report.notCompared().isEmpty()) {
      lines.add(
          PlainText.of(
              "Not compared, since they differ in type or stand on one side only: %s.",
              String.join(", ", report.notCompared())));
    }
    return lines;
  }

  private static String counts(ValidationReport report, List<GateResult> gates) {
    long set = gates.stream().filter(gate -> gate.status() != GateStatus.OFF).count();
    return PlainText.of(
        "%d of %d gates passed (preset %s, against %s), %d failed.",
        count(gates, GateStatus.PASSED),
        set,
        report.preset(),
        report.gatesUse().words(),
        count(gates, GateStatus.FAILED));
  }

  private static long count(List<GateResult> gates, GateStatus status) {
    return gates.stream().filter(gate -> gate.status() == status).count();
  }

  private static List<String> messages(List<GateResult> gates, GateStatus status, String title) {
    return gates.stream()
        .filter(gate -> gate.status() == status)
        .map(gate -> PlainText.of("%s: %s.", title, gate.message()))
        .toList();
  }
}

package dev.synth.validate;

import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reference;
import java.util.ArrayList;
import java.util.List;

/** Says what validation found, one sentence a line, the bad news first. */
final class PlainWords {
  private PlainWords() {}

  static List<String> summary(
      String preset, Reference gatesUse, List<MetricReport> metrics, List<String> notCompared) {
    List<GateResult> gates = metrics.stream().map(MetricReport::gate).toList();
    List<String> lines = new ArrayList<>();
    lines.add(headline(preset, gatesUse, gates));
    for (GateResult gate : gates) {
      if (gate.status() == GateStatus.FAILED) {
        lines.add("Failed: " + gate.message() + ".");
      }
    }
    for (GateResult gate : gates) {
      if (gate.status() == GateStatus.CANNOT_TELL) {
        lines.add("Cannot tell: " + gate.message() + ".");
      }
    }
    for (GateResult gate : gates) {
      if (gate.status() == GateStatus.NOT_COMPUTED) {
        lines.add("Not judged: " + gate.message() + ".");
      }
    }
    if (!notCompared.isEmpty()) {
      lines.add(
          "Not compared, since they differ in type or stand on one side only: %s."
              .formatted(String.join(", ", notCompared)));
    }
    return lines;
  }

  private static String headline(String preset, Reference gatesUse, List<GateResult> gates) {
    long set = gates.stream().filter(gate -> gate.status() != GateStatus.OFF).count();
    return "%d of %d gates passed (preset %s, against %s), %d failed."
        .formatted(
            count(gates, GateStatus.PASSED),
            set,
            preset,
            gatesUse.words(),
            count(gates, GateStatus.FAILED));
  }

  private static long count(List<GateResult> gates, GateStatus status) {
    return gates.stream().filter(gate -> gate.status() == status).count();
  }
}

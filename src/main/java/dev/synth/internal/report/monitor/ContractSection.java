package dev.synth.internal.report.monitor;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.monitor.Break;
import dev.synth.internal.monitor.MonitorReport;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import java.util.List;

/** The rows that break the contract of a model, in words. */
final class ContractSection {
  private final MonitorReport report;

  ContractSection(MonitorReport report) {
    this.report = report;
  }

  Section section() {
    if (report.breaks().isEmpty()) {
      return new Section("Contract", List.of("Every row is as the model's contract has it."));
    }
    return new Section(
        "Contract",
        report.breaks().stream()
            .map(each -> (each.isAlarm() ? "Alarm: " : "") + broken(each) + ".")
            .toList());
  }

  /** Returns the breaks that are alarms, a few words each. */
  List<String> alarms() {
    return report.breaks().stream().filter(Break::isAlarm).map(ContractSection::broken).toList();
  }

  private static String broken(Break each) {
    String cells =
        each.cells() == 1 ? "one cell" : ReportNumbers.count((double) each.cells()) + " cells";
    return switch (each.kind()) {
      case MISSING_COLUMN -> PlainText.of("the column '%s' is not there", each.column());
      case EXTRA_COLUMN -> PlainText.of("the column '%s' is unknown to the model", each.column());
      case OTHER_TYPE -> PlainText.of("%s: %s of another type", each.column(), cells);
      case NEW_LEVEL -> PlainText.of("%s: %s with a new level", each.column(), cells);
      case NEWLY_MISSING ->
          PlainText.of("%s: %s missing, where no fitted row lacked one", each.column(), cells);
      case BEYOND_RANGE ->
          PlainText.of("%s: %s beyond the range of the fitted rows", each.column(), cells);
    };
  }
}

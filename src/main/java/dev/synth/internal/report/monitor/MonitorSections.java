package dev.synth.internal.report.monitor;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.monitor.MonitorReport;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import java.util.ArrayList;
import java.util.List;

/** The report on a window of rows, in words and tables. */
final class MonitorSections {
  private final MonitorReport report;

  MonitorSections(MonitorReport report) {
    this.report = report;
  }

  /** Returns the report for a terminal: what was looked at and what is wrong, then all parts. */
  List<Section> all() {
    List<String> head = new ArrayList<>(lookedAt());
    head.add(alarmSentence());
    head.add(new MonitorBanner(report).advice());
    List<Section> all = new ArrayList<>();
    all.add(new Section(PlainText.of("%s: %s", report.name(), report.source()), head));
    all.addAll(parts());
    return all;
  }

  /** Returns the report for a page, whose top has said what is wrong. */
  List<Section> belowTheTop() {
    List<Section> all = new ArrayList<>();
    all.add(new Section("What was looked at", lookedAt()));
    all.addAll(parts());
    return all;
  }

  private List<Section> parts() {
    return List.of(
        new ContractSection(report).section(),
        new DriftSection(report).section(),
        alerts(),
        new PerformanceSection(report).section());
  }

  private static String rows(long rows) {
    return rows == 1 ? "one row" : ReportNumbers.count((double) rows) + " rows";
  }

  private List<String> lookedAt() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        PlainText.of(
            "Looked at %s%s through the model %s.",
            rows(report.rows()), days().isEmpty() ? "" : " " + days(), report.model()));
    if (report.withoutTime() > 0) {
      sentences.add(
          PlainText.of(
              "%s without a time: counted, but in no day.",
              report.withoutTime() == 1
                  ? "One row is"
                  : ReportNumbers.count((double) report.withoutTime()) + " rows are"));
    }
    return sentences;
  }

  /** Returns the alarms in a sentence. */
  String alarmSentence() {
    List<String> alarms = alarms();
    return alarms.isEmpty()
        ? "No alarm."
        : PlainText.of(
            "%s: %s.",
            alarms.size() == 1 ? "One alarm" : alarms.size() + " alarms",
            String.join("; ", alarms));
  }

  /** Returns the first and the last day of the rows; empty where they have no time. */
  String days() {
    MonitorReport.Days window = report.window();
    return window == null
        ? ""
        : window.first().equals(window.last())
            ? "of " + window.first()
            : PlainText.of("from %s to %s", window.first(), window.last());
  }

  /** Returns the alarms, a few words each. */
  List<String> alarms() {
    List<String> alarms = new ArrayList<>(new ContractSection(report).alarms());
    alarms.addAll(new DriftSection(report).alarms());
    alarms.addAll(new PerformanceSection(report).alarms());
    return alarms;
  }

  private Section alerts() {
    MonitorReport.Alerts alerts = report.alerts();
    return new Section(
        "Alerts",
        List.of(
            PlainText.of(
                "%s, %.1f a thousand rows; %.1f were meant when the threshold was chosen (%s).",
                alerts.count() == 1
                    ? "One alert"
                    : ReportNumbers.count((double) alerts.count()) + " alerts",
                alerts.per1000(),
                alerts.fittedPer1000(),
                alerts.rule())));
  }
}

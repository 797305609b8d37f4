package dev.synth.internal.report.monitor;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.monitor.Break;
import dev.synth.internal.monitor.DriftCheck;
import dev.synth.internal.monitor.MonitorReport;
import dev.synth.internal.report.chart.Bars;
import dev.synth.internal.report.chart.Chart;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.internal.report.format.TextGrid.Alignment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    return List.of(contract(), drift(), alerts(), new PerformanceSection(report).section());
  }

  static String rows(long rows) {
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
    List<String> alarms = new ArrayList<>();
    report.breaks().stream().filter(Break::isAlarm).forEach(each -> alarms.add(broken(each)));
    report.checks().stream().filter(DriftCheck::isAlarm).forEach(each -> alarms.add(drifted(each)));
    alarms.addAll(new PerformanceSection(report).alarms());
    return alarms;
  }

  private static String drifted(DriftCheck check) {
    return switch (check.about()) {
      case COLUMN -> PlainText.of("%s drifts (%s)", check.column(), value(check, check.value()));
      case SCORE -> PlainText.of("the score drifts (%s)", value(check, check.value()));
      case ALERTS ->
          PlainText.of("alerts are %s times the usual share", value(check, check.value()));
      case JOINT ->
          PlainText.of("the columns together drift (area %s)", value(check, check.value()));
    };
  }

  // ---- Contract --------------------------------------------------------------------------------

  private Section contract() {
    if (report.breaks().isEmpty()) {
      return new Section("Contract", List.of("Every row is as the model's contract has it."));
    }
    return new Section(
        "Contract",
        report.breaks().stream()
            .map(each -> (each.isAlarm() ? "Alarm: " : "") + broken(each) + ".")
            .toList());
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

  // ---- Drift -----------------------------------------------------------------------------------

  private Section drift() {
    List<List<String>> rows = new ArrayList<>();
    for (DriftCheck check : report.checks()) {
      rows.add(
          List.of(
              check.about() == DriftCheck.About.COLUMN ? check.column() : "the " + name(check),
              measure(check.measure()),
              value(check, check.value()),
              value(check, check.usual()),
              value(check, check.least()),
              ReportNumbers.probability(check.p()),
              ReportNumbers.plain(check.psi()),
              state(check.state())));
    }
    return new Section(
            "Drift",
            past(),
            new SectionTable(
                List.of("", "measure", "value", "usual", "alarm from", "p", "PSI", ""),
                List.of(
                    Alignment.LEFT,
                    Alignment.LEFT,
                    Alignment.RIGHT,
                    Alignment.RIGHT,
                    Alignment.RIGHT,
                    Alignment.RIGHT,
                    Alignment.RIGHT,
                    Alignment.LEFT),
                rows))
        .followedBy(remarks())
        .charted(charts());
  }

  /** Each distance as a share of the smallest one that would be an alarm. */
  private String charts() {
    List<String> names = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (DriftCheck check : report.checks()) {
      Double value = check.value();
      Double least = check.least();
      boolean isDistance =
          check.measure() == DriftCheck.DriftMeasure.KOLMOGOROV_SMIRNOV
              || check.measure() == DriftCheck.DriftMeasure.TOTAL_VARIATION;
      if (value != null && least != null && isDistance) {
        names.add(name(check));
        shares.add(100 * value / least);
      }
    }
    return names.isEmpty()
        ? ""
        : ChartHtml.of(
            new Bars(
                "Distance to the past",
                "Each bar is a column's distance, in percent of the smallest one that would be an"
                    + " alarm.",
                "of an alarm, %",
                true,
                names,
                List.of(Bars.Series.of("of an alarm, %", shares, Chart.Tone.REAL))));
  }

  private static String name(DriftCheck check) {
    return switch (check.about()) {
      case COLUMN -> check.column();
      case SCORE -> "score";
      case ALERTS -> "share of alerts";
      case JOINT -> "columns together";
    };
  }

  private static String measure(DriftCheck.DriftMeasure measure) {
    return switch (measure) {
      case KOLMOGOROV_SMIRNOV -> "KS";
      case TOTAL_VARIATION -> "TVD";
      case RATIO -> "ratio";
      case AREA -> "C2ST area";
    };
  }

  private static String state(DriftCheck.State state) {
    return switch (state) {
      case ALARM -> "ALARM";
      case QUIET -> "";
      case CANNOT_TELL -> "cannot tell";
      case EXEMPT -> "ages";
    };
  }

  private static String value(DriftCheck check, @Nullable Double v) {
    return check.measure() == DriftCheck.DriftMeasure.RATIO && v != null
        ? PlainText.of("%.2f", v)
        : ReportNumbers.plain(v);
  }

  private List<String> past() {
    MonitorReport.PastFacts past = report.past();
    String whose = past.isOfFit() ? "the fitted rows" : "the past rows";
    if (past.windows() > 0) {
      return List.of(
          PlainText.of(
              "Held against %d windows of %s, as long as this one and begun on the same weekday.",
              past.windows(), whose));
    }
    if (past.days() > 0) {
      return List.of(
          PlainText.of(
              "Held against %d days of %s, drawn anew by weekday, since there are fewer than eight"
                  + " windows.",
              past.days(), whose));
    }
    return List.of(
        PlainText.of(
            "Nothing can be told of drift: %s are too short a past; eight windows of this"
                + " length are needed, or two of each weekday in it.",
            past.rows() == 0 && past.isOfFit()
                ? "no days of the fitted rows are known, which"
                : whose));
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    boolean isAnyTested = report.checks().stream().anyMatch(check -> check.p() != null);
    if (isAnyTested) {
      remarks.add(
          "An alarm is more than chance (p at most 0.01, corrected for all lines) and of a size"
              + " that matters: a distance of 0.05, an area of 0.55, alerts half more or a third"
              + " fewer.");
    }
    if (report.checks().stream().anyMatch(check -> check.state() == DriftCheck.State.CANNOT_TELL)) {
      remarks.add(
          "Cannot tell: the rows are so few, or the past so varied, that only a very large change"
              + " would be an alarm.");
    }
    remarks.add(
        "PSI is against the fitted rows. Its rule of thumb, 0.1 and 0.25, takes no account of the"
            + " number of rows and of what changes from week to week; it raises no alarm here.");
    if (isAnyTested
        && report.checks().stream().noneMatch(check -> check.about() == DriftCheck.About.JOINT)) {
      remarks.add("All columns together are tested where eight past windows of rows are given.");
    }
    return remarks;
  }

  // ---- Alerts ----------------------------------------------------------------------------------

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

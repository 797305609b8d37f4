package dev.synth.internal.report.monitor;

import dev.synth.internal.base.PlainText;
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

/** The distances of a window of rows to the past, in words, a table and a chart. */
final class DriftSection {
  private final MonitorReport report;

  DriftSection(MonitorReport report) {
    this.report = report;
  }

  Section section() {
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

  /** Returns the checks that are alarms, a few words each. */
  List<String> alarms() {
    return report.checks().stream().filter(DriftCheck::isAlarm).map(DriftSection::drifted).toList();
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
                    "Each bar is a column's distance, in percent of the smallest one that would be"
                        + " an alarm, where it is more than chance. Shorter is better.",
                    "of an alarm, %",
                    true,
                    names,
                    List.of(Bars.Series.of("of an alarm, %", shares, Chart.Tone.REAL)))
                .marked(new Bars.Mark("alarm", 100)));
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
            "Nothing can be told of drift, since %s; eight windows of this length are needed, or"
                + " two of each weekday in it.",
            past.rows() == 0 && past.isOfFit()
                ? "no days of the fitted rows are known"
                : whose + " are too short a past"));
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
}

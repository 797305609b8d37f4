package dev.synth.internal.report.monitor;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.monitor.DriftCheck;
import dev.synth.internal.monitor.LabelledPerformance;
import dev.synth.internal.monitor.LabelledPerformance.PerformanceChange;
import dev.synth.internal.monitor.LabelledPerformance.PerformanceFigure;
import dev.synth.internal.monitor.MonitorReport;
import dev.synth.internal.monitor.MonitorVerdict;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.page.Page;
import org.jspecify.annotations.Nullable;

/** The top of a monitor's page, for somebody who has a minute: alarm or quiet, and what to do. */
final class MonitorBanner {
  private final MonitorReport report;
  private final MonitorVerdict verdict;

  MonitorBanner(MonitorReport report) {
    this.report = report;
    this.verdict = MonitorVerdict.of(report);
  }

  /** Returns a banner and a tile for each part of the verdict. */
  String html() {
    MonitorSections sections = new MonitorSections(report);
    String said =
        Html.paragraph(report.alarms() == 0 ? calm() : sections.alarmSentence())
            + Html.paragraph(advice());
    return Page.banner(tone(), word(), said)
        + "<div class=\"tiles\">\n"
        + drift()
        + performance()
        + alerts()
        + Html.tile("", "Rows", ReportNumbers.count((double) report.rows()), sections.days())
        + "</div>\n";
  }

  private String word() {
    if (report.alarms() > 0) {
      return "Alarm";
    }
    return verdict.drift() == MonitorVerdict.Drift.CANNOT_TELL ? "Cannot tell" : "Quiet";
  }

  private String tone() {
    if (report.alarms() > 0) {
      return "bad";
    }
    return switch (verdict.advice()) {
      case NOTHING -> "good";
      case GET_PAST -> "open";
      default -> "even";
    };
  }

  private String calm() {
    PerformanceChange performance = verdict.performance();
    String drift =
        verdict.drift() == MonitorVerdict.Drift.CANNOT_TELL
            ? "No alarm, but nothing can be told of drift"
            : "No alarm: nothing drifts by more than chance and by a size that matters" + butMute();
    return performance == null
        ? drift + ". Whether the model got worse is not known."
        : PlainText.of("%s. By labels the model is %s.", drift, words(performance));
  }

  private String butMute() {
    long mute = mute();
    return mute == 0
        ? ""
        : PlainText.of(", but %d of %d checks cannot tell", mute, report.checks().size());
  }

  private long mute() {
    return report.checks().stream()
        .filter(check -> check.state() == DriftCheck.State.CANNOT_TELL)
        .count();
  }

  private static String words(PerformanceChange performance) {
    return switch (performance) {
      case DEGRADED -> "degraded";
      case EQUIVALENT -> "as good as on the fitted rows (equivalent)";
      case UNDECIDED -> "not shown to be as good, nor worse (undecided)";
      case BETTER -> "better than on the fitted rows";
    };
  }

  /** Returns what to do, in a sentence. */
  String advice() {
    return switch (verdict.advice()) {
      case MEND_ROWS ->
          "What to do: mend what feeds the model. Its rows break the contract, and all other"
              + " figures rest on them.";
      case RETRAIN ->
          "What to do: retrain. synth retrain fits a challenger to labelled rows, and promotes it"
              + " where it finds more.";
      case LOOK_AT_DRIFT ->
          "What to do: look for the cause of the drift. Labels show that the model still does its"
              + " work.";
      case GET_LABELS ->
          "What to do: look for the cause of the drift, and get labels of these rows. Drift alone"
              + " does not say that the model got worse.";
      case GET_PAST ->
          "What to do: hold the rows against a longer past, or look at more of them at once.";
      case GO_ON ->
          verdict.performance() == null
              ? "What to do: go on. A new kind of fraud that scores low shows by labels alone."
              : "What to do: go on, and look again with more labels.";
      case NOTHING -> "What to do: nothing.";
    };
  }

  // ---- Tiles -----------------------------------------------------------------------------------

  private String drift() {
    long alarms = report.checks().stream().filter(DriftCheck::isAlarm).count();
    long mute = mute();
    String value =
        switch (verdict.drift()) {
          case ALARM -> alarms == 1 ? "One alarm" : alarms + " alarms";
          case QUIET -> "Quiet";
          case CANNOT_TELL -> "Cannot tell";
        };
    String detail = PlainText.of("of %d columns and other checks", report.checks().size());
    return Html.tile(
        alarms > 0 ? "bad" : "",
        "Drift",
        value,
        mute == 0 || verdict.drift() == MonitorVerdict.Drift.CANNOT_TELL
            ? detail
            : PlainText.of("%s; %d cannot tell", detail, mute));
  }

  private String performance() {
    PerformanceChange change = verdict.performance();
    if (change == null) {
      return Html.tile(
          "",
          "Performance",
          "Not known",
          report.performance() == null ? "no labels were given" : "labels are too few to test");
    }
    String value =
        switch (change) {
          case DEGRADED -> "Degraded";
          case EQUIVALENT -> "Equivalent";
          case UNDECIDED -> "Undecided";
          case BETTER -> "Better";
        };
    String tone =
        change == PerformanceChange.DEGRADED
            ? "bad"
            : change == PerformanceChange.UNDECIDED ? "" : "good";
    return Html.tile(tone, "Performance, by labels", value, telling(change));
  }

  /** Returns the figure that carries the answer, with its interval. */
  private String telling(PerformanceChange change) {
    LabelledPerformance performance = report.performance();
    PerformanceFigure figure =
        performance == null
            ? null
            : performance.figures().stream()
                .filter(each -> each.answer() == change)
                .findFirst()
                .orElse(null);
    return figure == null ? "" : difference(figure, figure.low(), figure.high());
  }

  private static String difference(
      PerformanceFigure figure, @Nullable Double low, @Nullable Double high) {
    String change =
        PlainText.of(
            "%s %s",
            PerformanceSection.name(figure.measure()),
            ReportNumbers.signed(figure.value() - figure.reference()));
    return low == null || high == null
        ? change
        : PlainText.of(
            "%s, 95 %% interval %s to %s",
            change, ReportNumbers.signed(low), ReportNumbers.signed(high));
  }

  private String alerts() {
    boolean isAlarm =
        report.checks().stream()
            .anyMatch(check -> check.about() == DriftCheck.About.ALERTS && check.isAlarm());
    Double ratio = verdict.alertRatio();
    String meant =
        PlainText.of("a thousand rows; %.1f were meant", report.alerts().fittedPer1000());
    return Html.tile(
        isAlarm ? "bad" : "",
        "Alerts",
        PlainText.of("%.1f", report.alerts().per1000()),
        ratio == null ? meant : PlainText.of("%s (%.2f times)", meant, ratio));
  }
}

package dev.synth.internal.monitor;

import dev.synth.internal.monitor.LabelledPerformance.PerformanceChange;
import org.jspecify.annotations.Nullable;

/**
 * The findings on a window of rows for somebody who has a minute.
 *
 * @param drift whether anything drifts
 * @param performance whether the model got worse; null without labels, or where nothing was tested
 * @param alertRatio alerts a thousand rows over those that were meant; null where none were meant
 * @param advice what to do
 */
public record MonitorVerdict(
    Drift drift,
    @Nullable PerformanceChange performance,
    @Nullable Double alertRatio,
    Advice advice) {
  /** The state of columns, score and alerts. */
  public enum Drift {
    /** Something drifts by more than chance, and by a size that matters. */
    ALARM,
    /** Nothing does. */
    QUIET,
    /** No check can tell. */
    CANNOT_TELL
  }

  /** The next step. */
  public enum Advice {
    /** Mend what feeds the model: rows break its contract. */
    MEND_ROWS,
    /** Fit a challenger: the model got worse. */
    RETRAIN,
    /** Look for the cause of the drift: labels show that the model still does its work. */
    LOOK_AT_DRIFT,
    /** Get labels: something drifts, and whether the model got worse is not known. */
    GET_LABELS,
    /** Keep more past rows: the past is too short or the rows too few to tell. */
    GET_PAST,
    /** Go on: nothing drifts, but labels are missing, or too few to show what the model does. */
    GO_ON,
    /** Go on: nothing drifts, and labels show that the model still does its work. */
    NOTHING
  }

  /** Returns the verdict on a report. */
  public static MonitorVerdict of(MonitorReport report) {
    LabelledPerformance labelled = report.performance();
    PerformanceChange performance =
        labelled == null || labelled.untested() != null ? null : labelled.overall();
    Drift drift = drift(report);
    double meant = report.alerts().fittedPer1000();
    return new MonitorVerdict(
        drift,
        performance,
        meant > 0 ? (Double) (report.alerts().per1000() / meant) : null,
        advice(report, drift, performance));
  }

  private static Drift drift(MonitorReport report) {
    if (report.checks().stream().anyMatch(DriftCheck::isAlarm)) {
      return Drift.ALARM;
    }
    return report.checks().stream().anyMatch(check -> check.state() == DriftCheck.State.QUIET)
        ? Drift.QUIET
        : Drift.CANNOT_TELL;
  }

  private static Advice advice(
      MonitorReport report, Drift drift, @Nullable PerformanceChange performance) {
    if (report.breaks().stream().anyMatch(Break::isAlarm)) {
      return Advice.MEND_ROWS;
    }
    if (performance == PerformanceChange.DEGRADED) {
      return Advice.RETRAIN;
    }
    boolean isWell =
        performance == PerformanceChange.EQUIVALENT || performance == PerformanceChange.BETTER;
    return switch (drift) {
      case ALARM -> isWell ? Advice.LOOK_AT_DRIFT : Advice.GET_LABELS;
      case CANNOT_TELL -> isWell ? Advice.NOTHING : Advice.GET_PAST;
      case QUIET -> isWell ? Advice.NOTHING : Advice.GO_ON;
    };
  }
}

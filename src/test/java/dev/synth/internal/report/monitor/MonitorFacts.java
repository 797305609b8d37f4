package dev.synth.internal.report.monitor;

import dev.synth.internal.monitor.Break;
import dev.synth.internal.monitor.DriftCheck;
import dev.synth.internal.monitor.LabelFreeEstimate;
import dev.synth.internal.monitor.LabelledPerformance;
import dev.synth.internal.monitor.MonitorReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings on a window of rows, without a computation. */
final class MonitorFacts {
  /** A column that drifts. */
  static final DriftCheck DRIFT =
      new DriftCheck(
          DriftCheck.About.COLUMN,
          "amount",
          DriftCheck.DriftMeasure.KOLMOGOROV_SMIRNOV,
          0.25,
          0.31,
          0.04,
          0.1,
          0.05,
          0.0004,
          DriftCheck.State.ALARM);

  private MonitorFacts() {}

  static DriftCheck check(
      DriftCheck.About about,
      DriftCheck.DriftMeasure measure,
      double value,
      DriftCheck.State state) {
    return new DriftCheck(about, "score", measure, value, null, 1.0, 1.5, 0.05, 0.02, state);
  }

  static MonitorReport report(List<Break> breaks, DriftCheck... checks) {
    return report(new MonitorReport.PastFacts(true, 10, 0, 2100), breaks, null, null, checks);
  }

  static MonitorReport report(
      MonitorReport.PastFacts past,
      List<Break> breaks,
      @Nullable LabelFreeEstimate estimate,
      @Nullable LabelledPerformance performance,
      DriftCheck... checks) {
    return new MonitorReport(
        "cards",
        "0123456789ab",
        "week.csv",
        2100,
        new MonitorReport.Days("2024-12-13", "2024-12-19"),
        1,
        past,
        breaks,
        List.of(checks),
        new MonitorReport.Alerts(12, 5.714, 4.2, "max-f1"),
        estimate,
        performance);
  }

  static LabelledPerformance performance(
      LabelledPerformance.LabelCoverage coverage,
      LabelledPerformance.@Nullable UntestedReason untested) {
    boolean isTested = untested == null;
    return new LabelledPerformance(
        coverage,
        isTested ? 40 : 19,
        isTested ? 14 : 0,
        true,
        List.of(
            figure(LabelledPerformance.PerformanceMeasure.AVERAGE_PRECISION, -0.1, isTested, 0.002),
            figure(LabelledPerformance.PerformanceMeasure.RECALL, 0.01, isTested, 0.4)),
        untested);
  }

  private static LabelledPerformance.PerformanceFigure figure(
      LabelledPerformance.PerformanceMeasure measure, double change, boolean isTested, double p) {
    return new LabelledPerformance.PerformanceFigure(
        measure,
        0.5 + change,
        0.5,
        isTested ? (Double) (change - 0.05) : null,
        isTested ? (Double) (change + 0.05) : null,
        isTested ? (Double) p : null,
        0.02,
        isTested ? (Double) 0.07 : null,
        isTested && p < 0.01
            ? LabelledPerformance.PerformanceChange.DEGRADED
            : LabelledPerformance.PerformanceChange.UNDECIDED);
  }
}

package dev.synth.internal.report.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.bundle.CalibrationCheck;
import dev.synth.internal.bundle.CalibrationCheck.Ratio;
import dev.synth.internal.monitor.LabelFreeEstimate;
import dev.synth.internal.monitor.LabelledPerformance;
import dev.synth.internal.monitor.LabelledPerformance.LabelCoverage;
import dev.synth.internal.monitor.LabelledPerformance.UntestedReason;
import dev.synth.internal.monitor.MonitorReport;
import dev.synth.internal.monitor.MonitorReport.PastFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PerformanceSectionTest {
  private static final LabelCoverage ALL = new LabelCoverage(12, 12, 2000, 1000, false);

  private static MonitorReport report(
      @Nullable LabelFreeEstimate estimate, @Nullable LabelledPerformance performance) {
    return MonitorFacts.report(new PastFacts(true, 10, 0, 1), List.of(), estimate, performance);
  }

  private static String text(MonitorReport report) {
    return MonitorPage.plain(report).replaceAll("\\s+", " ");
  }

  private static String labelled(LabelCoverage coverage, @Nullable UntestedReason untested) {
    return text(report(null, MonitorFacts.performance(coverage, untested)));
  }

  @Test
  void labelledRowsGiveFiguresBesideTheFittedRows() {
    MonitorReport report = report(null, MonitorFacts.performance(ALL, null));
    assertThat(text(report))
        .contains("One alarm: average precision is degraded.")
        .contains(
            "Labels are known of 12 of 12 alerts and of 1,000 of 2,000 other rows; 40 of these"
                + " rows are rare.")
        .contains(" average precision 0.400 0.500 −0.100 [−0.150, −0.050] 0.002 0.070 DEGRADED ")
        .contains(" recall 0.510 0.500 +0.010 [−0.040, +0.060] 0.400 0.070 undecided ")
        .contains("Of 14 days, by the block bootstrap;", "differ by less than 0.020.")
        .contains("Figures are at the class ratio of the fitted rows")
        .doesNotContain("without labels", "Each row weighs", "Alerts have labels less often");
    assertThat(new PerformanceSection(report).alarms()).hasSize(report.alarms());
  }

  @Test
  void labelsThatAreKnownOfSomeRowsAloneAreSaid() {
    assertThat(labelled(new LabelCoverage(12, 6, 2000, 1000, true), null))
        .contains("Each row weighs one over the probability with which its label could become");
    assertThat(labelled(new LabelCoverage(12, 1, 2000, 1000, false), null))
        .contains("Alerts have labels less often than other rows", "recall is too low.");
  }

  @Test
  void tooFewRowsAreNotTested() {
    assertThat(labelled(ALL, UntestedReason.FEW_RARE))
        .contains("Not tested: 19 rare rows are too few; 20 are needed.")
        .contains(" average precision 0.400 0.500 −0.100 – – – undecided ")
        .contains("No alarm.");
    assertThat(labelled(ALL, UntestedReason.FEW_ROWS))
        .contains("Not tested: the labelled rows make fewer than eight blocks of time.");
  }

  @Test
  void withoutLabelsProbabilitiesAreWorthSomethingWhereTheyHeld() {
    CalibrationCheck check =
        new CalibrationCheck(new Ratio(48, 50, 0.9, 1.1), new Ratio(9, 10, 0.85, 120));
    assertThat(text(report(new LabelFreeEstimate(21.04, 0.8, 0.5, 0.615, check, true), null)))
        .contains(
            "Performance, without labels If a score still means the probability that it meant on"
                + " the fitted rows, 21.0 rows are rare, and recall is 0.500, precision 0.800 and"
                + " F1 0.615.");
    assertThat(text(report(new LabelFreeEstimate(21.04, null, 0.5, 0.615, check, false), null)))
        .contains(
            "No estimate: whether probabilities hold is not shown on the fitted rows. Rare rows"
                + " were 0.90 to 1.10 of the expected number (needed: 0.80 to 1.25); among alerts"
                + " 0.85 to 99.00.");
    assertThat(text(report(new LabelFreeEstimate(21.04, null, 0.5, 0.615, null, false), null)))
        .contains("No estimate: the bundle does not say whether its probabilities hold");
  }
}

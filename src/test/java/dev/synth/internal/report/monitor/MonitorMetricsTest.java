package dev.synth.internal.report.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.monitor.Break;
import dev.synth.internal.monitor.DriftCheck;
import dev.synth.internal.monitor.LabelledPerformance.LabelCoverage;
import dev.synth.internal.monitor.MonitorReport.PastFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorMetricsTest {
  private static final String MODEL = "{name=\"cards\",model=\"0123456789ab\"";

  @Test
  void eachFigureIsAGaugeWithTheModelsName() {
    String drift = MODEL + ",column=\"amount\",about=\"column\",measure=\"kolmogorov_smirnov\"} ";
    assertThat(MonitorMetrics.of(MonitorFacts.report(List.of(), MonitorFacts.DRIFT)))
        .startsWith(
            "# HELP synth_monitor_rows Rows that were looked at.\n"
                + "# TYPE synth_monitor_rows gauge\n"
                + "synth_monitor_rows"
                + MODEL
                + "} 2100.0\n")
        .contains("synth_monitor_alarms" + MODEL + "} 1.0\n")
        .contains("synth_monitor_alerts_per_1000" + MODEL + "} 5.714\n")
        .contains("synth_monitor_drift" + drift + "0.25\n")
        .contains("synth_monitor_drift_alarm_from" + drift + "0.1\n")
        .contains("synth_monitor_drift_alarm" + drift + "1.0\n")
        .contains("synth_monitor_psi" + drift + "0.31\n")
        .doesNotContain("synth_monitor_performance", "synth_monitor_degraded");
  }

  @Test
  void namesAreEscapedAndWhatIsNotKnownIsLeftOut() {
    DriftCheck without =
        MonitorFacts.check(
            DriftCheck.About.SCORE, DriftCheck.DriftMeasure.AREA, 0.5, DriftCheck.State.QUIET);
    assertThat(
            MonitorMetrics.of(
                MonitorFacts.report(
                    List.of(new Break(Break.Kind.NEW_LEVEL, "a\"b\\c\nd", 3, false)), without)))
        .contains(MODEL + ",column=\"a\\\"b\\\\c\\nd\",kind=\"new_level\"} 3.0\n")
        .contains(MODEL + ",column=\"score\",about=\"score\",measure=\"area\"} 0.0\n")
        .doesNotContain("synth_monitor_psi{");
  }

  @Test
  void labelsAddTheFiguresAndWhetherOneIsDegraded() {
    assertThat(
            MonitorMetrics.of(
                MonitorFacts.report(
                    new PastFacts(true, 10, 0, 1),
                    List.of(),
                    null,
                    MonitorFacts.performance(new LabelCoverage(1, 1, 1, 1, false), null))))
        .contains("synth_monitor_performance" + MODEL + ",figure=\"average_precision\"} 0.4\n")
        .contains("synth_monitor_performance" + MODEL + ",figure=\"recall\"} 0.51\n")
        .contains("synth_monitor_degraded" + MODEL + "} 1.0\n");
  }
}

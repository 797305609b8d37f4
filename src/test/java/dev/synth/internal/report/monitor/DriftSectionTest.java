package dev.synth.internal.report.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.monitor.DriftCheck;
import dev.synth.internal.monitor.DriftCheck.About;
import dev.synth.internal.monitor.DriftCheck.DriftMeasure;
import dev.synth.internal.monitor.DriftCheck.State;
import dev.synth.internal.monitor.MonitorReport;
import dev.synth.internal.monitor.MonitorReport.PastFacts;
import dev.synth.internal.report.format.Section;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DriftSectionTest {
  private static final PastFacts SHORT = new PastFacts(true, 0, 0, 0);

  private static DriftSection drift(PastFacts past, DriftCheck... checks) {
    return new DriftSection(MonitorFacts.report(past, List.of(), null, null, checks));
  }

  private static DriftSection drift(DriftCheck... checks) {
    return new DriftSection(MonitorFacts.report(List.of(), checks));
  }

  private static DriftCheck unmeasured(String column, @Nullable Double value) {
    return new DriftCheck(
        About.COLUMN,
        column,
        DriftMeasure.KOLMOGOROV_SMIRNOV,
        value,
        null,
        null,
        null,
        0.05,
        null,
        State.QUIET);
  }

  private static List<List<String>> cells(Section section) {
    return Objects.requireNonNull(section.grid()).rows();
  }

  /** Without a check there is a table of no line, no chart, and what PSI means. */
  @Test
  void nothingToShowIsNoError() {
    Section section = drift().section();
    assertThat(cells(section)).isEmpty();
    assertThat(section.chartHtml()).isEmpty();
    assertThat(section.after())
        .singleElement()
        .asString()
        .startsWith("PSI is against the fitted rows.");
    assertThat(drift().alarms()).isEmpty();
  }

  @Test
  void figuresThatAreMissingAreDashes() {
    Section section = drift(SHORT, unmeasured("a|b", null), unmeasured("x", 0.5)).section();
    assertThat(cells(section))
        .containsExactly(
            List.of("a|b", "KS", "–", "–", "–", "–", "–", ""),
            List.of("x", "KS", "0.500", "–", "–", "–", "–", ""));
    assertThat(section.chartHtml()).as("no limit, no share of it").isEmpty();
    assertThat(section.after()).noneMatch(sentence -> sentence.startsWith("An alarm is"));
  }

  @Test
  void aPastThatIsNotKnownOrTooShortIsSaid() {
    assertThat(drift(SHORT).section().sentences())
        .containsExactly(
            "Nothing can be told of drift, since no days of the fitted rows are known; eight"
                + " windows of this length are needed, or two of each weekday in it.");
    assertThat(drift(new PastFacts(true, 0, 0, 90)).section().sentences())
        .containsExactly(
            "Nothing can be told of drift, since the fitted rows are too short a past; eight"
                + " windows of this length are needed, or two of each weekday in it.");
  }

  /** 0.25 of 0.1, in percent. */
  @Test
  void theChartHasDistancesAloneAndEscapesNames() {
    DriftCheck hostile =
        new DriftCheck(
            About.COLUMN,
            "</script>",
            DriftMeasure.TOTAL_VARIATION,
            0.05,
            null,
            0.04,
            0.1,
            0.05,
            0.5,
            State.QUIET);
    DriftCheck ratio = MonitorFacts.check(About.ALERTS, DriftMeasure.RATIO, 3, State.ALARM);
    String chart = drift(MonitorFacts.DRIFT, hostile, ratio).section().chartHtml();
    assertThat(chart)
        .contains("Distance to the past", "amount", "250")
        .doesNotContain("</script>\"", "share of alerts");
    assertThat(drift(ratio).section().chartHtml()).isEmpty();
  }

  @Test
  void whereAllColumnsAreTestedTogetherNobodyIsToldHow() {
    DriftCheck joint = MonitorFacts.check(About.JOINT, DriftMeasure.AREA, 0.5, State.QUIET);
    String hint = "All columns together are tested where eight past windows of rows are given.";
    assertThat(drift(MonitorFacts.DRIFT).section().after()).contains(hint);
    assertThat(drift(MonitorFacts.DRIFT, joint).section().after()).doesNotContain(hint);
  }

  @Test
  void alarmsAreAsManyAsTheReportCounts() {
    MonitorReport report =
        MonitorFacts.report(
            List.of(),
            MonitorFacts.DRIFT,
            MonitorFacts.check(About.SCORE, DriftMeasure.AREA, 0.6, State.CANNOT_TELL),
            MonitorFacts.check(About.ALERTS, DriftMeasure.RATIO, 3, State.ALARM));
    assertThat(new DriftSection(report).alarms())
        .containsExactly("amount drifts (0.250)", "alerts are 3.00 times the usual share")
        .hasSize(report.alarms());
  }
}

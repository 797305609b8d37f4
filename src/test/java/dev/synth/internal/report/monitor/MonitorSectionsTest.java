package dev.synth.internal.report.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.monitor.Break;
import dev.synth.internal.monitor.DriftCheck;
import dev.synth.internal.monitor.MonitorReport;
import dev.synth.internal.monitor.MonitorReport.PastFacts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorSectionsTest {
  /** The text on one line, since lines are wrapped. */
  private static String text(MonitorReport report) {
    return MonitorPage.plain(report).replaceAll("\\s+", " ");
  }

  @Test
  void theHeadTellsRowsDaysAndThatNothingIsWrong() {
    assertThat(text(MonitorFacts.report(List.of())))
        .startsWith(
            "cards: week.csv Looked at 2,100 rows from 2024-12-13 to 2024-12-19 through the model"
                + " 0123456789ab. One row is without a time: counted, but in no day. No alarm.")
        .contains("Contract Every row is as the model's contract has it.")
        .contains(
            "Alerts 12 alerts, 5.7 a thousand rows; 4.2 were meant when the threshold was chosen"
                + " (max-f1).");
  }

  @Test
  void oneRowOfOneDayIsNotTwo() {
    MonitorReport many = MonitorFacts.report(List.of());
    MonitorReport one =
        new MonitorReport(
            many.name(),
            many.model(),
            many.source(),
            1,
            new MonitorReport.Days("2024-12-13", "2024-12-13"),
            2,
            many.past(),
            List.of(),
            List.of(),
            new MonitorReport.Alerts(1, 1000, 4.2, "max-f1"),
            null,
            null);
    assertThat(text(one))
        .contains("Looked at one row of 2024-12-13 through")
        .contains("2 rows are without a time")
        .contains("One alert, 1000.0 a thousand rows");
  }

  @Test
  void everyBreakOfTheContractHasItsWordsAndAlarmsStandAbove() {
    List<Break> breaks =
        List.of(
            new Break(Break.Kind.MISSING_COLUMN, "a", 2100, true),
            new Break(Break.Kind.EXTRA_COLUMN, "b", 2100, true),
            new Break(Break.Kind.OTHER_TYPE, "c", 1200, true),
            new Break(Break.Kind.NEW_LEVEL, "d", 1, false),
            new Break(Break.Kind.NEWLY_MISSING, "e", 3, false),
            new Break(Break.Kind.BEYOND_RANGE, "f", 4, false));
    assertThat(breaks).extracting(Break::kind).containsExactly(Break.Kind.values());
    MonitorReport report = MonitorFacts.report(breaks);
    assertThat(text(report))
        .contains(
            "3 alarms: the column 'a' is not there; the column 'b' is unknown to the model; c:"
                + " 1,200 cells of another type.")
        .contains("Alarm: the column 'a' is not there.")
        .contains(" d: one cell with a new level. e: 3 cells missing, where no fitted row lacked")
        .contains("f: 4 cells beyond the range of the fitted rows.");
    assertThat(new MonitorSections(report).alarms()).hasSize(report.alarms());
  }

  @Test
  void everyKindOfDriftHasItsWordsAndItsLine() {
    MonitorReport report =
        MonitorFacts.report(
            List.of(),
            MonitorFacts.DRIFT,
            MonitorFacts.check(
                DriftCheck.About.SCORE,
                DriftCheck.DriftMeasure.TOTAL_VARIATION,
                0.2,
                DriftCheck.State.ALARM),
            MonitorFacts.check(
                DriftCheck.About.ALERTS,
                DriftCheck.DriftMeasure.RATIO,
                2.5,
                DriftCheck.State.ALARM),
            MonitorFacts.check(
                DriftCheck.About.JOINT,
                DriftCheck.DriftMeasure.AREA,
                0.61,
                DriftCheck.State.ALARM));
    assertThat(new MonitorSections(report).alarms())
        .containsExactly(
            "amount drifts (0.250)",
            "the score drifts (0.200)",
            "alerts are 2.50 times the usual share",
            "the columns together drift (area 0.610)");
    assertThat(text(report))
        .contains("Held against 10 windows of the fitted rows, as long as this one and begun on")
        .contains(" amount KS 0.250 0.040 0.100 < 0.001 0.310 ALARM ")
        .contains(" the score TVD 0.200 1.000 1.500 0.020 – ALARM ")
        .contains(" the share of alerts ratio 2.50 1.00 1.50 0.020 – ALARM ")
        .contains(" the columns together C2ST area 0.610 1.000 1.500 0.020 – ALARM ")
        .contains("An alarm is more than chance (p at most 0.01, corrected for all lines)")
        .doesNotContain("Cannot tell:", "All columns together are tested where");
  }

  @Test
  void whatCannotBeToldAndWhatAgesIsSaid() {
    DriftCheck mute =
        MonitorFacts.check(
            DriftCheck.About.SCORE,
            DriftCheck.DriftMeasure.AREA,
            0.6,
            DriftCheck.State.CANNOT_TELL);
    DriftCheck ages =
        MonitorFacts.check(
            DriftCheck.About.COLUMN, DriftCheck.DriftMeasure.AREA, 0.6, DriftCheck.State.EXEMPT);
    DriftCheck quiet =
        MonitorFacts.check(
            DriftCheck.About.ALERTS, DriftCheck.DriftMeasure.RATIO, 1, DriftCheck.State.QUIET);
    assertThat(text(MonitorFacts.report(List.of(), mute, ages, quiet)))
        .contains("No alarm.")
        .contains(" – cannot tell score C2ST area ", " – ages ")
        .contains("Cannot tell: the rows are so few, or the past so varied")
        .contains("All columns together are tested where eight past windows of rows are given.");
  }

  @Test
  void thePastIsWindowsDaysOrTooShort() {
    assertThat(past(new PastFacts(false, 9, 0, 900))).contains("9 windows of the past rows,");
    assertThat(past(new PastFacts(true, 0, 40, 900)))
        .contains("Held against 40 days of the fitted rows, drawn anew by weekday");
    assertThat(past(new PastFacts(false, 0, 0, 90)))
        .contains("Nothing can be told of drift, since the past rows are too short a past;");
    assertThat(past(new PastFacts(true, 0, 0, 0)))
        .contains("of drift, since no days of the fitted rows are known;");
  }

  private static String past(PastFacts facts) {
    return text(MonitorFacts.report(facts, List.of(), null, null));
  }

  @Test
  void thePageDrawsDistancesAndEscapesNames() {
    DriftCheck hostile =
        new DriftCheck(
            DriftCheck.About.COLUMN,
            "<script>",
            DriftCheck.DriftMeasure.TOTAL_VARIATION,
            0.05,
            null,
            0.04,
            0.1,
            0.05,
            0.5,
            DriftCheck.State.QUIET);
    String page = MonitorPage.html(MonitorFacts.report(List.of(), MonitorFacts.DRIFT, hostile));
    assertThat(page)
        .contains("<h1>A model in use</h1>", "cards: week.csv", "Distance to the past")
        .contains("250", "50") // of the smallest alarm, in percent
        .doesNotContain("<script>\"", "><script></td>");
    assertThat(MonitorPage.html(MonitorFacts.report(List.of())))
        .doesNotContain("Distance to the past");
  }

  @Test
  void programsGetTheNumberOfAlarmsAndTheirWords() {
    String json = MonitorPage.json(MonitorFacts.report(List.of(), MonitorFacts.DRIFT));
    assertThat(Arrays.asList(json.split("\n")).subList(1, 5))
        .containsExactly(
            "  \"alarms\": 1,", "  \"alarm\": [", "    \"amount drifts (0.250)\"", "  ],");
  }
}

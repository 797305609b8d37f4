package dev.synth.internal.report.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.monitor.Break;
import dev.synth.internal.monitor.DriftCheck;
import dev.synth.internal.monitor.LabelledPerformance;
import dev.synth.internal.monitor.LabelledPerformance.LabelCoverage;
import dev.synth.internal.monitor.LabelledPerformance.PerformanceChange;
import dev.synth.internal.monitor.LabelledPerformance.PerformanceFigure;
import dev.synth.internal.monitor.LabelledPerformance.PerformanceMeasure;
import dev.synth.internal.monitor.MonitorReport;
import dev.synth.internal.monitor.MonitorReport.PastFacts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The banner of a monitor's page, and the facts that it is made from. */
class MonitorBannerTest {
  private static final PastFacts PAST = new PastFacts(true, 10, 0, 2100);
  private static final DriftCheck QUIET = score(DriftCheck.State.QUIET);
  private static final DriftCheck MUTE = score(DriftCheck.State.CANNOT_TELL);

  private static DriftCheck score(DriftCheck.State state) {
    return MonitorFacts.check(DriftCheck.About.SCORE, DriftCheck.DriftMeasure.AREA, 0.5, state);
  }

  private static LabelledPerformance labelled(PerformanceChange... answers) {
    List<PerformanceFigure> figures =
        Arrays.stream(answers)
            .map(
                answer ->
                    new PerformanceFigure(
                        PerformanceMeasure.RECALL,
                        0.4,
                        0.5,
                        -0.2,
                        -0.05,
                        0.001,
                        0.02,
                        0.07,
                        answer))
            .toList();
    return new LabelledPerformance(
        new LabelCoverage(1, 1, 1, 1, false), 40, 14, true, figures, null);
  }

  private static MonitorReport report(
      @Nullable LabelledPerformance performance, DriftCheck... checks) {
    return MonitorFacts.report(PAST, List.of(), null, performance, checks);
  }

  private static void assertTop(MonitorReport report, String tone, String... words) {
    String html = new MonitorBanner(report).html();
    assertThat(html).startsWith("<div class=\"banner " + tone + "\">").contains(words);
  }

  @Test
  void withoutLabelsQuietIsNoProofThatTheModelIsGood() {
    assertTop(
        report(null, QUIET, MUTE),
        "even",
        "<strong>Quiet</strong>",
        "by a size that matters, but 1 of 2 checks cannot tell. Whether the model got worse is not"
            + " known.",
        "What to do: go on. A new kind of fraud",
        "of 2 columns and other checks; 1 cannot tell",
        "no labels were given",
        "<p class=\"value\">5.7</p>", // alerts a thousand rows
        "a thousand rows; 4.2 were meant (1.36 times)");
  }

  @Test
  void labelsSayWhatTheModelDoes() {
    assertTop(
        report(labelled(PerformanceChange.EQUIVALENT), QUIET),
        "good",
        "by a size that matters. By labels the model is as good as",
        "What to do: nothing.");
    assertTop(
        report(labelled(PerformanceChange.EQUIVALENT, PerformanceChange.UNDECIDED), QUIET),
        "even",
        "go on, and look again with more labels",
        ">Undecided<");
    assertTop(
        report(labelled(PerformanceChange.BETTER, PerformanceChange.EQUIVALENT), QUIET),
        "good",
        ">Better<");
    assertTop(
        report(
            labelled(
                PerformanceChange.BETTER, PerformanceChange.UNDECIDED, PerformanceChange.UNDECIDED),
            QUIET),
        "even",
        "By labels the model is not shown to be as good, nor worse (undecided).",
        "go on, and look again with more labels",
        ">Undecided<");
    assertTop(
        report(labelled(PerformanceChange.UNDECIDED, PerformanceChange.DEGRADED), QUIET),
        "bad",
        "<strong>Alarm</strong>",
        "One alarm: recall is degraded.",
        "What to do: retrain.",
        "recall −0.100, 95\u00A0% interval −0.200 to −0.050");
  }

  @Test
  void driftAsksForLabelsUnlessTheyAreThereAndGood() {
    assertTop(report(null, MonitorFacts.DRIFT), "bad", "One alarm: amount drifts", "get labels");
    assertTop(
        report(labelled(PerformanceChange.EQUIVALENT), MonitorFacts.DRIFT),
        "bad",
        "Labels show that the model still does its work.");
  }

  @Test
  void rowsThatBreakTheContractAreMendedFirst() {
    Break broken = new Break(Break.Kind.MISSING_COLUMN, "a", 2100, true);
    assertTop(
        MonitorFacts.report(
            PAST, List.of(broken), null, labelled(PerformanceChange.DEGRADED), QUIET),
        "bad",
        "mend what feeds the model");
  }

  @Test
  void aShortPastCannotTell() {
    assertTop(
        report(null, MUTE),
        "open",
        "<strong>Cannot tell</strong>",
        "hold the rows against a longer past");
  }

  @Test
  void theJsonHasTheFactsAndTheTextWhatToDo() throws JsonProcessingException {
    MonitorReport report = report(labelled(PerformanceChange.DEGRADED), MonitorFacts.DRIFT);
    JsonNode verdict = Json.mapper().readTree(MonitorPage.json(report)).path("verdict");
    assertThat(verdict.path("drift").asText()).isEqualTo("alarm");
    assertThat(verdict.path("performance").asText()).isEqualTo("degraded");
    assertThat(verdict.path("advice").asText()).isEqualTo("retrain");
    assertThat(verdict.path("alert_ratio").asDouble()).isBetween(1.36, 1.37); // 5.714 of 4.2
    assertThat(MonitorPage.plain(report)).contains("What to do: retrain.");
  }
}

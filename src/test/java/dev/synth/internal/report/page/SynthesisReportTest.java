package dev.synth.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.Json;
import dev.synth.validate.Answer.Verdict;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SynthesisReportTest {
  @Test
  void aFailedGateIsTheBanner() {
    String page = page(report(false, Verdict.BAD, GateStatus.FAILED), TrainingLog.EMPTY, Map.of());
    assertThat(page)
        .contains("One gate failed", "<span class=\"bad-word\">bad</span>", "No: ks failed.")
        .contains("Synthetic rows beside real ones")
        .doesNotContain("<h2>Training</h2>", "All gates passed");
  }

  @Test
  void passedGatesAreTheBannerToo() {
    assertThat(page(report(true, Verdict.GOOD, GateStatus.PASSED), TrainingLog.EMPTY, Map.of()))
        .contains("All gates passed", "<span class=\"good-word\">good</span>");
  }

  @Test
  void trainingTellsItsStepsNotesAndWarnings() {
    TrainingLog log = new TrainingLog(List.of(), 1200, List.of("<note>"), List.of("collapse"));
    assertThat(page(report(true, Verdict.GOOD, GateStatus.PASSED), log, Map.of()))
        .contains("<h2>Training</h2>", "Warning: collapse")
        .contains("The final model was trained for 1,200 steps.", "&lt;note&gt;")
        .contains("This kind of generator has no loss curve.");
  }

  /** The machine and the times would differ from run to run. */
  @Test
  void ofTheProvenanceOnlyWhatLastsIsShown() {
    Map<String, Object> facts =
        Map.of("run", "0123456789ab", "seconds", 12.5, "rows", Map.of("rare", 7), "seed", 42);
    assertThat(page(report(true, Verdict.GOOD, GateStatus.PASSED), TrainingLog.EMPTY, facts))
        .contains("run 01234567", "rows · rare", ">42<")
        .doesNotContain("12.5");
  }

  private static ValidationReport report(boolean passed, Verdict verdict, GateStatus status) {
    return MetricFacts.report(
        passed, verdict, MetricFacts.metric("ks", status, MetricFacts.measured(List.of())));
  }

  private static String page(
      ValidationReport report, TrainingLog log, Map<String, Object> provenance) {
    JsonNode facts = Json.tree(provenance);
    return new SynthesisReport(report, log, facts).html();
  }
}

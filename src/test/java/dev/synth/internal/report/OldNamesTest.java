package dev.synth.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.DoseResponse;
import dev.synth.compare.RealRowEquivalent;
import dev.synth.compare.Untested;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.run.RunFile;
import dev.synth.validate.Finding;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.MetricReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that 0.1.0 wrote, with its names, go on being read: parts of two of its runs, in which the
 * real-row equivalent was set to 16.5 of 20 rows.
 */
class OldNamesTest {
  @TempDir private Path folder;

  @BeforeEach
  void storeTheFiles() throws IOException {
    for (RunFile file : new RunFile[] {RunFile.COMPARISON, RunFile.VALIDATION}) {
      String name = "/dev/synth/old/" + file.fileName();
      try (InputStream old = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
        Files.copy(old, file.in(folder));
      }
    }
  }

  @Test
  void comparisonsHaveTheNewNamesOnceRead() {
    Comparison comparison = RunFile.COMPARISON.read(folder, Comparison.class);
    DoseResponse response = Objects.requireNonNull(comparison.doseResponse());
    RealRowEquivalent equivalent = response.realRowEquivalents().getFirst();
    assertThat(equivalent.realRowEquivalent()).isEqualTo(16.5);
    assertThat(comparison.endpoints()).isEmpty();
    ArmSummary none = comparison.summaries().getFirst();
    assertThat(none.priorShift().naturalClassRatio()).isPositive();
    assertThat(none.priorShift().trainingClassRatio())
        .isEqualTo(none.priorShift().naturalClassRatio());
    JsonNode written = Json.tree(comparison);
    assertThat(written.toString())
        .contains("real_row_equivalents", "natural_class_ratio")
        .doesNotContain("worth", "odds");
  }

  @Test
  void notesOfOldRunsAreSentences() throws IOException {
    assertThat(Json.mapper().readValue("\"a false-positive rate\"", Untested.class))
        .isEqualTo(new Untested.OldSentence("a false-positive rate"));
  }

  @Test
  void noEvidenceOfOldRunsIsReadAsUndecided() throws IOException {
    String old = Files.readString(RunFile.COMPARISON.in(folder));
    assertThat(old).contains("\"verdict\": \"no-evidence\"");
    Comparison comparison = RunFile.COMPARISON.read(folder, Comparison.class);
    assertThat(comparison.primary().getFirst().word()).isEqualTo("undecided");
    assertThat(Json.tree(comparison).toString()).doesNotContain("no-evidence");
  }

  @Test
  void validationsHaveTheNewNamesOnceRead() {
    ValidationReport report = RunFile.VALIDATION.read(folder, ValidationReport.class);
    assertThat(report.metrics())
        .extracting(MetricReport::metric)
        .containsExactly(
            "mean_ks",
            "c2st_forest",
            "c2st_boosted",
            "c2st_logistic",
            "identical_match_share",
            "dcr",
            "nndr");
    assertThat(report.failedGates().getFirst().metric()).isEqualTo("c2st_forest");
    assertThat(report.metrics().get(1).readings().getFirst().findings())
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.OldSentence.class,
            told -> assertThat(told.text()).startsWith("over 32 real and 30 synthetic rows"));
  }

  @Test
  void pagesTextsAndTablesOfOldRunsAreRendered() {
    assertThat(RunReport.evaluation(folder)).contains("Real-row equivalent", "17 [0, ≥ 20]");
    assertThat(RunReport.evaluation(folder, ReportFormat.MARKDOWN)).contains("vae, ratio 0.15");
    assertThat(RunReport.synthesis(folder)).contains("c2st_forest");
    assertThat(RunText.plain(folder, folder, "")).contains("c2st_forest failed");
  }

  @Test
  void linesOfRunsHaveTheNewColumns() {
    RunsCsv runs = RunsCsv.parse("repeat,natural_odds,training_odds\n1,0.1,0.2\n");
    assertThat(runs.columns())
        .containsExactly("repeat", "natural_class_ratio", "training_class_ratio");
    assertThat(runs.lines().getFirst().number("training_class_ratio")).isEqualTo(0.2);
  }
}

package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.report.synthesis.MetricFacts;
import dev.synth.table.reading.ReadingNote;
import dev.synth.validate.Answer.Rating;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationTextTest {
  private static final ValidationReport FAILED =
      MetricFacts.report(
          false,
          Rating.BAD,
          MetricFacts.metric("c2st_forest", GateStatus.FAILED, MetricFacts.measured(List.of())),
          MetricFacts.metric("ks", GateStatus.NOT_COMPUTED, MetricFacts.missing("few", false)),
          MetricFacts.metric("broken", GateStatus.OFF, MetricFacts.missing("oops", true)));

  @Test
  void answersComeFirstThenGatesThenFigures() {
    assertThat(ValidationText.plain(FAILED, List.of(), null).lines())
        .startsWith(
            "Validation FAILED",
            "  Is it like the real thing?  bad",
            "      No: c2st_forest failed.",
            "  - 0 of 2 gates passed (preset standard, against rare training rows), 1 failed.",
            "  - Failed: c2st_forest is 0.250, below the limit of 0.900 (real rows among"
                + " themselves: 0.100 to",
            "    0.200).",
            "  - Not judged: ks was not computed: few.",
            "")
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "  c2st_forest +training +0\\.250  0\\.100 to 0\\.200 +99 % +FAILED.*"))
        .anySatisfy(line -> assertThat(line).matches("  broken +training +–  broke.*"))
        .noneMatch(line -> line.startsWith("  ks"));
  }

  /** Of 100 training and 80 synthetic rows, 50 a side could be drawn, and 40 were. */
  @Test
  void metricsThatTookSomeRowsAreNamed() {
    assertThat(ValidationText.plain(FAILED, List.of(), null))
        .contains("sampled    each draw took some of the rows")
        .contains("20 × 40 for c2st_forest");
  }

  @Test
  void notesAndTheFolderComeLast() {
    assertThat(
            ValidationText.plain(
                FAILED,
                List.of(new ReadingNote.OldSentence("a column is missing")),
                Path.of("judged")))
        .endsWith("Of the files:\n  - a column is missing\n\nFigures and report: judged\n");
  }

  @Test
  void whereNothingWasMeasuredThereIsNoTable() {
    ValidationReport nothing =
        MetricFacts.report(
            null,
            Rating.CANNOT_TELL,
            MetricFacts.metric("ks", GateStatus.NOT_COMPUTED, MetricFacts.missing("few", false)));
    assertThat(ValidationText.plain(nothing, List.of(), null))
        .startsWith("Validation could judge nothing\n")
        .doesNotContain("percentile");
    assertThat(
            ValidationText.plain(
                MetricFacts.report(
                    true,
                    Rating.GOOD,
                    MetricFacts.metric("ks", GateStatus.PASSED, MetricFacts.measured(List.of()))),
                List.of(),
                null))
        .startsWith("Validation passed\n");
  }

  @Test
  void theJsonHoldsTheReportAndTheNotes() throws IOException {
    JsonNode json =
        Json.mapper()
            .readTree(ValidationText.json(FAILED, List.of(new ReadingNote.OldSentence("a note"))));
    assertThat(json.at("/validation/answers/0/sentence").asText())
        .isEqualTo("No: c2st_forest failed");
    assertThat(json.at("/notes/0/text").asText()).isEqualTo("a note");
  }
}

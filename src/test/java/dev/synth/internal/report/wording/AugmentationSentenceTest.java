package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.compare.AugmentationSummary;
import dev.synth.compare.AugmentationSummary.Performance;
import dev.synth.compare.AugmentationSummary.Rows;
import dev.synth.compare.CandidateScore;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AugmentationSentenceTest {
  private static final Performance MEASURED = new Performance(2000, 98, List.of());

  private static AugmentationSummary summary(
      Arm arm,
      boolean named,
      @Nullable Double rareWeight,
      int synthetic,
      @Nullable Performance performance) {
    return new AugmentationSummary(
        AugmentationSummary.SCHEMA_VERSION,
        arm,
        named ? "name" : "auto",
        rareWeight,
        new Rows(12_000, 98, synthetic),
        "synthetic",
        null,
        null,
        "random-forest",
        null,
        42,
        List.of(),
        List.of(),
        performance);
  }

  /** A choice for {@code none} where another was to be taken unless it was clearly behind. */
  private static AugmentationSummary refused(CandidateScore favoured) {
    return new AugmentationSummary(
        AugmentationSummary.SCHEMA_VERSION,
        Arm.NONE,
        "auto",
        null,
        new Rows(12_000, 12, 0),
        "synthetic",
        null,
        null,
        "xgboost",
        favoured.arm(),
        42,
        List.of(CandidateScore.ofNone(0.5), favoured),
        List.of(),
        null);
  }

  @Test
  void theFavouredOneIsRefusedSinceItIsBehind() {
    assertThat(AugmentationSentence.of(refused(CandidateScore.of(Facts.VAE, 0.4, -0.1, 0.05))))
        .startsWith(
            "Nothing is added (none): vae, ratio 0.1 was clearly behind none in the folds; the");
    // nothing varied, or nothing was tried
    for (CandidateScore unclear :
        List.of(
            CandidateScore.of(Facts.VAE, 0.5, 0, 0),
            CandidateScore.ofUntried(Facts.VAE, "too few rows"))) {
      assertThat(AugmentationSentence.of(refused(unclear)))
          .startsWith("Nothing is added (none): no candidate's gain in the folds was clear;");
    }
  }

  @Test
  void rowsThatAreAddedAreCounted() {
    assertThat(AugmentationSentence.of(summary(Facts.VAE, false, null, 1234, null)))
        .isEqualTo(
            "1,234 synthetic rare rows of vae, ratio 0.1 follow the 12,000 real rows, of which 98"
                + " are rare.");
  }

  @Test
  void nothingAddedTellsWhy() {
    assertThat(AugmentationSentence.of(summary(Arm.NONE, false, null, 0, null)))
        .isEqualTo(
            "Nothing is added (none): no candidate's gain in the folds was clear; the file holds"
                + " the 12,000 real rows alone, unchanged.");
    assertThat(AugmentationSentence.of(summary(Arm.NONE, true, null, 0, null)))
        .isEqualTo(
            "Nothing is added (none); the file holds the 12,000 real rows alone, unchanged.");
  }

  @Test
  void weightsAddNoRow() {
    Arm weights = Baseline.CLASS_WEIGHT.arm();
    assertThat(AugmentationSentence.of(summary(weights, true, 121.449, 0, null)))
        .isEqualTo(
            "No row is added: a rare row weighs 121.4 times one of the others (class-weight); the"
                + " file holds the 12,000 real rows alone, unchanged.");
  }

  @Test
  void aFigureIsNoVerdict() {
    assertThat(AugmentationSentence.performance(summary(Facts.VAE, true, null, 9, MEASURED)))
        .startsWith("Measured on 2,000 real test rows, 98 of them rare, of one split: ")
        .contains("One split has no interval and is no verdict");
  }

  @Test
  void withoutAFigureTheChoiceIsNotTakenForOne() {
    String chosen = AugmentationSentence.performance(summary(Facts.VAE, false, null, 9, null));
    String named = AugmentationSentence.performance(summary(Facts.VAE, true, null, 9, null));
    assertThat(chosen)
        .startsWith(
            "There is no performance figure: all rows were learned from, and the candidates'")
        .contains("with evaluation.auto gives a verdict.");
    assertThat(named)
        .startsWith("There is no performance figure: all rows were learned from. ")
        .doesNotContain("candidates", "auto");
  }

  @Test
  void theFileHoldsBothSentences() throws IOException {
    AugmentationSummary summary = summary(Facts.VAE, false, null, 9, null);
    String text = AugmentationJson.write(summary);
    JsonNode json = Json.mapper().readTree(text);
    List<String> keys = json.properties().stream().map(Map.Entry::getKey).toList();
    assertThat(keys).startsWith("schema_version", "sentence", "arm").endsWith("performance_note");
    assertThat(json.path("sentence").asText()).isEqualTo(AugmentationSentence.of(summary));
    assertThat(Json.mapper().readValue(text, AugmentationSummary.class)).isEqualTo(summary);
  }
}

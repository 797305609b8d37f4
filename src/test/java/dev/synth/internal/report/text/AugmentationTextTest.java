package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.compare.AugmentationSummary;
import dev.synth.compare.AugmentationSummary.ArmFigures;
import dev.synth.compare.AugmentationSummary.Performance;
import dev.synth.compare.AugmentationSummary.Rows;
import dev.synth.compare.CandidateScore;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.Unmeasured;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.base.Json;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.internal.report.wording.AugmentationJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentationTextTest {
  @TempDir Path folder;

  private String text(
      List<CandidateScore> candidates, @Nullable Performance performance, boolean json)
      throws IOException {
    return text(candidates, null, performance, json);
  }

  private String text(
      List<CandidateScore> candidates,
      @Nullable Arm favoured,
      @Nullable Performance performance,
      boolean json)
      throws IOException {
    AugmentationSummary summary =
        new AugmentationSummary(
            AugmentationSummary.SCHEMA_VERSION,
            TableFacts.VAE,
            candidates.isEmpty() ? "name" : "auto",
            null,
            new Rows(12_000, 98, 1234),
            "synthetic",
            null,
            null,
            "forest",
            favoured,
            42,
            candidates,
            List.of(new TrainingWarning.OldSentence("little spread")),
            performance);
    Files.writeString(folder.resolve("augmentation.json"), AugmentationJson.write(summary));
    Files.writeString(folder.resolve("augmented.csv"), "");
    return AugmentationText.of(folder, json);
  }

  @Test
  void candidatesStandInATableWithTheChosenOneMarked() throws IOException {
    List<CandidateScore> candidates =
        List.of(
            CandidateScore.ofNone(0.5),
            new CandidateScore(TableFacts.VAE, 0.54, 0.04, 0.012, null),
            CandidateScore.ofUntried(
                Arm.baseline("smote", new AugmentationPlan.Ratio(0.1)), "too few rows"));
    assertThat(text(candidates, null, false))
        .startsWith("1,234 synthetic rare rows of vae, ratio 0.1 follow the 12,000 real rows")
        .containsPattern("\n  none +0\\.500\n")
        .containsPattern("\n▸ vae, ratio 0\\.1 +0\\.540 +\\+0\\.040 +0\\.012\n")
        .containsPattern("\n  smote, ratio 0\\.1 +–\n")
        .contains("\nNot tried: smote, ratio 0.1: too few rows\n")
        .contains("\nWarning: little spread\n")
        .contains("\nThere is no performance figure")
        .endsWith("\n\nRows: " + folder.resolve("augmented.csv") + "\n");
  }

  @Test
  void theRuleThatPickedIsTold() throws IOException {
    List<CandidateScore> candidates =
        List.of(CandidateScore.ofNone(0.5), CandidateScore.of(TableFacts.VAE, 0.49, -0.01, 0.012));
    assertThat(oneLine(text(candidates, null, null, false)))
        .contains("in this order, and one is taken if its gain is clear by its standard error,");
    assertThat(oneLine(text(candidates, TableFacts.VAE, null, false)))
        .contains(
            "in this order, and with so few rare rows vae, ratio 0.1 is taken unless it is behind"
                + " none by more than one standard error. One in its place must be ahead of it by"
                + " more than two;")
        .doesNotContain("clear by its standard error");
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ');
  }

  @Test
  void figuresOnTestRowsStandInATableAClassifier() throws IOException {
    Performance performance =
        new Performance(
            2000,
            98,
            List.of(
                new ArmFigures(
                    TableFacts.VAE,
                    "forest",
                    Map.of(
                        EvaluationMetric.AVERAGE_PRECISION,
                        new MetricValue.Value(0.54),
                        EvaluationMetric.RECALL,
                        new MetricValue.Skipped(new Unmeasured.Unrecorded())))));
    assertThat(text(List.of(), performance, false))
        .contains("\nforest ")
        .containsPattern("\n  vae, ratio 0\\.1 +0\\.540 +– +– +– +–\n")
        .contains("\nMeasured on 2,000 real test rows, 98 of them rare, of one split")
        .doesNotContain("candidate");
  }

  @Test
  void theJsonNamesTheFolderAndTheFile() throws IOException {
    JsonNode json = Json.mapper().readTree(text(List.of(), null, true));
    assertThat(json.path("augmented").asText())
        .isEqualTo(folder.resolve("augmented.csv").toString());
    assertThat(json.at("/augmentation/rows/synthetic").asInt()).isEqualTo(1234);
  }

  @Test
  void aBrokenFileIsAProblemThatRerunningPutsRight() throws IOException {
    Files.writeString(folder.resolve("augmentation.json"), "{");
    assertThatThrownBy(() -> AugmentationText.of(folder, false))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.complaint().remedy()).isEqualTo(Remedy.RERUN));
  }
}

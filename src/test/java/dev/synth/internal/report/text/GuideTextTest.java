package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationOptions;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.generate.MgsOptions;
import dev.synth.generate.VaeOptions;
import dev.synth.run.RunFolders;
import dev.synth.split.SplitOptions;
import dev.synth.table.DataOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTextTest {
  @TempDir Path folder;

  @Test
  void whatComesIsSaidInASentence() {
    ExperimentConfig config =
        ExperimentConfig.of(DataOptions.of("cards.csv", "fraud", "1"))
            .withAugmentation(AugmentationOptions.defaults())
            .withEvaluation(EvaluationOptions.defaults().withRepeats(5));
    assertThat(GuideText.before(config, 5))
        .isEqualTo(
            """
            This run learns cards.csv by vae, draws rare rows and judges them; if they pass, it measures, 5
            times, whether they help random-forest on real rows that no model has seen.
            """);
    EvaluationOptions looks = EvaluationOptions.defaults().withRepeats(5);
    assertThat(
            GuideText.before(
                config.withEvaluation(looks.withUntil(EvaluationOptions.Until.DECIDED)), 5))
        .contains("at\nleast 5 times");
  }

  @Test
  void aRunThatMeasuresNothingSaysNothingOfIt() {
    assertThat(
            GuideText.before(ExperimentConfig.of(DataOptions.defaults().withDemoRows(80_000)), 0))
        .isEqualTo(
            """
            This run learns 80,000 simulated card transactions by vae, draws rare rows and judges them.
            """);
  }

  @Test
  void measuringAloneNamesWhatIsMeasured() {
    EvaluationOptions evaluation = EvaluationOptions.defaults().withRepeats(5);
    ExperimentConfig config = ExperimentConfig.of(DataOptions.of("cards.csv", "fraud", "1"));
    assertThat(
            GuideText.beforeMeasuring(
                config,
                evaluation,
                5,
                List.of(MgsOptions.defaults(), VaeOptions.defaults(), MgsOptions.defaults())))
        .isEqualTo(
            """
            This run measures on cards.csv, 5 times, whether synthetic rows by mgs, vae help random-forest on
            real rows that no model has seen. Beside them stands what is free.
            """);
  }

  /** Every fit tests the same rows then, and {@code evaluation.repeats} has no part in it. */
  @Test
  void fixedSplitsCountTheirFits() {
    EvaluationOptions evaluation =
        EvaluationOptions.defaults()
            .withRepeats(7)
            .withUntil(EvaluationOptions.Until.DECIDED)
            .withBaselines(List.of(Baseline.NONE));
    ExperimentConfig config = ExperimentConfig.of(DataOptions.of("cards.csv", "fraud", "1"));
    SplitOptions time = SplitOptions.defaults().withMethod(SplitOptions.Method.TIME);
    assertThat(
            GuideText.beforeMeasuring(
                config.withSplit(time), evaluation, 3, List.of(MgsOptions.defaults())))
        .isEqualTo(
            """
            This run measures on cards.csv, 3 times on the same test rows, whether synthetic rows by mgs help
            random-forest on real rows that no model has seen.
            """);
    assertThat(
            GuideText.beforeMeasuring(
                config.withSplit(time.withOrigins(2)),
                evaluation,
                6,
                List.of(MgsOptions.defaults())))
        .contains("cards.csv, 3 times in each of 2 windows, whether");
  }

  @Test
  void thePageToOpenIsThatOfTheVerdictWhereThereIsOne() throws IOException {
    RunFolders folders = RunFolders.below(folder, "mine");
    assertThat(GuideText.after(folders)).isEmpty();
    Files.createDirectories(folders.synthesis());
    Files.createFile(folders.synthesis().resolve("report.html"));
    assertThat(GuideText.after(folders).replaceAll("\\s+", " "))
        .contains("the synthetic rows beside real ones");
    Files.createDirectories(folders.evaluation());
    Files.createFile(folders.evaluation().resolve("report.html"));
    assertThat(GuideText.after(folders).replaceAll("\\s+", " "))
        .contains(folders.evaluation().resolve("report.html") + " in a browser: the verdict");
  }
}

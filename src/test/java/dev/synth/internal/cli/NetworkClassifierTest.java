package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network as a classifier, as it is named in a config. */
class NetworkClassifierTest {
  private static final String EVALUATION =
      "evaluation: {repeats: 2, classifiers: [mlp, logistic-regression], baselines: [class-weight],"
          + " mlp: {hidden: [8], steps: 150, focal_gamma: 1, focal_alpha: 0.25}}";
  private static final String COMPARE = "compare: {generators: [oversample, smote], ratios: [0.3]}";

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void carriesTheVerdictInEveryCommand() throws IOException {
    Path config = config(COMPARE, "generator: {kind: oversample}", EVALUATION);
    assertThat(
            CommandLineRun.withConfig("generate", config, folder, "--run-name", "all", "--force")
                .code())
        .isIn(0, 4);
    assertThat(CommandLineRun.withConfig("evaluate", config, folder, "--run-name", "one").code())
        .isZero();
    assertThat(
            CommandLineRun.withConfig(
                    "compare", config, folder, "--run-name", "many", "--jobs", "2")
                .code())
        .isZero();
    assertThat(
            CommandLineRun.withConfig(
                    "compare", config, folder, "--run-name", "again", "--jobs", "1")
                .code())
        .isZero();

    assertThat(runs("all")).isEqualTo(runs("one"));
    assertThat(runs("many")).isEqualTo(runs("again"));
    Comparison comparison =
        Json.mapper()
            .readValue(
                folder.resolve("evaluation/many/comparison.json").toFile(), Comparison.class);
    assertThat(comparison.protocol().classifier()).isEqualTo("mlp");
    assertThat(comparison.primary()).hasSize(3); // two generators and what was selected
    assertThat(comparison.primary())
        .allMatch(contrast -> contrast.estimate().classifier().equals("mlp"));
  }

  @Test
  void tellsWhichOptionIsWrong() throws IOException {
    CommandLineRun run =
        CommandLineRun.withConfig(
            "evaluate",
            config("evaluation: {classifiers: [mlp], mlp: {focal_gamma: -1, focal_alfa: 1}}"),
            folder,
            "--run-name",
            "bad");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("evaluation.mlp.focal_gamma: must be in [0, 10], but is -1.0")
        .contains("evaluation.mlp.focal_alfa: unknown key; did you mean 'focal_alpha'?");
  }

  private String runs(String run) throws IOException {
    return Files.readString(folder.resolve("evaluation").resolve(run).resolve("runs.csv"));
  }

  private Path config(String... lines) throws IOException {
    return SmallData.config(folder, SmallData.csv(folder, 600, 90), lines);
  }
}

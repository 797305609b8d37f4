package dev.synth.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.evaluate.Arm;
import dev.synth.internal.base.Json;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.internal.report.synthesis.MetricFacts;
import dev.synth.internal.report.wording.ComparisonJson;
import dev.synth.internal.report.wording.ValidationJson;
import dev.synth.run.RunFile;
import dev.synth.validate.Answer.Rating;
import dev.synth.validate.ValidationReport.GateStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTextTest {
  @TempDir private Path folder;

  @Test
  void aFailedGateEndsWithTheHint() throws IOException {
    Path evaluation = folder.resolve("evaluation");
    String text = RunText.plain(synthesis(false, GateStatus.FAILED), evaluation, "Force it.");
    assertThat(text)
        .contains("Validation FAILED", "Nothing was evaluated. Force it.")
        .endsWith("Rows, model and report: " + folder.resolve("synthesis") + "\n");
  }

  @Test
  void anEvaluatedRunShowsItsTableAndBothFolders() throws IOException {
    Path synthesis = synthesis(true, GateStatus.PASSED);
    Path evaluation = evaluation();
    assertThat(RunText.plain(synthesis, evaluation, "Force it."))
        .contains("Validation passed", "vae", "Uplift")
        .contains("Rows, model and report: " + synthesis)
        .contains("Figures and report:     " + evaluation)
        .doesNotContain("Force it.");
    assertThat(RunText.evaluation(evaluation, false))
        .contains("Uplift")
        .endsWith("Figures and report: " + evaluation + "\n");
  }

  @Test
  void jsonHoldsTheFilesOfTheRun() throws IOException {
    Path evaluation = evaluation();
    String json = RunText.json(synthesis(true, GateStatus.PASSED), evaluation);
    assertThat(Json.mapper().readTree(json).fieldNames())
        .toIterable()
        .containsExactly(
            "run", "synthetic_out", "validation", "evaluation", "comparison", "description");
    assertThat(Json.mapper().readTree(RunText.evaluation(evaluation, true)).fieldNames())
        .toIterable()
        .containsExactly("run", "evaluation", "comparison", "description");
  }

  private Path synthesis(boolean passed, GateStatus status) throws IOException {
    Path made = Files.createDirectories(folder.resolve("synthesis"));
    Files.writeString(
        RunFile.VALIDATION.in(made),
        ValidationJson.write(
            MetricFacts.report(
                passed,
                passed ? Rating.GOOD : Rating.BAD,
                MetricFacts.metric("ks", status, MetricFacts.measured(List.of())))));
    return made;
  }

  private Path evaluation() throws IOException {
    Path made = Files.createDirectories(folder.resolve("evaluation"));
    Files.writeString(
        RunFile.COMPARISON.in(made),
        ComparisonJson.write(
            TableFacts.comparison(
                List.of(
                    TableFacts.summary(Arm.NONE, "forest", 0.5),
                    TableFacts.summary(TableFacts.VAE, "forest", 0.55)),
                List.of(TableFacts.difference(TableFacts.VAE, "forest", 0.05, 0.01)))));
    return made;
  }
}

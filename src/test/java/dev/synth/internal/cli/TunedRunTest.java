package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tuning, as it is asked for in a config. */
class TunedRunTest {
  @TempDir Path folder;

  @Test
  @Tag("slow")
  void recordsWhatEachRepeatChoseAndIsTheSameForAnyNumberOfJobs() throws IOException {
    CommandLineRun one = evaluate("one", "tune: true", "1");
    CommandLineRun two = evaluate("two", "tune: true", "3");

    assertThat(one.code()).as(one.err()).isZero();
    assertThat(two.code()).as(two.err()).isZero();
    for (String file :
        new String[] {"runs.csv", "ranks.json", "comparison.json", "description.json"}) {
      assertThat(text("two", file)).isEqualTo(text("one", file));
    }
    JsonNode tuned = Json.mapper().readTree(text("one", "description.json")).path("tuned");
    assertThat(tuned).hasSize(2 * 2); // repeats x classifiers
    for (JsonNode choice : tuned) {
      assertThat(choice.path("tried").size()).isEqualTo(4);
      assertThat(choice.path("tried").findValuesAsText("settings"))
          .contains(choice.path("settings").asText());
    }
    assertThat(text("one", "report.html")).contains("How the classifiers were set");
  }

  @Test
  void isOffUnlessItIsAskedFor() throws IOException {
    assertThat(evaluate("plain", "tune: false", "1").code()).isZero();
    assertThat(Json.mapper().readTree(text("plain", "description.json")).path("tuned")).isEmpty();
    assertThat(text("plain", "report.html")).doesNotContain("How the classifiers were set");
  }

  private String text(String run, String file) throws IOException {
    return Files.readString(folder.resolve("evaluation").resolve(run).resolve(file));
  }

  private CommandLineRun evaluate(String run, String tune, String jobs) throws IOException {
    Path config =
        SmallData.config(
            folder,
            SmallData.csv(folder, 500, 60),
            "generator: {kind: oversample}",
            "evaluation: {repeats: 2, classifiers: [logistic-regression, mlp], baselines: [],"
                + " mlp: {hidden: [8], steps: 60}, importance: {repeats: 0}, "
                + tune
                + "}");
    return CommandLineRun.withConfig("evaluate", config, folder, "--run-name", run, "--jobs", jobs);
  }
}

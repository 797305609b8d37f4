package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors without labels beside an evaluation, as users see them. */
class DetectorLinesTest {
  @TempDir Path folder;

  @Test
  void standBesideTheArmsAndChangeNothing() throws IOException {
    CommandLineRun with = evaluate("with", "", "--jobs", "2");
    CommandLineRun without = evaluate("without", ", detectors: []");

    assertThat(with.code()).as(with.err()).isZero();
    assertThat(without.code()).as(without.err()).isZero();
    assertThat(with.out())
        .contains("isolation-forest   without labels: average precision 0.")
        .contains("one-class-svm      without labels: average precision 0.");
    assertThat(with.out().lines()).allMatch(line -> line.length() <= 100 || line.contains("/"));
    assertThat(without.out()).doesNotContain("without labels");
    for (String file : List.of("runs.csv", "comparison.json")) {
      assertThat(text("with", file)).isEqualTo(text("without", file));
    }
    assertThat(text("with", "report.html")).contains("one-class-svm", "Precision and recall");
    assertThat(text("without", "report.html")).doesNotContain("one-class-svm");
    JsonNode openings =
        Json.mapper().readTree(text("with", "provenance.json")).path("test_openings");
    assertThat(openings).extracting(JsonNode::asText).containsExactly("repeat 1", "repeat 2");
  }

  @Test
  void areTheSameForAnyNumberOfJobsAndFindSomething() throws IOException {
    assertThat(evaluate("one", "", "--jobs", "1").code()).isZero();
    CommandLineRun json = evaluate("two", "", "--jobs", "3", "--json");
    CommandLineRun less = evaluate("less", ", importance: {repeats: 1, top: 2}");

    assertThat(text("two", "description.json")).isEqualTo(text("one", "description.json"));
    JsonNode description = Json.mapper().readTree(json.out()).path("description");
    assertThat(description).isEqualTo(Json.mapper().readTree(text("one", "description.json")));
    for (JsonNode detector : description.path("detectors")) {
      double area = detector.path("figures").path("roc_auc").path("mean").asDouble();
      assertThat(area).isGreaterThan(0.6); // rare rows have large amounts; guessing: .5
      assertThat(detector.path("curve").path("precision")).hasSize(20);
    }
    assertThat(description.path("curves")).hasSize(3); // none, class-weight, the generator's arm
    JsonNode importance = description.path("importance");
    assertThat(importance).hasSize(2); // none, the generator's arm
    assertThat(importance.path(0).path("repeats").asInt()).isEqualTo(2);
    assertThat(importance.path(0).path("columns")).hasSize(4);
    assertThat(List.of("amount", "hour", "channel"))
        .contains(importance.path(0).path("columns").path(0).path("column").asText());
    assertThat(less.out()).contains("top columns        logistic-regression: ");
    JsonNode shorter = Json.mapper().readTree(text("less", "description.json")).path("importance");
    assertThat(shorter.path(0).path("repeats").asInt()).isEqualTo(1);
    assertThat(shorter.path(0).path("columns")).hasSize(2);
  }

  @Test
  void refuseNamesThatThereAreNot() throws IOException {
    CommandLineRun run = evaluate("bad", ", detectors: [lof]");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "evaluation.detectors, item 1: must be one of isolation-forest, one-class-svm, but is");
  }

  private String text(String run, String file) throws IOException {
    return Files.readString(folder.resolve("evaluation").resolve(run).resolve(file));
  }

  private CommandLineRun evaluate(String run, String detectors, String... more) throws IOException {
    Path config =
        SmallData.config(
            folder,
            SmallData.csv(folder, 600, 60),
            "generator: {kind: oversample}",
            "evaluation: {repeats: 2, classifiers: [logistic-regression], baselines: [class-weight]"
                + detectors
                + "}");
    return CommandLineRun.withConfig(
        "evaluate",
        config,
        folder,
        Stream.concat(Stream.of("--run-name", run), Stream.of(more)).toArray(String[]::new));
  }
}

package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.compare.ArmSummary;
import dev.synth.compare.Choice;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every free rival beside an arm with soft labels, as {@code compare} is called. */
class FreeRivalsTest {
  private static final String COMPARE =
      "compare: {generators: [mgs], ratios: [0.3], labels: [soft]}";
  private static final String CLASSIFIERS =
      "classifiers: [{kind: xgboost, trees: 4, maximum_depth: 2}]";

  @TempDir private static Path folder;
  private static CommandLineRun run = new CommandLineRun(-1, "", "");

  @BeforeAll
  static void compareOnce() throws IOException {
    Path config =
        config(
            "baselines: [class-weight, oversample, smote, shuffle, regularised-booster, tuned, bag,"
                + " booster-forest, teacher, self-distillation]");
    run = call("free", config);
  }

  private static Path config(String baselines) throws IOException {
    return SmallData.config(
        folder,
        SmallData.csv(folder, 400, 60),
        COMPARE,
        "evaluation: {repeats: 2, "
            + CLASSIFIERS
            + ", detectors: [], importance: {repeats: 0}, "
            + baselines
            + "}");
  }

  private static CommandLineRun call(String name, Path config) {
    return CommandLineRun.withConfig(
        "compare", config, folder, "--run-name", name, "--jobs", "1", "--overwrite");
  }

  private static Comparison comparison(String name) throws IOException {
    return Json.mapper().readValue(file(name, "comparison.json").toFile(), Comparison.class);
  }

  private static Path file(String run, String name) {
    return folder.resolve("evaluation").resolve(run).resolve(name);
  }

  @Test
  void everyRivalIsMeasuredBesideTheArm() throws IOException {
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, Double> precisions =
        comparison("free").summaries().stream()
            .collect(Collectors.toMap(summary -> summary.arm().label(), summary -> mean(summary)));
    assertThat(precisions.keySet())
        .containsExactlyInAnyOrder(
            "none",
            "class-weight",
            "regularised-booster",
            "tuned",
            "bag",
            "booster-forest",
            "teacher",
            "self-distillation",
            "oversample, ratio 0.3, soft labels",
            "smote, ratio 0.3, soft labels",
            "shuffle, ratio 0.3, soft labels",
            "mgs, ratio 0.3, soft labels");
    // four small trees are far from what any of these can find
    for (String better : List.of("regularised-booster", "tuned", "booster-forest", "teacher")) {
      assertThat(precisions.get(better)).as(better).isGreaterThan(precisions.get("none"));
    }
  }

  private static double mean(ArmSummary summary) {
    Double mean = summary.figure(EvaluationMetric.AVERAGE_PRECISION).mean();
    return mean == null ? Double.NaN : mean;
  }

  @Test
  void rivalsGetNoVerdictAndStandBesideTheArmsOwn() throws IOException {
    assertThat(comparison("free").primary())
        .singleElement()
        .satisfies(
            contrast -> {
              assertThat(contrast.estimate().arm().name()).isEqualTo("mgs");
              assertThat(contrast.rivals()).hasSize(10);
            });
  }

  @Test
  void whatEachArmCostsStandsInTheProvenance() throws IOException {
    JsonNode facts = Json.mapper().readTree(file("free", "provenance.json").toFile());
    JsonNode fits = facts.path("fits");
    assertThat(fits.path("none").asInt()).isEqualTo(1);
    assertThat(fits.path("bag").asInt()).isEqualTo(5);
    assertThat(fits.path("booster-forest").asInt()).isEqualTo(2);
    // five folds of four members and the student, and six fits to all rows
    assertThat(fits.path("teacher").asInt()).isEqualTo(5 * 5 + 6);
    assertThat(fits.path("mgs, ratio 0.3, soft labels").asInt()).isEqualTo(5 * 5 + 6 + 1);
    assertThat(facts.path("score_millis").path("bag").isNumber()).isTrue();
  }

  @Test
  void theSettingsOfTheTunedRivalAreWrittenDown() throws IOException {
    JsonNode description = Json.mapper().readTree(file("free", "description.json").toFile());
    JsonNode tuned = description.path("tuned");
    assertThat(tuned).hasSize(2);
    assertThat(tuned.get(0).path("of_rival").asBoolean()).isTrue();
    assertThat(tuned.get(0).path("settings").asText()).isNotEmpty();
  }

  @Test
  @Tag("slow")
  void theBestOfTheFreeMayHaveATeacher() throws IOException {
    Path config = config("baselines: [best-free]");
    String text = Files.readString(config).replace("repeats: 2", "repeats: 1");
    CommandLineRun best = call("taught", Files.writeString(config, text));
    assertThat(best.code()).as(best.err()).isZero();
    assertThat(comparison("taught").choices()).hasSize(1);
    JsonNode facts = Json.mapper().readTree(file("taught", "provenance.json").toFile());
    // five folds of nine classifiers and a teacher each; then a teacher and what was picked
    assertThat(facts.path("fits").path("best-free").asInt()).isEqualTo(5 * (9 + 31) + 31 + 1);
  }

  @Test
  void whatIsBestOfTheFreeIsPickedInEachRepeat() throws IOException {
    Path config = config("baselines: [best-free]");
    String text = Files.readString(config).replace("labels: [soft]", "labels: [hard]");
    CommandLineRun best = call("best", Files.writeString(config, text));
    assertThat(best.code()).as(best.err()).isZero();
    List<Choice> choices = comparison("best").choices();
    assertThat(choices).extracting(Choice::procedure).containsExactly("best-free", "best-free");
    assertThat(comparison("best").summaries())
        .extracting(summary -> summary.arm().role())
        .contains(Arm.Role.BASELINE);
  }

  @Test
  void aFitIsNoArmToWriteRowsOf() throws IOException {
    Path config = config("baselines: [bag]");
    CommandLineRun augment = CommandLineRun.withConfig("augment", config, folder, "--arm", "bag");
    assertThat(augment.code()).isEqualTo(2);
    assertThat(augment.err())
        .contains("names rows to write, and 'bag' is a way to fit classifiers that adds none");
  }
}

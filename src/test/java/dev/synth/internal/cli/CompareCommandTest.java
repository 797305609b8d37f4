package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.Comparison;
import dev.synth.compare.DoseResponse;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare} and {@code evaluate}, as they are called. */
class CompareCommandTest {
  private static final String COMPARE =
      "compare: {generators: [oversample, {kind: vae, steps: 20, hidden: [8]}],"
          + " ratios: [0.2, 0.4], rare_rows: [16, all]}";
  private static final String EVALUATION =
      "evaluation: {repeats: 2, classifiers: [logistic-regression, xgboost],"
          + " baselines: [class-weight, oversample]}";

  /** One run that several tests read, and compute again into the same bytes at most. */
  @TempDir private static Path shared;

  private static Path config = Path.of("");
  private static CommandLineRun grid = new CommandLineRun(-1, "", "");

  @TempDir Path folder;

  @BeforeAll
  static void compareOnce() throws IOException {
    config = SmallData.config(shared, SmallData.csv(shared, 900, 90), COMPARE, EVALUATION);
    grid =
        CommandLineRun.withConfig("compare", config, shared, "--run-name", "grid", "--jobs", "1");
  }

  @Test
  void ranksAllArmsOnAllNumbersOfRareRows() throws IOException {
    CommandLineRun run = grid;
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("16 rare rows", "all rare rows", "▸ selected", "class-weight", "Δ xgboost");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100 || line.contains("/"));
    // 2 repeats x 2 numbers of rare rows x (none, class-weight, oversample x 2, 2 generators x 2,
    // selected) x 2 classifiers, and a heading
    assertThat(Files.readAllLines(file(shared, "grid", "runs.csv"))).hasSize(1 + 2 * 2 * 9 * 2);
    Comparison comparison =
        Json.mapper().readValue(file(shared, "grid", "comparison.json").toFile(), Comparison.class);
    assertThat(comparison.primary()).hasSize(2 * (2 * 2 + 1));
    // the intervals rest on rows, for the generators' arms and what was selected alike
    assertThat(comparison.primary())
        .allMatch(contrast -> contrast.estimate().spread() != null)
        .allMatch(contrast -> contrast.rivals().stream().allMatch(r -> r.spread() != null));
    assertThat(comparison.choices()).hasSize(2 * 2);
    // 90 rare rows, three fifths of them for training; all arms but none on 16 of them
    DoseResponse response = Objects.requireNonNull(comparison.doseResponse());
    assertThat(response.curve()).extracting(DoseResponse.Dose::rareRows).containsExactly(16, 54);
    assertThat(response.realRowEquivalents()).hasSize(8).allMatch(worth -> worth.rareRows() == 16);
    assertThat(run.out()).containsPattern("Real-row equivalent +With 16");
    assertThat(WrittenFiles.names(shared.resolve("evaluation/grid")))
        .containsExactly(
            "DONE",
            "comparison.json",
            "config.yaml",
            "description.json",
            "log.txt",
            "provenance.json",
            "ranks.json",
            "report.html",
            "resolved.yaml",
            "run.json",
            "runs.csv",
            "thresholds.json");
    assertThat(
            Json.mapper()
                .readTree(file(shared, "grid", "provenance.json").toFile())
                .path("test_openings"))
        .extracting(opening -> opening.asText())
        .containsExactly("repeat 1", "repeat 2");
    assertThat(WrittenFiles.names(shared.resolve("evaluation"))).containsExactly("grid");
  }

  @Test
  void givesTheSameBytesForAnyNumberOfJobsAndRepeatsAFinishedRun() throws IOException {
    assertThat(call("compare", config, "--run-name", "two", "--jobs", "3").code()).isZero();
    assertThat(WrittenFiles.lasting(folder.resolve("evaluation/two")))
        .isEqualTo(WrittenFiles.lasting(shared.resolve("evaluation/grid")));

    CommandLineRun again =
        CommandLineRun.withConfig("compare", config, shared, "--run-name", "grid");

    assertThat(again.out()).isEqualTo(grid.out());
    assertThat(again.err()).doesNotContain("evaluating");
    assertThat(
            CommandLineRun.withConfig("compare", config, shared, "--run-name", "grid", "--rerun")
                .code())
        .isZero();
    assertThat(WrittenFiles.lasting(shared.resolve("evaluation/grid")))
        .isEqualTo(WrittenFiles.lasting(folder.resolve("evaluation/two")));
  }

  @Test
  void evaluateFindsWhatGenerateFinds() throws IOException {
    Path data = SmallData.csv(folder, 200, 24); // the fewer are rare, the sooner they are judged
    Path config =
        SmallData.config(
            folder, data, EVALUATION, "generator: {kind: vae, steps: 50, hidden: [8]}");
    assertThat(call("generate", config, "--run-name", "both", "--force").code()).isIn(0, 4);
    CommandLineRun evaluated = call("evaluate", config, "--run-name", "alone", "--json");

    assertThat(evaluated.code()).as(evaluated.err()).isZero();
    assertThat(Json.mapper().readTree(evaluated.out()).path("comparison").path("primary"))
        .hasSize(1);
    for (String name : List.of("runs.csv", "comparison.json", "thresholds.json")) {
      assertThat(file("alone", name)).hasSameTextualContentAs(file("both", name));
    }
    assertThat(folder.resolve("synthetic-out/alone")).doesNotExist();
  }

  @Test
  void printsThePlanAndDoesNothing() throws IOException {
    CommandLineRun run = call("compare", config(COMPARE, EVALUATION), "--dry-run");

    assertThat(run.code()).as(run.err()).isZero();
    // 2 repeats x 2 numbers of rare rows x 8 arms x 2 classifiers; 3 fitted generators each
    assertThat(run.out())
        .contains("rare_rows: ['16', all]")
        .contains("12 of generators, 64 of classifiers (64 cells)")
        .containsPattern("takes {8}about [0-9]+ (s|minutes) with [0-9]+ jobs?; rough: ");
    assertThat(folder.resolve("evaluation")).doesNotExist();
  }

  @Test
  void tellsWhatIsMissingInTheConfig() throws IOException {
    assertFails(
        2,
        "compare",
        config("compare: {generators: [vae], ratios: [0], rare_rows: [5, some]}"),
        "compare.ratios",
        "compare.rare_rows",
        "at least 8");
    assertFails(2, "compare", config("compare: {generators: [vae, vae]}"), "compare.generators");
  }

  @Test
  @Tag("slow")
  void evaluatesByTheDefaultAugmentationWhereAConfigNamesNone() throws IOException {
    Path bare =
        Files.writeString(folder.resolve("bare.yaml"), "data: {source: demo, demo_rows: 4000}");
    CommandLineRun run =
        CommandLineRun.of("evaluate", "--config", bare.toString(), "--dry-run", "--quiet");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("soft labels");
  }

  @Test
  void withoutAnEvaluationTheDefaultsMeasure() throws IOException {
    for (String command : new String[] {"evaluate", "compare"}) {
      Path data = SmallData.csv(folder, 300, 40); // quick to estimate
      CommandLineRun run = call(command, SmallData.config(folder, data, COMPARE), "--dry-run");

      assertThat(run.code()).as(run.err()).isZero();
      // the defaults of docs/config.md
      assertThat(run.out())
          .contains("classifiers: [{kind: random-forest, ", "{kind: xgboost, ")
          .contains("{kind: logistic-regression, ")
          .contains("repeats: 10")
          .doesNotContain("evaluation: null");
    }
  }

  @Test
  void withoutAComparisonTheGeneratorIsComparedWithThreeOthers() throws IOException {
    Path data = SmallData.csv(folder, 500, 30); // fewer rare rows than the ratios ask for
    Path config = SmallData.config(folder, data, "generator: {kind: vae, steps: 20, hidden: [8]}");
    CommandLineRun run = call("compare", config, "--dry-run");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("vae, ratio 0.1 · vae, ratio 0.5 · mgs, ratio 0.1")
        .contains("forest, ratio 0.5")
        .contains("steps: 20");
  }

  @Test
  void tellsWhatTheDataCannotGive() throws IOException {
    // 60 rare rows, three fifths of them for training
    assertFails(
        3,
        "compare",
        config("compare: {generators: [oversample], rare_rows: [50]}", EVALUATION),
        "50",
        "36");
    assertFails(
        3,
        "compare",
        config("compare: {generators: [oversample], ratios: [0.05]}", EVALUATION),
        "0.05",
        "compare.ratios");
  }

  /** A comparison in which no arm can be made has nothing to judge, which is no success. */
  @Test
  void saysWhyNoArmCouldBeMade() throws IOException {
    Path config =
        config(
            "compare: {generators: [oversample], rare_rows: [16]}",
            EVALUATION,
            "rules: [\"amount < 0\"]");
    CommandLineRun run = call("compare", config, "--run-name", "none");

    assertThat(run.code()).as(run.err()).isEqualTo(3);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Undecided: no arm could be judged;")
        .contains(
            "! oversample, ratio 0.1, 16 rare rows failed in 2 of 2 repeats: none of the 16 rare"
                + " training rows satisfies amount < 0");
    assertThat(Files.readString(file("none", "report.html"))).contains("What went wrong");
    assertThat(call("compare", config, "--run-name", "none").code()).isEqualTo(3);
  }

  /** Only rows that repeat real ones satisfy the rule, which names the amounts of ten of them. */
  @Test
  void anArmThatFailsIsToldAndTheOthersAreJudged() throws IOException {
    Path data = SmallData.csv(folder, 500, 60);
    String rule =
        Files.readAllLines(data).subList(1, 11).stream()
            .map(row -> row.substring(0, row.indexOf(',')))
            .collect(Collectors.joining(", ", "amount in (", ")"));
    Path config =
        SmallData.config(
            folder,
            data,
            "compare: {generators: [oversample, {kind: vae, steps: 20, hidden: [8]}], ratios:"
                + " [0.2]}",
            EVALUATION.replace(", oversample]", "]"),
            "rules: [\"%s\"]".formatted(rule));
    CommandLineRun run = call("compare", config, "--run-name", "one", "--jobs", "1");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Not judged, since it could not be made in every repeat: vae, ratio 0.2.")
        .contains(
            "! vae, ratio 0.2 failed in 2 of 2 repeats: only ", "drawn rows satisfy the rules");
    Comparison comparison =
        Json.mapper().readValue(file("one", "comparison.json").toFile(), Comparison.class);
    assertThat(comparison.primary())
        .extracting(contrast -> contrast.estimate().arm().name())
        .containsExactly("oversample", "selected");
    assertThat(comparison.troubles())
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.arm())
                  .isEqualTo(Arm.generator("vae", new AugmentationPlan.Ratio(0.2)));
              assertThat(failed.failed()).isTrue();
            });
    assertThat(Files.readString(file("one", "runs.csv"))).doesNotContain("vae");
    assertThat(call("compare", config, "--run-name", "two", "--jobs", "3").code()).isZero();
    assertThat(WrittenFiles.lasting(folder.resolve("evaluation/two")))
        .isEqualTo(WrittenFiles.lasting(folder.resolve("evaluation/one")));
    CommandLineRun audit = CommandLineRun.of("audit", folder.resolve("evaluation/one").toString());
    assertThat(audit.out()).as(audit.err()).startsWith("no alarm: ");
    CommandLineRun tables =
        CommandLineRun.of("report", folder.resolve("evaluation/one").toString());
    assertThat(tables.out()).contains("vae, ratio 0.2 failed in 2 of 2 repeats and is left out");
  }

  /** With so large a beta the codes say nothing about their rows. */
  @Test
  void warningsOfTrainingsAreCounted() throws IOException {
    Path config =
        config(
            "compare: {generators: [{kind: vae, steps: 150, hidden: [8], scope: rare, beta:"
                + " 100, learning_rate: 0.01, early_stop: false}], ratios: [0.2, 0.4]}",
            EVALUATION);
    CommandLineRun run = call("compare", config, "--run-name", "warned");

    assertThat(run.code()).as(run.err()).isZero();
    Comparison comparison =
        Json.mapper().readValue(file("warned", "comparison.json").toFile(), Comparison.class);
    assertThat(comparison.troubles())
        .isNotEmpty()
        .allSatisfy(
            warning -> {
              assertThat(warning.arm().label()).isEqualTo("vae"); // once for both ratios
              assertThat(warning.failed()).isFalse();
              assertThat(warning.of()).isEqualTo(2);
            });
    assertThat(run.out()).contains("! vae warned in ");
  }

  @Test
  void refusesToReplaceAnotherRun() throws IOException {
    CommandLineRun other =
        CommandLineRun.withConfig(
            "compare", config, shared, "--run-name", "grid", "--set", "seed=7");

    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("'grid'").contains("--overwrite");
  }

  private void assertFails(int code, String command, Path config, String... parts) {
    CommandLineRun run = call(command, config);
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(code);
    assertThat(run.err()).contains(parts).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  private CommandLineRun call(String command, Path config, String... options) {
    return CommandLineRun.withConfig(command, config, folder, options);
  }

  private Path config(String... lines) throws IOException {
    return SmallData.config(folder, SmallData.csv(folder, 500, 60), lines);
  }

  private Path file(String run, String name) {
    return file(folder, run, name);
  }

  private static Path file(Path out, String run, String name) {
    return out.resolve("evaluation").resolve(run).resolve(name);
  }
}

package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code augment}, as it is called. */
class AugmentCommandTest {
  private static final String EVALUATION =
      "evaluation: {repeats: 2, classifiers: [logistic-regression], baselines: [class-weight]}";

  @TempDir Path folder;

  @Test
  @Tag("slow") // folds of four default generators
  void picksByFoldsAndLeavesTheRowsWithTheReasonsButNoFigure() throws IOException {
    CommandLineRun run = augment(config(), "--run-name", "picked", "--json");

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode result = Json.mapper().readTree(run.out());
    JsonNode summary = result.path("augmentation");
    assertThat(summary).isEqualTo(read("picked"));
    assertThat(summary.path("chosen_by").asText()).isEqualTo("auto");
    assertThat(summary.path("seed").asInt()).isEqualTo(42);
    assertThat(summary.path("classifier").asText()).isEqualTo("logistic-regression");
    assertThat(summary.path("candidates"))
        .extracting(
            candidate ->
                candidate.path("arm").path("name").asText()
                    + ": "
                    + candidate.path("arm").path("plan").asText())
        .containsExactly(
            "none: ",
            "vae: ratio 0.1", // untried: that many rows of 460 are rare already
            "vae: ratio 1.0, soft labels",
            "mgs: ratio 1.0, soft labels",
            "shuffle: ratio 1.0, soft labels",
            "vae scope=rare: ratio 1.0, soft labels",
            "class-weight: ");
    assertThat(summary.path("candidates").path(1).path("untried").asText()).isNotBlank();
    assertThat(summary.path("candidates").path(2).path("standard_error").isNumber()).isTrue();
    assertThat(summary.path("performance").isNull()).isTrue();
    assertThat(summary.path("performance_note").asText())
        .startsWith("There is no performance figure");
    assertRowsAre(Path.of(result.path("augmented").asText()), summary, 460);
    assertThat(WrittenFiles.names(run("picked")))
        .containsExactly(
            "DONE",
            "augmentation.json",
            "augmented.csv",
            "config.yaml",
            "log.txt",
            "provenance.json",
            "resolved.yaml");
    JsonNode provenance = Json.mapper().readTree(file("picked", "provenance.json").toFile());
    assertThat(provenance.path("test_openings")).isEmpty();
    assertThat(provenance.path("rows").path("training").asInt()).isEqualTo(460);
    assertThat(folder.resolve("evaluation")).doesNotExist();
  }

  @Test
  void heldOutItMeasuresOnTestRowsThatNothingHasSeen() throws IOException {
    Path config = config();
    String[] call = {"--run-name", "held", "--hold-out", "--arm", "oversample, ratio 0.3"};
    CommandLineRun run = augment(config, call);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("logistic-regression", "  none ", "  oversample, ratio 0.3 ")
        .contains("Measured on 92 real test rows, 12 of them rare, of one split");
    JsonNode measured = read("held").path("performance");
    assertThat(measured.path("test_rows").asInt()).isEqualTo(92);
    assertThat(measured.path("arms")).hasSize(2);
    assertThat(
            Json.mapper().readTree(file("held", "provenance.json").toFile()).path("test_openings"))
        .hasSize(1);
    assertRowsAre(file("held", "augmented.csv"), read("held"), 276);
  }

  @Test
  void aNamedArmIsTakenAsItIs() throws IOException {
    CommandLineRun run = augment(config(), "--run-name", "named", "--arm", "oversample, ratio 0.5");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("140 synthetic rare rows of oversample, ratio 0.5 follow the 460 real rows")
        .doesNotContain("candidate");
    JsonNode summary = read("named");
    assertThat(summary.path("chosen_by").asText()).isEqualTo("name");
    assertThat(summary.path("candidates")).isEmpty();
    assertRowsAre(file("named", "augmented.csv"), summary, 460);
  }

  @Test
  void noneAndClassWeightSayPlainlyThatTheRowsAreUnchanged() throws IOException {
    Path config = config();
    CommandLineRun none = augment(config, "--run-name", "none", "--arm", "none");
    CommandLineRun weight = augment(config, "--run-name", "weight", "--arm", "class-weight");

    assertThat(none.out())
        .startsWith("Nothing is added (none); the file holds the 460 real rows alone, unchanged.");
    // 400 others to 60 rare rows: 6.667
    assertThat(weight.out())
        .startsWith("No row is added: a rare row weighs 6.667 times one of the others");
    assertThat(read("weight").path("rare_weight").asDouble()).isEqualTo(400.0 / 60);
    assertThat(file("weight", "augmented.csv"))
        .hasSameTextualContentAs(file("none", "augmented.csv"));
    List<String> lines = Files.readAllLines(file("none", "augmented.csv"));
    List<String> data = Files.readAllLines(folder.resolve("small.csv"));
    assertThat(lines).hasSameSizeAs(data);
    assertThat(lines.getFirst()).isEqualTo(data.getFirst() + ",synthetic");
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.endsWith(",0"));
  }

  @Test
  void repeatsAFinishedRun() throws IOException {
    Path config = config();
    String[] call = {"--run-name", "run", "--arm", "oversample, ratio 0.5"};
    CommandLineRun first = augment(config, call);
    Map<String, String> files = WrittenFiles.lasting(run("run"));

    CommandLineRun again = augment(config, call);

    assertThat(again.out()).isEqualTo(first.out());
    assertThat(again.err()).isEmpty();
    assertThat(WrittenFiles.lasting(run("run"))).isEqualTo(files);
    assertThat(augment(config, with(call, "--rerun")).code()).isZero();
    assertThat(WrittenFiles.lasting(run("run"))).isEqualTo(files);
  }

  @Test
  void theFileGoesWhereItIsWantedAndReplacesNothingUnasked() throws IOException {
    Path config = config();
    Path to = folder.resolve("train/rows.parquet");
    String[] call = {"--arm", "oversample, rows 9", "--to", to.toString()};
    CommandLineRun run = augment(config, call);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(to).exists();
    assertThat(augment(config, call).code()).isZero(); // it is what would be written

    String[] other = {"--arm", "oversample, rows 10", "--to", to.toString()};
    CommandLineRun refused = augment(config, other);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("rows.parquet exists").contains("--overwrite");
    byte[] before = Files.readAllBytes(to);
    assertThat(augment(config, with(other, "--overwrite")).code()).isZero();
    assertThat(Files.readAllBytes(to)).isNotEqualTo(before);
    assertThat(folder.resolve("train")).isDirectoryNotContaining("glob:**/*.partial");
  }

  @Test
  void theConfigOfAComparisonNamesItsArms() throws IOException {
    Path config =
        config("compare: {generators: [{kind: vae, steps: 20, hidden: [8]}], ratios: [0.4]}");
    assertThat(CommandLineRun.withConfig("compare", config, folder, "--run-name", "grid").code())
        .isZero();
    CommandLineRun run =
        augment(
            folder.resolve("evaluation/grid/resolved.yaml"),
            "--arm",
            "vae, ratio 0.4",
            "--run-name",
            "chosen");
    assertThat(run.code()).as(run.err()).isZero();
    // 0.4 x 400 - 60
    assertThat(read("chosen").path("rows").path("synthetic").asInt()).isEqualTo(100);
    assertThat(Files.readString(file("chosen", "resolved.yaml"))).contains("steps: 20");
  }

  @Test
  void printsThePlanAndDoesNothing() throws IOException {
    Path data = SmallData.csv(folder, 160, 20); // few rare rows, so few steps to estimate
    CommandLineRun run = augment(SmallData.config(folder, data, EVALUATION), "--dry-run");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("160 rows, 20 of them rare", "all rows are learned from")
        .contains(
            "none · vae, ratio 1.0, soft labels · vae, ratio 0.1", "a teacher and 7 classifiers");
    assertThat(folder.resolve("synthetic-out")).doesNotExist();
  }

  @Test
  void mistakesAreToldBeforeAnythingIsDone() throws IOException {
    Path config = config();
    assertFails(2, augment(config, "--arm", "vea, ratio 0.1"), "did you mean 'vae'?");
    assertFails(2, augment(config, "--to", "train.xlsx"), "--to must end in .csv or .parquet");
    assertFails(2, augment(config, "--fail-on-harm"), "--fail-on-harm");
    assertFails(2, CommandLineRun.of("augment"), "which config?", "synth augment --config");
    assertFails(2, augment(config("rules: [\"amont > 0\"]")), "amont");
    assertFails(
        3,
        augment(
            config(
                "data: {source: '%s', label: fraud, positive: 1, group: card}"
                    .formatted(folder.resolve("small.csv")))),
        "data.group: names 'card', which is no column");
    assertFails(3, augment(config(), "--arm", "oversample, ratio 0.1"), "oversample, ratio 0.1: ");
    assertFails(
        3,
        augment(config("rules: [\"amount < 0\"]"), "--arm", "oversample, ratio 0.5"),
        "oversample, ratio 0.5: none of the 60 rare training rows satisfies");
    assertThat(folder.resolve("synthetic-out")).isEmptyDirectory();
  }

  @Test
  void refusesToReplaceAnotherRun() throws IOException {
    Path config = config();
    assertThat(augment(config, "--run-name", "mine", "--arm", "none").code()).isZero();
    CommandLineRun other = augment(config, "--run-name", "mine", "--arm", "class-weight");
    assertFails(2, other, "'mine'", "--overwrite");
    assertThat(read("mine").path("arm").path("name").asText()).isEqualTo("none");
  }

  private static void assertFails(int code, CommandLineRun run, String... parts) {
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(code);
    assertThat(run.err()).contains(parts).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  /**
   * Real rows first and unflagged, then as many synthetic ones as the summary says: all rare, or
   * where a column of weights is named, each once for each class with weights that add up to 1.
   */
  private static void assertRowsAre(Path file, JsonNode summary, int real) throws IOException {
    JsonNode counts = summary.path("rows");
    assertThat(counts.path("real").asInt()).isEqualTo(real);
    List<String> lines = Files.readAllLines(file);
    int synthetic = counts.path("synthetic").asInt();
    String header = "amount,hour,channel,note,fraud,synthetic";
    if (summary.path("labels_column").isNull()) {
      assertThat(lines.getFirst()).isEqualTo(header);
      assertThat(lines).hasSize(1 + real + synthetic);
      assertThat(lines.subList(1, 1 + real)).allMatch(line -> line.endsWith(",0"));
      assertThat(lines.subList(1 + real, lines.size())).allMatch(line -> line.endsWith(",1,1"));
      return;
    }
    assertThat(lines.getFirst()).isEqualTo(header + "," + summary.path("labels_column").asText());
    assertThat(lines).hasSize(1 + real + 2 * synthetic);
    assertThat(lines.subList(1, 1 + real)).allMatch(line -> line.matches(".*,0,1(\\.0)?"));
    for (int row = 1 + real; row < 1 + real + synthetic; row++) {
      String rare = lines.get(row);
      String other = lines.get(row + synthetic);
      assertThat(rare).contains(",1,1,");
      assertThat(other).contains(",0,1,");
      assertThat(weight(rare) + weight(other)).isCloseTo(1, within(1e-9));
    }
  }

  private static double weight(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
  }

  private CommandLineRun augment(Path config, String... options) {
    return CommandLineRun.withConfig("augment", config, folder, options);
  }

  private static String[] with(String[] options, String more) {
    return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
  }

  private Path config(String... lines) throws IOException {
    List<String> all = new ArrayList<>(List.of(EVALUATION));
    all.addAll(List.of(lines));
    return SmallData.config(folder, SmallData.csv(folder, 460, 60), all.toArray(String[]::new));
  }

  private Path run(String name) {
    return folder.resolve("synthetic-out").resolve(name);
  }

  private Path file(String run, String name) {
    return run(run).resolve(name);
  }

  private JsonNode read(String run) throws IOException {
    return Json.mapper().readTree(file(run, "augmentation.json").toFile());
  }
}

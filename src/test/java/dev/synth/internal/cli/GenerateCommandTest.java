package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Cancellation;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  /** One run that several tests read, and compute again into the same bytes at most. */
  @TempDir private static Path shared;

  private static Path config = Path.of("");
  private static CommandLineRun once = new CommandLineRun(-1, "", "");

  @TempDir Path folder;

  @BeforeAll
  static void runOnce() throws IOException {
    config = config(shared, SmallData.EVALUATION);
    once = generate(shared, config, "--run-name", "once", "--jobs", "1");
  }

  @Test
  void runsEveryStageAndLeavesItsFiles() throws IOException {
    assertThat(once.code()).as(once.err()).isZero();
    assertThat(shared.resolve("synthetic-out/once"))
        .isDirectoryContaining("glob:**/{config,resolved}.yaml")
        .isDirectoryContaining("glob:**/synthetic.csv")
        .isDirectoryContaining("glob:**/augmented.csv")
        .isDirectoryContaining("glob:**/rejected.csv")
        .isDirectoryContaining("glob:**/{validation,training,provenance}.json")
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/DONE");
    assertThat(shared.resolve("evaluation/once"))
        .isDirectoryContaining("glob:**/runs.csv")
        .isDirectoryContaining("glob:**/comparison.json")
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/DONE");
    assertThat(
            Json.mapper()
                .readTree(shared.resolve("synthetic-out/once/provenance.json").toFile())
                .path("seconds")
                .properties())
        .extracting(Map.Entry::getKey)
        .contains("generating", "evaluating")
        .doesNotContain("labelling"); // labels are hard
    assertThat(once.out()).containsIgnoringCase("average precision").contains("none");
    assertThat(lines("synthetic-out/once/synthetic.csv").getFirst())
        .isEqualTo("amount,hour,channel,note,fraud");
    // 2 repeats x 5 arms x 2 classifiers, and a heading
    assertThat(lines("evaluation/once/runs.csv")).hasSize(1 + 2 * 5 * 2);
  }

  @Test
  @Tag("slow")
  void computesTheSameBytesAgainWhateverTheNumberOfJobs() throws IOException {
    Map<String, String> first = bytes(shared);

    CommandLineRun again = generate(shared, config, "--run-name", "once", "--rerun", "--jobs", "2");

    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("training"); // it was computed, not found
    assertThat(bytes(shared)).isEqualTo(first);
  }

  @Test
  void repeatsTheResultOfAFinishedRunWithoutComputing() throws IOException {
    Map<String, String> files = bytes(shared);

    CommandLineRun second = generate(shared, config, "--run-name", "once");

    assertThat(second.out()).isEqualTo(once.out());
    assertThat(second.code()).isEqualTo(once.code());
    assertThat(second.err()).doesNotContain("training");
    assertThat(bytes(shared)).isEqualTo(files);
  }

  @Test
  @Tag("slow")
  void fullPrivacyFitsShadowsAndSeesThatCopiesGiveRowsAway() throws IOException {
    Path config =
        config("generator: {kind: oversample}", "validation: {preset: lenient, privacy: full}");
    CommandLineRun run = generate(config, "--run-name", "attacked");

    assertThat(run.code()).isEqualTo(4);
    JsonNode validation =
        Json.mapper().readTree(folder.resolve("synthetic-out/attacked/validation.json").toFile());
    JsonNode attack = metric(validation, "membership_inference");
    assertThat(attack.path("readings").path(0).path("value").asDouble()).isGreaterThan(0.9);
    assertThat(attack.path("readings").path(0).path("findings").path(0).path("text").asText())
        .startsWith("the attacker's area is");
    JsonNode others = metric(validation, "majority_membership_inference");
    assertThat(others.path("readings").path(0).path("value").asDouble()).isBetween(0.4, 0.6);
  }

  private static JsonNode metric(JsonNode validation, String id) {
    return StreamSupport.stream(validation.path("metrics").spliterator(), false)
        .filter(metric -> metric.path("metric").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void stopsAtAFailedGateAndGoesOnWithForce() throws IOException {
    // one step teaches the network nothing, and a forest tells its rows from real ones
    Path config =
        config(
            SmallData.EVALUATION,
            "generator: {kind: vae, steps: 1, sampling: prior, early_stop: false}",
            "validation: {gates: {c2st_forest: {at_most: 0.55}}}");
    CommandLineRun stopped = generate(config, "--run-name", "gated");

    assertThat(stopped.code()).isEqualTo(4);
    assertThat(stopped.out()).contains("c2st_forest").contains("--force");
    assertThat(folder.resolve("synthetic-out/gated/synthetic.csv")).exists();
    assertThat(folder.resolve("evaluation/gated")).doesNotExist();
    assertThat(generate(config, "--run-name", "gated").code()).isEqualTo(4);

    CommandLineRun forced = generate(config, "--run-name", "gated", "--force");

    assertThat(forced.code()).isEqualTo(4);
    assertThat(folder.resolve("evaluation/gated/comparison.json")).exists();
  }

  @Test
  void refusesToReplaceAnotherRun() throws IOException {
    Path data = SmallData.csv(folder, 200, 20);
    Path config = SmallData.config(folder, data, "generator: {kind: mgs}");
    assertThat(generate(config, "--run-name", "mine").code()).isZero();
    Map<String, String> before = bytes(folder);

    CommandLineRun other = generate(config, "--run-name", "mine", "--set", "seed=7");

    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("'mine'").contains("--overwrite");
    assertThat(bytes(folder)).isEqualTo(before);
    assertThat(generate(config, "--run-name", "mine", "--set", "seed=7", "--overwrite").code())
        .isZero();
    assertThat(bytes(folder)).isNotEqualTo(before);
  }

  @Test
  void leavesNothingWhenItIsStopped() throws IOException {
    Cancellation cancellation = new Cancellation();
    cancellation.request();

    CommandLineRun run =
        CommandLineRun.under(cancellation, "generate", "--config", config(), "--out", folder);

    assertThat(run.code()).isEqualTo(130);
    assertNothingIsWritten();
  }

  @Test
  void printsThePlanAndDoesNothing() throws IOException {
    CommandLineRun run = generate(config(SmallData.EVALUATION), "--dry-run");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("latent_dimension: 4").contains("training").contains("repeats");
    assertNothingIsWritten();
  }

  @Test
  void aDryRunPrintsWhatIsKnownOfTheDemoData() throws IOException {
    CommandLineRun run = generate(config("data: {source: demo}"), "--dry-run");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("label: fraud", "positive: '1'", "group: card_id");
  }

  @Test
  void saysThatTheDemoDataHasAnotherLabel() throws IOException {
    assertFails(
        2,
        config("data: {source: demo, label: Class, positive: 1}"),
        "data.label is 'Class'",
        "'fraud'");
  }

  @Test
  void saysThatAFileIsMissing() throws IOException {
    assertFails(3, config("data: {source: nowhere.csv, label: fraud, positive: 1}"), "nowhere.csv");
  }

  @Test
  void saysThatAFileIsEmpty() throws IOException {
    assertFails(3, configFor(""), "small.csv", "empty");
  }

  @Test
  void saysThatAFileHasAHeaderOnly() throws IOException {
    assertFails(3, configFor("amount,fraud\n"), "small.csv", "no rows");
  }

  @Test
  void namesTheColumnsWhenTheLabelIsWrong() throws IOException {
    assertFails(3, config(), new String[] {"--set", "data.label=fraude"}, "fraude", "fraud");
  }

  @Test
  void listsTheValuesWhenTheLabelValueIsAbsent() throws IOException {
    assertFails(3, config(), new String[] {"--set", "data.positive=yes"}, "yes", "0", "1");
  }

  @Test
  void saysThatThereIsOneClassOnly() throws IOException {
    assertFails(3, configFor("amount,fraud\n" + "1.5,1\n".repeat(60)), "fraud", "1");
  }

  @Test
  void saysHowManyRareRowsThereAreAndAreNeeded() throws IOException {
    Path data = SmallData.csv(folder, 400, 9);
    assertFails(3, SmallData.config(folder, data), "8", "4", "rare");
  }

  @Test
  void namesTheLineOfARaggedRow() throws IOException {
    assertFails(3, configFor("amount,fraud\n1.5,0\n2.5,1,7\n3.5,0\n"), "small.csv", "3");
  }

  @Test
  void namesTheCellThatIsNoNumber() throws IOException {
    StringBuilder csv = new StringBuilder("amount,fraud\n");
    for (int row = 0; row < 200; row++) {
      csv.append(row == 100 ? "12x" : "1." + row).append(row % 4 == 0 ? ",1\n" : ",0\n");
    }
    assertFails(
        3,
        configFor(csv.toString()),
        new String[] {"--set", "data.types={amount: numeric}"},
        "amount",
        "12x");
  }

  @Test
  void suggestsTheKeyThatWasMeant() throws IOException {
    assertFails(
        2, config(), new String[] {"--set", "generator.step=5"}, "generator.step", "'steps'");
  }

  @Test
  void tellsEveryBadOptionAtOnce() throws IOException {
    assertFails(
        2,
        config("evaluation: {repeats: -1, effect: .nan}"),
        "evaluation.repeats",
        "-1",
        "evaluation.effect",
        "NaN");
  }

  @Test
  void saysThatTheAugmentationIsMissingBeforeAnythingIsComputed() throws IOException {
    Path config = config(SmallData.EVALUATION, "compare: {generators: [oversample]}");
    Files.writeString(config, Files.readString(config).replaceAll("augmentation:.*\n", ""));

    assertFails(2, config, "'augmentation'");
  }

  @Test
  void saysThatTheOutputFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    CommandLineRun run = CommandLineRun.withConfig("generate", config(), file);

    assertThat(run.code()).isEqualTo(6);
    assertThat(run.err()).contains(file.toString()).contains("choose another place");
  }

  @Test
  void saysThatTheConfigIsMissing() {
    CommandLineRun run = CommandLineRun.of("generate", "--config", "nowhere.yaml");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("nowhere.yaml");
  }

  @Test
  void suggestsTheOptionThatWasMeant() {
    CommandLineRun run = CommandLineRun.of("generate", "--confg", "x.yaml");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--confg").contains("--help");
  }

  private void assertFails(int code, Path config, String... parts) {
    assertFails(code, config, new String[0], parts);
  }

  private void assertFails(int code, Path config, String[] options, String... parts) {
    CommandLineRun run = generate(config, options);

    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(parts).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
    assertNothingIsWritten();
  }

  private void assertNothingIsWritten() {
    for (String root : new String[] {"synthetic-out", "evaluation"}) {
      if (Files.exists(folder.resolve(root))) {
        assertThat(folder.resolve(root)).isEmptyDirectory();
      }
    }
  }

  private CommandLineRun generate(Path config, String... options) {
    return generate(folder, config, options);
  }

  private static CommandLineRun generate(Path out, Path config, String... options) {
    return CommandLineRun.withConfig("generate", config, out, options);
  }

  /** A config for the usual data; a line replaces the section of the same key. */
  private Path config(String... lines) throws IOException {
    return config(folder, lines);
  }

  private static Path config(Path folder, String... lines) throws IOException {
    return SmallData.config(folder, SmallData.csv(folder, 400, 40), lines);
  }

  private Path configFor(String csv) throws IOException {
    return SmallData.config(folder, Files.writeString(folder.resolve("small.csv"), csv));
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(shared.resolve(file));
  }

  /** Everything that must not differ between two computations, by path. */
  private static Map<String, String> bytes(Path folder) throws IOException {
    Map<String, String> files = WrittenFiles.lasting(folder);
    files.keySet().removeIf(name -> name.contains("synthetic-out/report"));
    return files;
  }
}

package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a config to scored rows, on the command line. */
class FitScoreTest {
  @TempDir static Path folder;
  private static Path config;
  private static Path rows;
  private static Path model;

  @BeforeAll
  static void fit() throws IOException {
    rows = SmallData.csv(folder, 600, 60);
    config =
        SmallData.config(
            folder,
            rows,
            "generator: {kind: mgs}",
            "evaluation: {classifiers: [{kind: xgboost, trees: 20}], repeats: 1}");
    model = folder.resolve("model");
    CommandLineRun run =
        CommandLineRun.of("fit", "-q", "--config", config, "--to", model, "--out", folder);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Fitted xgboost on the arm 'none': 480 real rows, 48 of them rare.")
        .contains("There is no finished run of this config here")
        .contains("Bundle: " + model);
  }

  private static Path changed(String name, String from, String to) throws IOException {
    String text = Files.readString(rows);
    String other = text.replaceFirst(from, to);
    assertThat(other.equals(text)).isFalse();
    return Files.writeString(folder.resolve(name), other);
  }

  @Test
  void theSameConfigGivesTheSameBytes() throws IOException {
    Path again = folder.resolve("again");
    CommandLineRun.of("fit", "-q", "--config", config, "--to", again, "--out", folder, "--jobs", 1);
    assertThat(WrittenFiles.all(again)).isEqualTo(WrittenFiles.all(model));
    assertThat(WrittenFiles.all(model))
        .containsOnlyKeys(
            "bundle.json",
            "classifier.json",
            "arrays.bin",
            "model-0.ubj",
            "reference.json",
            "provenance.json",
            "resolved.yaml",
            "SHA256SUMS");
  }

  @Test
  void scoredRowsNameTheColumnsThatMovedThem() throws IOException {
    Path scored = folder.resolve("reasons.csv");
    CommandLineRun run =
        CommandLineRun.of("score", model, rows, "--to", scored, "--explain", 2, "--overwrite");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("scoring").contains("600 rows");
    List<String> lines = Files.readAllLines(scored);
    assertThat(lines.getFirst())
        .endsWith("score,probability,decision,reason_1,reason_1_by,reason_2,reason_2_by");
    List<String> header = List.of(Files.readAllLines(rows).getFirst().split(","));
    for (String line : lines.subList(1, 20)) {
      String[] cells = line.split(",", -1);
      assertThat(header).contains(cells[cells.length - 4]);
      assertThat(Math.abs(Double.parseDouble(cells[cells.length - 3])))
          .isGreaterThanOrEqualTo(Math.abs(Double.parseDouble(cells[cells.length - 1])));
    }
    assertThat(CommandLineRun.of("score", model, rows, "--to", scored, "--explain", 101).err())
        .contains("--explain must be in [0, 100], but is 101");
  }

  @Test
  void aBundleIsReplacedOnlyIfAsked() throws IOException {
    Path taken = folder.resolve("taken");
    CommandLineRun.of("fit", "-q", "--config", config, "--to", taken, "--out", folder);
    CommandLineRun refused =
        CommandLineRun.of("fit", "-q", "--config", config, "--to", taken, "--out", folder);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "synth: %s holds a bundle; choose another folder, or replace it with --overwrite%n"
                .formatted(taken));
    CommandLineRun replaced =
        CommandLineRun.of(
            "fit", "-q", "--config", config, "--to", taken, "--out", folder, "--overwrite");
    assertThat(replaced.code()).isZero();
    CommandLineRun other =
        CommandLineRun.of(
            "fit", "-q", "--config", config, "--to", folder, "--out", folder, "--overwrite");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("is there and is no bundle, so nothing is written to it");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith("."));
    }
  }

  @Test
  void anArmWithoutAVerdictNeedsAWord() {
    String arm = "mgs, ratio 0.3";
    CommandLineRun refused =
        CommandLineRun.of(
            "fit", "-q", "--config", config, "--to", folder.resolve("no"), "--arm", arm);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "synth: no finished run of this config has a verdict on the arm 'mgs, ratio 0.3';"
                + " --unjudged fits it all the same"
                + System.lineSeparator());
    CommandLineRun unknown =
        CommandLineRun.of(
            "fit", "-q", "--config", config, "--to", folder.resolve("no"), "--arm", "mgss");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no arm 'mgss'; did you mean 'mgs'?");
    CommandLineRun fitted =
        CommandLineRun.of(
            "fit",
            "-q",
            "--config",
            config,
            "--to",
            folder.resolve("mgs"),
            "--arm",
            arm,
            "--unjudged");
    assertThat(fitted.code()).as(fitted.err()).isZero();
    assertThat(fitted.out()).contains("on the arm 'mgs, ratio 0.3'", "It has no verdict.");
  }

  /** The text file, the same rows in Parquet and in JSON, whole and in two files. */
  @Test
  void everyFormatScoresAlike() throws IOException {
    Path scored = folder.resolve("scored.csv");
    assertThat(CommandLineRun.of("score", model, rows, "--to", scored, "--jobs", 1).code())
        .isZero();
    List<String> lines = Files.readAllLines(scored);
    assertThat(lines).hasSize(601);
    assertThat(lines.getFirst()).isEqualTo("row,score,probability,decision");
    StringBuilder json = new StringBuilder();
    List<String> texts = Files.readAllLines(rows);
    for (String line : texts.subList(1, texts.size())) {
      String[] cells = line.split(",", -1);
      json.append(
          "{\"note\":%s,\"hour\":%s,\"channel\":\"%s\",\"amount\":%s}%n"
              .formatted(
                  cells[3].isEmpty() ? "null" : '"' + cells[3] + '"',
                  cells[1],
                  cells[2],
                  cells[0]));
    }
    Path other = Files.writeString(folder.resolve("small.json"), json);
    Path fromJson = folder.resolve("scored-json.csv");
    CommandLineRun run = CommandLineRun.of("score", model, other, "--to", fromJson, "--jobs", 3);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(fromJson).hasSameTextualContentAs(scored);
    String header = texts.getFirst();
    Files.writeString(
        folder.resolve("part-1.csv"), String.join("\n", texts.subList(0, 300)) + "\n");
    Files.writeString(
        folder.resolve("part-2.csv"),
        header + "\n" + String.join("\n", texts.subList(300, 601)) + "\n");
    Path fromParts = folder.resolve("scored-parts.csv");
    CommandLineRun.of("score", model, folder.resolve("part-*.csv"), "--to", fromParts);
    assertThat(fromParts).hasSameTextualContentAs(scored);
  }

  @Test
  void whatBreaksTheContractIsNamed() throws IOException {
    Map<Path, String> broken =
        Map.of(
            changed("renamed.csv", "channel", "chanel"),
            "the column 'channel' is not there, which the model needs; did you mean 'chanel'?",
            changed("more.csv", "fraud\n", "extra\n"),
            "the column 'extra' is unknown to the model",
            changed("level.csv", ",web,", ",webb,"),
            "'webb' is no level of the column 'channel' that the model has seen; did you mean"
                + " 'web'?",
            changed("type.csv", "\n[0-9.]+,", "\nmuch,"),
            "row 1: the column 'amount' should hold a number, but holds 'much'");
    for (Map.Entry<Path, String> each : broken.entrySet()) {
      Path target = folder.resolve("broken.csv");
      CommandLineRun run = CommandLineRun.of("score", model, each.getKey(), "--to", target);
      assertThat(run.code()).as(run.err()).isEqualTo(3);
      assertThat(run.err())
          .contains(each.getValue())
          .endsWith("--lenient counts it and scores all the same" + System.lineSeparator())
          .hasLineCount(1);
      assertThat(target).doesNotExist();
      CommandLineRun lenient =
          CommandLineRun.of(
              "score", model, each.getKey(), "--to", target, "--lenient", "--overwrite", "--json");
      assertThat(lenient.code()).as(lenient.err()).isZero();
      JsonNode json = Json.mapper().readTree(lenient.out());
      assertThat(json.path("rows").asInt()).isEqualTo(600);
      assertThat(json.path("odd").toString()).containsAnyOf(":1}", "\"extra\"", "\"channel\"");
      Files.delete(target);
    }
  }

  @Test
  void aDamagedBundleIsToldByOneSentence() throws IOException {
    Path damaged = folder.resolve("damaged");
    CommandLineRun.of("fit", "-q", "--config", config, "--to", damaged, "--out", folder);
    byte[] trees = Files.readAllBytes(damaged.resolve("model-0.ubj"));
    trees[trees.length / 2]++;
    Files.write(damaged.resolve("model-0.ubj"), trees);
    assertThat(failure(damaged))
        .isEqualTo(
            "synth: the bundle %s is damaged: model-0.ubj is not the file that was written (its"
                    .formatted(damaged)
                + " SHA-256 differs)");
    Files.delete(damaged.resolve("model-0.ubj"));
    assertThat(failure(damaged))
        .isEqualTo("synth: the bundle %s is damaged: model-0.ubj is missing".formatted(damaged));
    Files.writeString(damaged.resolve("bundle.json"), "{}");
    assertThat(failure(damaged))
        .isEqualTo(
            "synth: the bundle %s is damaged: bundle.json is another program's".formatted(damaged));
    assertThat(failure(folder))
        .isEqualTo("synth: %s is no bundle: bundle.json is missing".formatted(folder));
    assertThat(failure(folder.resolve("nowhere")))
        .isEqualTo(
            "synth: there is no bundle %s; 'synth fit' makes one"
                .formatted(folder.resolve("nowhere")));
  }

  private static String failure(Path bundle) {
    CommandLineRun run =
        CommandLineRun.of("score", bundle, rows, "--to", folder.resolve("never.csv"));
    assertThat(run.code()).isEqualTo(3);
    return run.err().lines().collect(Collectors.joining("|"));
  }

  /** The arm of a verdict is taken from the finished run of the config. */
  @Test
  void theFinishedRunDecides() throws IOException {
    Path out = folder.resolve("runs");
    Path fast =
        SmallData.config(
            Files.createDirectories(folder.resolve("judged")),
            rows,
            "generator: {kind: oversample}",
            "evaluation: {classifiers: [{kind: xgboost, trees: 5}], repeats: 2,"
                + " baselines: [none], detectors: []}");
    CommandLineRun judged = CommandLineRun.of("evaluate", "-q", "--config", fast, "--out", out);
    assertThat(judged.code()).as(judged.err()).isZero();
    CommandLineRun fitted =
        CommandLineRun.of(
            "fit", "-q", "--config", fast, "--to", folder.resolve("m1"), "--out", out);
    assertThat(fitted.out()).containsPattern("run 'small-[0-9a-f]{8}' has the verdict uplift, so");
    CommandLineRun refused =
        CommandLineRun.of(
            "fit",
            "-q",
            "--config",
            fast,
            "--to",
            folder.resolve("m2"),
            "--out",
            out,
            "--arm",
            "oversample (generator), ratio 0.3");
    assertThat(refused.code()).as(refused.out()).isEqualTo(2);
    // the same run, had its difference been large and sure
    Path comparison = out.resolve("evaluation").resolve(run1(out)).resolve("comparison.json");
    ObjectNode facts = (ObjectNode) Json.mapper().readTree(Files.readString(comparison));
    ObjectNode contrast = (ObjectNode) facts.path("primary").path(0);
    contrast.put("corrected_p", 0.001);
    ((ObjectNode) contrast.path("estimate")).put("mean", 0.1);
    Files.writeString(comparison, Json.write(facts));
    CommandLineRun earned =
        CommandLineRun.of(
            "fit", "-q", "--config", fast, "--to", folder.resolve("m4"), "--out", out);
    assertThat(earned.code()).as(earned.err()).isZero();
    assertThat(earned.out())
        .containsPattern("on the arm 'oversample[^']*, ratio 0.3': 480 real rows")
        .containsPattern("Its\\s+verdict\\s+is\\s+uplift\\s+\\(run\\s+small-[0-9a-f]{8}\\)");
    CommandLineRun other =
        CommandLineRun.of(
            "fit",
            "-q",
            "--config",
            fast,
            "--set",
            "seed=77",
            "--to",
            folder.resolve("m3"),
            "--out",
            out,
            "--run",
            run1(out));
    assertThat(other.code()).isEqualTo(3);
    assertThat(other.err()).contains("is of another config, so its verdict says nothing");
  }

  private static String run1(Path out) throws IOException {
    try (Stream<Path> runs = Files.list(out.resolve("evaluation"))) {
      return runs.map(Path::getFileName)
          .map(Path::toString)
          .filter(name -> !name.startsWith("."))
          .findFirst()
          .orElseThrow();
    }
  }
}

package dev.synth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grid computed on Spark in one process, held against that of the local tool. */
class SparkGridTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void compareHere() throws IOException {
    compareIn(folder);
  }

  /** Has the local tool compare in a folder, once. */
  static void compareIn(Path folder) throws IOException {
    if (Files.exists(folder.resolve("here"))) {
      return;
    }
    Commands.writeRows(folder);
    Files.writeString(
        folder.resolve("grid.yaml"),
        """
        data: {source: rows.csv, label: fraud, positive: 1}
        compare: {generators: [smote, oversample], ratios: [0.2]}
        evaluation: {repeats: 2, classifiers: [logistic-regression], baselines: [class-weight]}
        """);
    Commands.Ended ended = Commands.plain(folder, compare("here"));
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  @Test
  void twoThreadsGiveTheSameFiles() throws IOException {
    Commands.Ended ended =
        Commands.spark(
            folder, Map.of("spark.master", "local[2]"), compare("there", "--engine", "spark"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertSame("there");
  }

  /** A killed driver leaves its finished units; the local tool goes on with them, as Spark does. */
  @Test
  void aKilledDriverIsGoneOnFromHereAndThere() throws IOException {
    String[] line = compareMany("killed");
    Path cells = folder.resolve("killed/evaluation/.many.grid/cells");
    Map<String, String> conf = Map.of("spark.master", "local[1]");
    Commands.killWhen(() -> count(cells) >= 2, folder, conf, onSpark(line));
    long atFirst = count(cells);
    Commands.killWhen(() -> count(cells) > atFirst, folder, conf, onSpark(line));

    Commands.Ended ended = Commands.plain(folder, line);

    assertThat(ended.code()).as(ended.err()).isZero();
    Commands.Ended whole = Commands.plain(folder, compareMany("unkilled"));
    assertThat(whole.code()).as(whole.err()).isZero();
    assertSame(
        folder.resolve("unkilled/evaluation/many"), folder.resolve("killed/evaluation/many"));
  }

  /** A run without a name of its own has the same one, so that one goes on with the other's. */
  @Test
  void aRunHasOneNameHereAndThere() throws IOException {
    String[] line = {"evaluate", "-c", "grid.yaml", "--set", "generator.kind=smote"};
    String[] small = {"--set", "augmentation.ratio=0.2", "--set", "evaluation.repeats=1"};
    String[] both = Stream.of(line, small).flatMap(Stream::of).toArray(String[]::new);
    Commands.Ended here = Commands.plain(folder, both);
    assertThat(here.code()).as(here.err()).isZero();

    Commands.Ended there = Commands.spark(folder, Map.of(), onSpark(both));

    assertThat(there.code()).as(there.err()).isZero();
    assertThat(there.out()).isEqualTo(here.out());
    assertThat(there.err()).doesNotContain("computing");
    try (Stream<Path> runs = Files.list(folder.resolve("evaluation"))) {
      assertThat(runs.filter(run -> !run.getFileName().toString().startsWith("."))).hasSize(1);
    }
  }

  /** Returns how many cells of a growing grid are there. */
  static long count(Path cells) {
    try (Stream<Path> files = Files.list(cells)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    } catch (IOException e) {
      return 0; // not there yet
    }
  }

  /** A grid of 20 units, so that a part of them is finished for a while. */
  static String[] compareMany(String name) {
    return new String[] {
      "compare",
      "-c",
      "grid.yaml",
      "--out",
      name,
      "--run-name",
      "many",
      "--set",
      "evaluation.repeats=4",
      "--set",
      "compare.rare_rows=[40, all]"
    };
  }

  private static String[] onSpark(String... line) {
    return Stream.concat(Stream.of(line), Stream.of("--engine", "spark")).toArray(String[]::new);
  }

  static String[] compare(String name, String... more) {
    return Stream.concat(
            Stream.of("compare", "-c", "grid.yaml", "--out", name, "--run-name", "grid"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static void assertSame(String name) throws IOException {
    assertSame(folder, name);
  }

  /**
   * All files of figures have the same bytes, and {@code DONE}, which names the run. Provenance and
   * log have times in them.
   */
  static void assertSame(Path folder, String name) throws IOException {
    assertSame(
        folder.resolve("here/evaluation/grid"), folder.resolve(name).resolve("evaluation/grid"));
  }

  /** The same for the folders of two runs. */
  static void assertSame(Path here, Path there) throws IOException {
    for (String file : List.of("runs.csv", "comparison.json", "description.json", "DONE")) {
      assertThat(there.resolve(file)).hasSameBinaryContentAs(here.resolve(file));
    }
  }
}

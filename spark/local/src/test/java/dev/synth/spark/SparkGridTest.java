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
   * All files of figures have the same bytes. Provenance and log have times in them, and {@code
   * DONE} names the run, whose identity holds the jar of a snapshot.
   */
  static void assertSame(Path folder, String name) throws IOException {
    Path here = folder.resolve("here/evaluation/grid");
    Path there = folder.resolve(name).resolve("evaluation/grid");
    for (String file : List.of("runs.csv", "comparison.json", "description.json")) {
      assertThat(there.resolve(file)).hasSameBinaryContentAs(here.resolve(file));
    }
    assertThat(there.resolve("DONE")).exists();
  }
}

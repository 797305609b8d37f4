package dev.synth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks of rows scored on Spark in one process, held against those of the local tool. */
class SparkScoringTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void scoreHere() throws IOException {
    scoreIn(folder);
  }

  /** Has the local tool fit a model and score by it in a folder. */
  static void scoreIn(Path folder) throws IOException {
    Commands.fitAModel(folder, "model");
    List<String> lines = Files.readAllLines(folder.resolve("rows.csv"));
    Files.write(folder.resolve("day-1.csv"), lines.subList(0, 401));
    List<String> rest = new ArrayList<>(lines.subList(401, lines.size()));
    rest.addFirst(lines.getFirst());
    Files.write(folder.resolve("day-2.csv"), rest);
    Commands.Ended ended = Commands.plain(folder, score("day-*.csv", "scored-here.parquet/"));
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  /** Returns the command that scores rows by 150 a block: 400 and 500 are three and four. */
  static String[] score(String rows, String to, String... more) {
    return Stream.concat(
            Stream.of("score", "model", rows, "--to", to, "--rows-per-file", "150"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void anyThreadsAndPartitionsGiveTheSameBytes() throws IOException {
    Map<String, String> here = SparkEngineTest.files(folder.resolve("scored-here.parquet"));
    assertThat(here).hasSize(8).containsKey("_manifest.json");
    for (String partitions : List.of("1", "2", "7")) {
      String to = "scored-by-" + partitions + ".parquet";
      Commands.Ended ended =
          Commands.spark(
              folder,
              Map.of("spark.master", "local[2]", "spark.default.parallelism", partitions),
              score("day-*.csv", to, "--engine", "spark"));
      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("Scored 900 rows");
      assertThat(SparkEngineTest.files(folder.resolve(to))).isEqualTo(here);
    }
  }

  @Test
  void blocksOfParquetAreScoredByTheirNumbers() throws IOException {
    Commands.Ended here =
        Commands.plain(folder, score("scored-here.parquet/*.parquet", "again/", "--lenient"));
    assertThat(here.code()).as(here.err()).isZero();

    Commands.Ended ended =
        Commands.spark(
            folder,
            Map.of("spark.master", "local[2]"),
            score("scored-here.parquet/*.parquet", "there", "--lenient", "--engine", "spark"));

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(SparkEngineTest.files(folder.resolve("there")))
        .isEqualTo(SparkEngineTest.files(folder.resolve("again")));
  }

  @Test
  void aRowThatBreaksTheContractIsNamedAndNothingIsLeft() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("rows.csv")));
    lines.set(700, "much" + lines.get(700));
    Files.write(folder.resolve("broken.csv"), lines);

    Commands.Ended ended =
        Commands.spark(folder, Map.of(), score("broken.csv", "never", "--engine", "spark"));

    assertThat(ended.code()).as(ended.err()).isEqualTo(3);
    assertThat(ended.err())
        .contains("row 700: the column 'amount' should hold a number")
        .doesNotContain("\tat ");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.contains("never"));
    }
  }

  /** Hadoop has the machine's own files too, under a scheme. */
  @Test
  void filesOfAnotherFileSystemAreCopiedAndScored() throws IOException {
    String scheme = "file://" + folder.toAbsolutePath() + "/";
    Map<String, String> here = SparkEngineTest.files(folder.resolve("scored-here.parquet"));
    Commands.Ended text =
        Commands.spark(
            folder,
            Map.of("spark.master", "local[2]"),
            score(scheme + "day-*.csv", scheme + "of-text.parquet", "--engine", "spark"));
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(SparkEngineTest.files(folder.resolve("of-text.parquet"))).isEqualTo(here);

    String[] parquet = {"--lenient", "--engine", "spark"};
    String rows = "scored-here.parquet/*.parquet";
    Commands.Ended known = Commands.spark(folder, Map.of(), score(rows, "of-disk", parquet));
    assertThat(known.code()).as(known.err()).isZero();
    Commands.Ended there =
        Commands.spark(folder, Map.of(), score(scheme + rows, "of-parquet", parquet));
    assertThat(there.code()).as(there.err()).isZero();
    assertThat(SparkEngineTest.files(folder.resolve("of-parquet")))
        .isEqualTo(SparkEngineTest.files(folder.resolve("of-disk")));
  }

  @Test
  void filesElsewhereAreNamedAsTheUserNamedThem() throws IOException {
    String scheme = "file://" + folder.toAbsolutePath() + "/";
    Commands.Ended none =
        Commands.spark(folder, Map.of(), score(scheme + "no-*.csv", "never", "--engine", "spark"));
    assertThat(none.code()).as(none.err()).isEqualTo(3);
    assertThat(none.err()).contains("no file matches 'file:///").doesNotContain("\tat ");

    Files.writeString(folder.resolve("torn.parquet"), "PAR1 and no more");
    Commands.Ended torn =
        Commands.spark(
            folder, Map.of(), score(scheme + "torn.parquet", "never", "--engine", "spark"));
    assertThat(torn.code()).as(torn.err()).isEqualTo(3);
    assertThat(torn.err())
        .contains("'file:" + folder.toAbsolutePath() + "/torn.parquet' can't be read as Parquet")
        .doesNotContain("synth-rows", "\tat ");

    Commands.Ended plain = Commands.plain(folder, score(scheme + "day-1.csv", "never/"));
    assertThat(plain.code()).isEqualTo(2);
    assertThat(plain.err()).contains("is not on this machine; copy it first");
  }
}

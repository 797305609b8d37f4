package dev.synth.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks drawn on more partitions than blocks, and on executors in processes of their own. */
@Tag("slow")
class ClusterTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void makeARunAndDrawHere() throws IOException {
    Commands.makeARun(folder, "mine");
    Commands.Ended ended = Commands.plain(folder, SparkEngineTest.draw("here.parquet/"));
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"local[2], 1", "local[2], 7", "local[*], 2"})
  void partitionsMakeNoDifference(String master, String partitions) throws IOException {
    String to = "on-" + master.charAt(6) + "-" + partitions + ".parquet";
    Commands.Ended ended =
        Commands.spark(
            folder,
            Map.of("spark.master", master, "spark.default.parallelism", partitions),
            SparkEngineTest.draw(to, "--engine", "spark"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertSameAsHere(to);
  }

  @Test
  void twoExecutorProcessesGiveTheSameBytes() throws IOException {
    Path home = home();
    Commands.Ended ended =
        Commands.submit(
            home,
            folder,
            List.of("--master", "local-cluster[2,1,2048]"),
            SparkEngineTest.draw("cluster.parquet", "--engine", "spark"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertSameAsHere("cluster.parquet");
  }

  @Test
  void twoExecutorProcessesScoreTheSameBytes() throws IOException {
    Path home = home();
    SparkScoringTest.scoreIn(folder);
    Commands.Ended ended =
        Commands.submit(
            home,
            folder,
            List.of("--master", "local-cluster[2,1,2048]"),
            SparkScoringTest.score("day-*.csv", "scored.parquet", "--engine", "spark"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(SparkEngineTest.files(folder.resolve("scored.parquet")))
        .isEqualTo(SparkEngineTest.files(folder.resolve("scored-here.parquet")));
  }

  @ParameterizedTest
  @CsvSource({"local[1], 1", "local[2], 7", "local-cluster[2;1;2048], 2"})
  void aGridHasTheSameFilesAnywhere(String named, String jobs) throws IOException {
    String master = named.replace(';', ',');
    boolean isCluster = master.startsWith("local-cluster");
    Path home = isCluster ? home() : folder;
    SparkGridTest.compareIn(folder);
    String to = "grid-" + master.replaceAll("[^a-z0-9]", "") + "-" + jobs;
    String[] line = SparkGridTest.compare(to, "--engine", "spark");
    Commands.Ended ended =
        isCluster
            ? Commands.submit(home, folder, List.of("--master", master), line)
            : Commands.spark(
                folder, Map.of("spark.master", master, "spark.default.parallelism", jobs), line);
    assertThat(ended.code()).as(ended.err()).isZero();
    SparkGridTest.assertSame(folder, to);
  }

  @Test
  void aMasterThatDoesNotAnswerIsToldInASentence() throws IOException {
    Commands.Ended ended =
        Commands.spark(
            folder,
            Map.of("spark.master", "spark://127.0.0.1:9"),
            SparkEngineTest.draw("nowhere.parquet", "--engine", "spark"));
    assertThat(ended.code()).as(ended.err()).isEqualTo(6);
    assertThat(ended.err())
        .contains("spark://127.0.0.1:9", "no master answers there")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("nowhere.parquet")).doesNotExist();
  }

  private static void assertSameAsHere(String to) throws IOException {
    try (var files = Files.list(folder.resolve("here.parquet"))) {
      for (Path file : files.toList()) {
        assertThat(folder.resolve(to).resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
  }

  /** Returns the Spark distribution that the environment names; without, the test is skipped. */
  static Path home() {
    String home = System.getenv("SPARK_HOME");
    assumeTrue(
        home != null,
        "SPARK_HOME names no Spark 4.2.0 distribution, as pip install pyspark==4.2.0 brings one;"
            + " executors in processes of their own are not tried");
    return Path.of(home);
  }
}

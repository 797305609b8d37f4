package dev.synth.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters that cannot do the work: each ends in one sentence and exit code 6. */
@Tag("slow")
class BadClusterTest {
  private static final int ENVIRONMENT = 6;
  private static final int NEEDED_JAVA = 21;

  @TempDir private static Path folder;

  @BeforeAll
  static void makeARun() throws IOException {
    Commands.makeARun(folder, "mine");
    SparkScoringTest.scoreIn(folder);
    SparkGridTest.compareIn(folder);
  }

  private static void assertToldInASentence(
      List<String> options, String message, String... command) {
    List<String> all = new ArrayList<>(List.of("--master", "local-cluster[1,1,1024]"));
    all.addAll(options);
    Commands.Ended ended = Commands.submit(ClusterTest.home(), folder, all, command);
    assertThat(ended.code()).as(ended.err()).isEqualTo(ENVIRONMENT);
    List<String> told = ended.err().lines().filter(line -> line.startsWith("synth: ")).toList();
    assertThat(told).as(ended.err()).singleElement().asString().contains(message);
    assertThat(ended.err()).doesNotContain("\tat ");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.contains("never"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void executorsOnAnOldJava() {
    Optional<Path> old = oldJava();
    assumeTrue(old.isPresent(), "no JDK below 21 in /usr/lib/jvm that runs Spark");
    List<String> options = List.of("--conf", "spark.executorEnv.JAVA_HOME=" + old.orElseThrow());
    String message = "an executor of Spark runs on a Java older than 21";
    assertToldInASentence(options, message, SparkEngineTest.draw("never", "--engine", "spark"));
    assertToldInASentence(
        options, message, SparkScoringTest.score("rows.csv", "never", "--engine", "spark"));
    assertToldInASentence(
        options, message, SparkGridTest.compare("of-old-java", "--engine", "spark"));
  }

  /** Spark 4.2 runs on 17 and newer. */
  private static Optional<Path> oldJava() {
    try (Stream<Path> all = Files.list(Path.of("/usr/lib/jvm"))) {
      return all.filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .filter(home -> version(home) >= 17 && version(home) < NEEDED_JAVA)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int version(Path home) {
    try (Stream<String> lines = Files.lines(home.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("[^0-9]*([0-9]+).*", "$1"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  @Test
  void executorsWithAnotherJar() throws IOException {
    Path other = Files.copy(Commands.SPARK.resolve("lib/synth-spark.jar"), folder.resolve("o.jar"));
    try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + other.toUri()), Map.of())) {
      Files.writeString(jar.getPath("/dev/synth/other.txt"), "another build");
    }
    List<String> options =
        List.of(
            "--conf",
            "spark.executor.extraClassPath=" + other + ":" + Commands.SPARK.resolve("lib") + "/*");
    String message = "; give both the same jar";
    assertToldInASentence(options, message, SparkEngineTest.draw("never", "--engine", "spark"));
    assertToldInASentence(
        options, message, SparkScoringTest.score("rows.csv", "never", "--engine", "spark"));
    assertToldInASentence(
        options, message, SparkGridTest.compare("of-other-jar", "--engine", "spark"));
  }

  @Test
  void executorsThatWriteToADiskOfTheirOwn() {
    String tests = System.getProperty("test.classes");
    List<String> options =
        List.of(
            "--driver-class-path", tests,
            "--conf", "spark.executor.extraClassPath=" + tests,
            "--conf", "spark.hadoop.fs.apart.impl=" + ApartFileSystem.class.getName());
    String message = "was written, but is not in the folder that this machine sees";
    assertToldInASentence(
        options, message, SparkEngineTest.draw("apart:///never", "--engine", "spark"));
    assertToldInASentence(
        options,
        message,
        SparkScoringTest.score("rows.csv", "apart:///never", "--engine", "spark"));
    assertThat(folder.resolve("apart")).isEmptyDirectory();
  }
}

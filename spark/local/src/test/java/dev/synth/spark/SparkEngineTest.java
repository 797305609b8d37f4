package dev.synth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks drawn on Spark in one process, held against those of the local tool. */
class SparkEngineTest {
  private static final String[] ORDER = {
    "--rows", "45000", "--seed", "9", "--where", "hour=3", "--rows-per-file", "20000"
  };

  @TempDir private static Path folder;

  @BeforeAll
  static void makeARunAndDrawHere() throws IOException {
    Commands.makeARun(folder, "mine");
    Commands.Ended ended = Commands.plain(folder, draw("here/"));
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  @Test
  void oneAndTwoThreadsAndAnyPartitionsGiveTheSameBytes() throws IOException {
    Map<String, String> here = files("here");
    assertThat(here).hasSizeGreaterThan(3).containsKey("_manifest.json");

    drawOnSpark("one", Map.of("spark.master", "local[1]", "spark.default.parallelism", "1"));
    assertThat(files("one")).isEqualTo(here);
    drawOnSpark("two", Map.of("spark.master", "local[2]", "spark.default.parallelism", "2"));
    assertThat(files("two")).isEqualTo(here);
  }

  @Test
  void whatIsInTheWayIsToldInASentence() throws IOException {
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("thesis.txt"), "mine");

    Commands.Ended ended =
        Commands.spark(folder, Map.of(), draw("foreign", "--engine", "spark", "--overwrite"));

    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err())
        .contains("is no folder of drawn or scored rows")
        .doesNotContain("\tat ");
    assertThat(foreign.resolve("thesis.txt")).hasContent("mine");
  }

  /** Driver and executors are one process here, so that even storage apart is shared. */
  @Test
  void aFileSystemUnderASchemeOfItsOwnGetsTheSameBytes() throws IOException {
    Map<String, String> conf =
        Map.of("spark.hadoop.fs.apart.impl", ApartFileSystem.class.getName());
    drawOnSpark("apart:///below/drawn", conf);
    assertThat(files("apart/below/drawn")).isEqualTo(files("here"));

    Commands.Ended again =
        Commands.spark(folder, conf, draw("apart:///below/drawn", "--engine", "spark"));
    assertThat(again.code()).as(again.err()).isEqualTo(2);
    assertThat(again.err()).contains("apart:///below/drawn exists").doesNotContain("\tat ");
  }

  private static void drawOnSpark(String to, Map<String, String> conf) {
    Commands.Ended ended = Commands.spark(folder, conf, draw(to, "--engine", "spark"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("45,000 synthetic rows where hour=3, seed 9");
    assertThat(ended.err()).as("Spark's own log").doesNotContain("INFO", "ERROR");
  }

  static String[] draw(String to, String... more) {
    return Stream.of(
            List.of("generate", "--from", "mine", "--to", to), List.of(ORDER), List.of(more))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  static Map<String, String> files(String name) throws IOException {
    return files(folder.resolve(name));
  }

  /** Returns the files of a folder, hidden ones too, as text of a character a byte. */
  static Map<String, String> files(Path place) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(place)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(
            place.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}

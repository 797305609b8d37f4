package dev.synth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More rows than are judged in memory, judged on Spark and here. */
class SparkValidationTest {
  private static final int FILES = 3;
  private static final int ROWS = 2_000;

  @TempDir private static Path folder;

  @BeforeAll
  static void judgeHere() throws IOException {
    for (int file = 0; file < FILES; file++) {
      write("real-" + file + ".csv", file, 0);
      write("fake-" + file + ".csv", file, 3);
    }
    Commands.Ended ended = Commands.plain(folder, validate("real-*.csv", "here"));
    assertThat(ended.code()).as(ended.err()).isIn(0, 4); // a gate of these made-up rows
    assertThat(folder.resolve("here/validation.json"))
        .content()
        .contains("300 of 6,000 synthetic rows");
  }

  private static void write(String name, int file, int shift) throws IOException {
    StringBuilder rows = new StringBuilder("amount,channel,fraud\n");
    for (int row = 0; row < ROWS; row++) {
      int number = file * ROWS + row;
      rows.append(
          String.format(
              Locale.ROOT,
              "%.2f,%s,1%n",
              (7919 * number + shift) % 991 / 7.0,
              number % (7 + shift) < 2 ? "web" : "shop"));
    }
    Files.writeString(folder.resolve(name), rows);
  }

  private static String[] validate(String real, String out, String... more) {
    List<String> line = new ArrayList<>(List.of("validate", "--real", real, "--synthetic"));
    line.addAll(List.of("fake-*.csv", "--label", "fraud", "--positive", "1"));
    line.addAll(List.of("--sample", "300", "--out", out));
    line.addAll(List.of(more));
    return line.toArray(String[]::new);
  }

  @Test
  void anyPartitionsGiveTheSameFigures() {
    Partitions.giveTheSame(
        folder,
        "here",
        List.of("validation.json", "plots.json"),
        to -> validate("real-*.csv", to, "--engine", "spark"),
        0,
        4);
  }

  @Test
  void filesOfAnotherFileSystemAreFetched() throws IOException {
    String real = "file://" + folder.toAbsolutePath() + "/real-*.csv";
    Commands.Ended ended =
        Commands.spark(folder, Map.of(), validate(real, "fetched", "--engine", "spark"));
    assertThat(ended.code()).as(ended.err()).isIn(0, 4);
    assertThat(folder.resolve("fetched/validation.json"))
        .hasSameBinaryContentAs(folder.resolve("here/validation.json"));
    assertThat(folder.resolve("fetched/provenance.json")).content().contains(real);
  }
}

package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir Path folder;

  @Test
  void writesTheRowsThatWereAskedFor() throws IOException {
    Path file = folder.resolve("cards.csv");
    CommandLineRun run = CommandLineRun.of("demo", "--rows", "3000", file.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("3,000 rows");
    assertThat(Files.readAllLines(file)).hasSize(3_001);
    assertThat(Files.readAllLines(file).getFirst()).endsWith(",fraud");
  }

  @Test
  void writesTheSameBytesForTheSameSeed() throws IOException {
    for (String name : new String[] {"a.parquet", "b.parquet"}) {
      String file = folder.resolve(name).toString();
      assertThat(CommandLineRun.of("demo", "--rows", "2000", file).code()).isZero();
    }
    assertThat(folder.resolve("a.parquet")).hasSameBinaryContentAs(folder.resolve("b.parquet"));
  }

  @Test
  void refusesToReplaceAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("cards.csv"), "mine");
    CommandLineRun run = CommandLineRun.of("demo", file.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--overwrite");
    assertThat(file).hasContent("mine");
  }

  @Test
  void saysWhichExtensionsThereAre() {
    CommandLineRun run = CommandLineRun.of("demo", folder.resolve("cards.xlsx").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(".csv").contains(".parquet");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesNoRows() {
    CommandLineRun run =
        CommandLineRun.of("demo", "--rows", "0", folder.resolve("a.csv").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--rows").contains("0");
  }
}

package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path folder;

  @Test
  void saysWhatIsThereAndLeavesNothingBehind() {
    Path out = folder.resolve("results");
    CommandLineRun run = CommandLineRun.of("doctor", "--out", out.toString());

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out())
        .contains(
            "Java         " + Runtime.version(),
            "networks     ",
            "GPU          ",
            "tables       DuckDB")
        .contains("runs go to   " + out)
        .endsWith("\n\nAll that synth needs is here.\n");
    assertThat(out).doesNotExist();
  }

  /** A file is where the folder would be. */
  @Test
  void whatIsMissingEndsInSix() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "mine");
    CommandLineRun run = CommandLineRun.of("doctor", "--out", file.toString());

    assertThat(run.code()).isEqualTo(6);
    assertThat(run.out())
        .contains("runs go to   MISSING: ")
        .endsWith("Something that synth needs is missing; see above.\n");
    assertThat(file).hasContent("mine");
  }

  @Test
  void programsReadTheSame() throws IOException {
    CommandLineRun run = CommandLineRun.of("doctor", "--out", folder.toString(), "--json");

    JsonNode checks = Json.mapper().readTree(run.out()).path("checks");
    assertThat(checks).hasSize(10);
    assertThat(checks.get(0).path("topic").asText()).isEqualTo("version");
    assertThat(checks.get(9).path("status").asText()).isEqualTo("ok");
  }
}

package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {
  @TempDir Path folder;

  @Test
  void saysWhatAFileLooksLikeAndWhatItGuessed() throws IOException {
    Path data = SmallData.csv(folder, 400, 60);
    CommandLineRun run = CommandLineRun.of("profile", data.toString(), "--quiet");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith(data + ": 400 rows, 5 columns\n")
        .contains("60 of 400 rows have '1' in 'fraud': 15 %, one in 7.")
        .contains("Nobody named the label: 'fraud' was taken for its name")
        .contains("Enough? Hardly: 60 rare rows")
        .contains("split: {method: random}, the default")
        .contains("What effect these data could show at all");
  }

  @Test
  void programsReadTheSameAndAPageNeedsNoOtherFile() throws IOException {
    Path data = SmallData.csv(folder, 400, 60);
    Path page = folder.resolve("profile.html");
    CommandLineRun run =
        CommandLineRun.of(
            "profile", data.toString(), "--label", "fraud", "--json", "--out", page.toString());

    JsonNode profile = Json.mapper().readTree(run.out());
    assertThat(profile.path("label").path("rare").asInt()).isEqualTo(60);
    assertThat(profile.path("columns")).hasSize(4);
    assertThat(profile.path("foreseen").get(0).path("high").asDouble()).isBetween(0.01, 0.5);
    assertThat(Files.readString(page))
        .contains("<h2>Label</h2>", "<style>")
        .doesNotContain("<link", "<script src");
    assertThat(CommandLineRun.of("profile", data.toString(), "--out", page.toString()).code())
        .isEqualTo(2);
  }

  @Test
  void aPlainTableNeedsNoLabel() throws IOException {
    Path data = SmallData.csv(folder, 400, 60);
    CommandLineRun run = CommandLineRun.of("profile", data.toString(), "--no-label", "--quiet");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("No column was named as the label").doesNotContain("Enough?");
  }

  @Test
  void mistakesAreToldInALine() throws IOException {
    Path data = SmallData.csv(folder, 400, 60);

    assertThat(CommandLineRun.of("profile").err()).startsWith("synth: which data? For example");
    CommandLineRun misspelt = CommandLineRun.of("profile", data.toString(), "--label", "frud");
    assertThat(misspelt.code()).isEqualTo(3);
    assertThat(misspelt.err()).contains("there is no column 'frud'; did you mean 'fraud'?");
    CommandLineRun untimed = CommandLineRun.of("profile", data.toString(), "--time", "hours");
    assertThat(untimed.code()).isEqualTo(3);
    assertThat(untimed.err()).contains("--time names 'hours', which is no column; did you mean");
    CommandLineRun wordy = CommandLineRun.of("profile", data.toString(), "--time", "channel");
    assertThat(wordy.err()).contains("--time names 'channel', which holds neither times such as");
    CommandLineRun both =
        CommandLineRun.of(
            "profile", data, "--label", "fraud", "--positive", "1", "--time", "at", "--group", "g");
    assertThat(both.err())
        .contains("2 names fit no column:\n  --time names 'at', which is no column")
        .contains("\n  --group names 'g', which is no column");
    assertThat(CommandLineRun.of("profile", data.toString(), "--positive", "1").err())
        .contains("--positive is a value of the label column; name that too");
  }
}

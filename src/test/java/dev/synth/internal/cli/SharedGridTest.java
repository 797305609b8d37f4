package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One grid and several processes, some of which are killed. */
@Tag("slow")
class SharedGridTest {
  private static final List<String> RESULTS = List.of("runs.csv", "comparison.json", "report.html");

  @TempDir private static Path folder;
  private static Path config = Path.of("");
  private @Nullable Process child;

  @BeforeAll
  static void computeTheWholeGrid() throws IOException {
    config =
        SmallData.config(
            folder,
            SmallData.csv(folder, 2_500, 120),
            "compare: {generators: [oversample], ratios: [0.1, 0.2, 0.4], rare_rows: [16, all]}",
            "evaluation: {repeats: 6, classifiers: [random-forest, logistic-regression]}");
    assertThat(compare("whole")).isZero();
  }

  @AfterEach
  void killTheChild() throws InterruptedException {
    if (child != null) {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  void aKilledProcessGoesOnWhereItWas() throws Exception {
    Path repeats = folder.resolve("evaluation/.halved.grid/repeats");
    Process killed = start("halved");
    waitFor(killed, () -> files(repeats) >= 1);
    killed.destroyForcibly().waitFor(); // SIGKILL
    assertThat(killed.exitValue()).isNotZero();
    assertThat(folder.resolve("evaluation/halved")).doesNotExist();
    int finished = files(repeats);
    assertThat(finished).isBetween(1, 5);
    mark(repeats.resolve("0001.json"));

    assertThat(compare("halved")).isZero();

    assertSameResults("halved");
    // the marked repeat was read, not computed again
    JsonNode provenance =
        Json.mapper().readTree(folder.resolve("evaluation/halved/provenance.json").toFile());
    assertThat(provenance.path("fit_seconds").path("none").asDouble()).isGreaterThan(1e5);
    assertThat(provenance.path("test_openings")).hasSize(6);
    assertThat(folder.resolve("evaluation/.halved.grid")).doesNotExist();
  }

  @Test
  void twoProcessesShareAGrid() throws Exception {
    Process other = start("shared");
    waitFor(other, () -> Files.exists(folder.resolve("evaluation/.shared.grid/locks")));

    CommandLineRun own = run("shared");
    assertThat(own.code()).as(own.err()).isZero();

    assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(other.exitValue()).isZero();
    assertSameResults("shared");
    assertThat(folder.resolve("evaluation/.shared.grid")).doesNotExist();
  }

  private static int compare(String name) {
    return run(name).code();
  }

  private static CommandLineRun run(String name) {
    return CommandLineRun.withConfig("compare", config, folder, "--run-name", name);
  }

  private Process start(String name) throws IOException {
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "compare",
                "--config",
                config.toString(),
                "--out",
                folder.toString(),
                "--run-name",
                name,
                "--jobs",
                "1")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(new File(folder.toFile(), name + ".err"))
            .start();
    child = started;
    return started;
  }

  private interface Condition {
    boolean holds();
  }

  private void waitFor(Process process, Condition condition) throws Exception {
    for (int wait = 0; wait < 6000 && !condition.holds(); wait++) {
      assertThat(process.isAlive()).as("the child lives").isTrue();
      Thread.sleep(10);
    }
    assertThat(condition.holds()).isTrue();
  }

  private static int files(Path place) {
    String[] names =
        place.toFile().list((at, name) -> name.endsWith(".json") && name.charAt(0) != '.');
    return names == null ? 0 : names.length;
  }

  /** Makes a finished repeat tell that 'none' took very long, which no result depends on. */
  private static void mark(Path repeat) throws IOException {
    ObjectNode json = (ObjectNode) Json.mapper().readTree(repeat.toFile());
    ((ObjectNode) json.path("costs").path("fit_seconds")).put("none", 1e6);
    Files.writeString(repeat, Json.write(json));
  }

  private static void assertSameResults(String name) {
    for (String file : RESULTS) {
      assertThat(folder.resolve("evaluation").resolve(name).resolve(file))
          .hasSameBinaryContentAs(folder.resolve("evaluation/whole").resolve(file));
    }
  }
}

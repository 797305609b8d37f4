package dev.synth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Runs the script that starts the benchmarks, as far as it goes without a build. */
@DisabledOnOs(OS.WINDOWS)
class BenchmarkListTest {
  private static final int USAGE = 2;

  @Test
  void everyBenchmarkIsListedWithTheFirstSentenceOfItsJavadoc() throws Exception {
    Run run = run();

    assertThat(run.exitCode).isZero();
    // The programs below src/bench/java; the sentence is AutoBenchmark's.
    assertThat(run.lines.stream().filter(line -> line.matches(" {2}\\S+")).map(String::strip))
        .containsExactlyInAnyOrder(
            "admission",
            "auto",
            "cheat",
            "gan-step",
            "generator",
            "generator-summary",
            "interval",
            "large",
            "metric",
            "monitor",
            "page-load",
            "pictures",
            "pitfalls",
            "privacy",
            "serve",
            "settings",
            "stages",
            "state",
            "trees",
            "two-sample",
            "until",
            "uplift",
            "vae-step",
            "verdict");
    assertThat(String.join(" ", run.lines.stream().map(String::strip).toList()))
        .contains("with all rare rows and at most 10,000 others.")
        .doesNotContain("{@code");
  }

  @Test
  void anUnknownNameIsRefused() throws Exception {
    Run run = run("fastest");

    assertThat(run.exitCode).isEqualTo(USAGE);
    assertThat(run.lines)
        .containsExactly("synth-bench: there is no benchmark 'fastest'; ./synth-bench lists them.");
  }

  private record Run(int exitCode, List<String> lines) {}

  private static Run run(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("/bin/sh", "synth-bench"));
    line.addAll(List.of(arguments));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out.lines().toList());
  }
}

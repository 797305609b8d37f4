package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.compare.Looks;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --until decided}, as it is called. */
class UntilDecidedTest {
  @TempDir private static Path folder;
  private static CommandLineRun run = new CommandLineRun(-1, "", "");

  @BeforeAll
  static void evaluateOnce() throws IOException {
    run = call("once", "--jobs", "1");
  }

  private static CommandLineRun call(String name, String... more) throws IOException {
    Path config =
        SmallData.config(
            folder,
            SmallData.csv(folder, 400, 60),
            "generator: {kind: oversample}",
            "augmentation: {ratio: 0.4}",
            "evaluation: {classifiers: [logistic-regression], baselines: [none], repeats: 2,"
                + " most_repeats: 7, effect: 0.2, detectors: [], importance: {repeats: 0}}");
    return CommandLineRun.withConfig(
        "evaluate",
        config,
        folder,
        Stream.concat(Stream.of("--run-name", name, "--until", "decided"), Stream.of(more))
            .toArray(String[]::new));
  }

  private static Path comparison(String name) {
    return folder.resolve("evaluation").resolve(name).resolve("comparison.json");
  }

  private static Looks looks(String name) throws IOException {
    Comparison comparison =
        Json.mapper().readValue(Files.readString(comparison(name)), Comparison.class);
    assertThat(comparison.protocol().looks()).containsExactly(2, 4, 7);
    return Objects.requireNonNull(comparison.looks());
  }

  @Test
  void repeatsAreAddedWhileSomethingIsOpen() throws IOException {
    assertThat(run.code()).as(run.err()).isZero();
    Looks looks = looks("once");
    List<Integer> taken = looks.taken().stream().map(Looks.Look::repeats).toList();
    assertThat(taken).isEqualTo(List.of(2, 4, 7).subList(0, taken.size()));
    assertThat(looks.stopped()).isNotEqualTo(Looks.Stop.NOT_STOPPED);
    assertThat(run.out()).contains("It stopped after " + taken.getLast() + " repeats");
  }

  @Test
  void twoJobsFindTheSame() throws IOException {
    CommandLineRun other = call("twice", "--jobs", "2");
    assertThat(other.code()).as(other.err()).isZero();
    assertThat(comparison("twice")).hasSameTextualContentAs(comparison("once"));
  }

  @Test
  void auditReplaysTheLooks() throws IOException {
    String[] audit = {"audit", "once", "--out", folder.toString()};
    assertThat(CommandLineRun.of(audit).out()).startsWith("no alarm");
    String before = Files.readString(comparison("once"));
    Files.writeString(comparison("once"), before.replace("\"most\": 7", "\"most\": 8"));
    try {
      assertThat(CommandLineRun.of(audit).out()).contains("'looks' is not what");
    } finally {
      Files.writeString(comparison("once"), before);
    }
  }

  @Test
  void splitsByTimeAreRefused() throws IOException {
    CommandLineRun refused = call("time", "--set", "split.method=time", "--set", "data.time=x");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("until: decided only where the split is at random");
  }
}

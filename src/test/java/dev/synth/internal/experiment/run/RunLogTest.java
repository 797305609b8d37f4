package dev.synth.internal.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
  @TempDir Path folder;

  /** Keeps what it is told. */
  private static final class OldSentence implements Progress {
    private final List<String> all = new ArrayList<>();

    @Override
    public Stage stage(String name, long total, String unit) {
      all.add(name);
      return done -> all.add("+" + done);
    }

    @Override
    public void note(String message) {
      all.add(message);
    }
  }

  @Test
  void takesDownNotesAndStagesAndTellsThemOn() throws IOException {
    OldSentence told = new OldSentence();
    RunLog log = new RunLog(told);
    log.note("first\nline");
    try (Progress.Stage stage = log.stage("training", 2_000, "steps")) {
      stage.advance(1_500);
    }
    log.write(folder);

    assertThat(told.all).containsExactly("first\nline", "training", "+1500");
    String time = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z  ";
    assertThat(Files.readAllLines(folder.resolve("log.txt")))
        .satisfiesExactly(
            line -> assertThat(line).matches(time + "first line"),
            line -> assertThat(line).matches(time + "training: 1,500 steps in \\d+\\.\\d{3} s"));
  }

  @Test
  void aFileFollowsLineByLine() throws IOException {
    Path file = folder.resolve("following.txt");
    RunLog log = new RunLog(Progress.NONE);
    log.note("before");
    log.follow(file);
    assertThat(Files.readString(file)).endsWith("  before\n");
    log.note("after");
    assertThat(Files.readAllLines(file)).hasSize(2).last().asString().endsWith("  after");
    log.write(folder);
    log.note("later");
    assertThat(Files.readAllLines(file)).hasSize(2);
    log.follow(folder.resolve("none").resolve("log.txt")); // costs the file, and not the run
    log.note("told all the same");
  }
}

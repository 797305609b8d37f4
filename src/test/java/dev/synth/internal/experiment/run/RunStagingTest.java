package dev.synth.internal.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.run.RunFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStagingTest {
  @TempDir Path out;
  private RunFolders folders;

  @BeforeEach
  void nameTheFolders() {
    folders = RunFolders.below(out, "mine");
  }

  @Test
  void showsNothingUntilItIsCommitted() throws IOException {
    try (RunStaging staging = RunStaging.claim(folders, "abc")) {
      Files.writeString(staging.synthesis().resolve("rows.csv"), "1\n");
      Files.writeString(staging.evaluation().resolve("runs.csv"), "2\n");
      assertThat(folders.isTaken()).isFalse();
      staging.commit();
    }
    assertThat(folders.owner()).contains("abc");
    assertThat(folders.hasEvaluation()).isTrue();
    assertThat(folders.synthesis().resolve("rows.csv")).hasContent("1");
    assertThat(names()).containsExactlyInAnyOrder("synthetic-out/mine", "evaluation/mine");
  }

  @Test
  void leavesTheOldRunWhereTheNewOneIsGivenUp() throws IOException {
    commit("abc", "old");
    try (RunStaging staging = RunStaging.claim(folders, "abc")) {
      Files.writeString(staging.synthesis().resolve("rows.csv"), "half");
    }
    assertThat(folders.synthesis().resolve("rows.csv")).hasContent("old");
    assertThat(names()).containsExactly("synthetic-out/mine");
  }

  @Test
  void replacesTheOldRunWithItsEvaluation() throws IOException {
    try (RunStaging staging = RunStaging.claim(folders, "abc")) {
      Files.writeString(staging.evaluation().resolve("runs.csv"), "2\n");
      staging.commit();
    }
    commit("def", "new"); // a run without an evaluation
    assertThat(folders.owner()).contains("def");
    assertThat(folders.evaluation()).doesNotExist();
    assertThat(names()).containsExactly("synthetic-out/mine");
  }

  @Test
  void clearsWhatAKilledProcessLeft() throws IOException {
    Path left = out.resolve("synthetic-out/.mine.partial/model");
    Files.createDirectories(left);
    Files.writeString(left.resolve("tensors.bin"), "half");
    commit("abc", "new");
    assertThat(folders.synthesis().resolve("model")).doesNotExist();
    assertThat(names()).containsExactly("synthetic-out/mine");
  }

  @Test
  void refusesARunThatIsBeingMade() {
    try (RunStaging staging = RunStaging.claim(folders, "abc")) {
      assertThat(staging.synthesis()).exists();
      assertThatThrownBy(() -> RunStaging.claim(folders, "abc"))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
          .hasMessageContaining("'mine'")
          .hasMessageEndingWith("give this run a name of its own");
      assertThat(staging.synthesis()).exists();
    }
  }

  private void commit(String identity, String rows) throws IOException {
    try (RunStaging staging = RunStaging.claim(folders, identity)) {
      Files.writeString(staging.synthesis().resolve("rows.csv"), rows);
      staging.commit();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> tree = Files.walk(out, 2)) {
      return tree.filter(path -> out.relativize(path).getNameCount() == 2)
          .map(path -> out.relativize(path).toString().replace('\\', '/'))
          .toList();
    }
  }
}

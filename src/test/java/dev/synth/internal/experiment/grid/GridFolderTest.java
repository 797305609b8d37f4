package dev.synth.internal.experiment.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.run.RunFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridFolderTest {
  @TempDir Path out;
  private RunFolders folders = RunFolders.below(Path.of(""), "mine");
  private Path finished = Path.of("");

  @BeforeEach
  void nameTheFolders() {
    folders = RunFolders.ofEvaluation(out, "mine");
    finished = out.resolve("evaluation/.mine.grid/repeats/0001.json");
  }

  private void finishOne(String identity) throws IOException {
    try (GridFolder grid = GridFolder.open(folders, identity, false)) {
      assertThat(grid.store().hasRepeat(1)).isFalse();
      Files.createDirectories(finished.resolveSibling("."));
      Files.writeString(finished, "{}");
    }
  }

  @Test
  void keepsWhatTheSameRunHadFinished() throws IOException {
    finishOne("abc");
    try (GridFolder grid = GridFolder.open(folders, "abc", false)) {
      assertThat(grid.store().hasRepeat(1)).isTrue();
    }
  }

  @Test
  void throwsAwayWhatAnotherRunHadFinishedOrARerunDoesNotWant() throws IOException {
    finishOne("abc");
    finishOne("def");
    try (GridFolder grid = GridFolder.open(folders, "def", true)) {
      assertThat(grid.store().hasRepeat(1)).isFalse();
    }
  }

  @Test
  void emptiesNothingThatIsInUse() throws IOException {
    finishOne("abc");
    try (GridFolder grid = GridFolder.open(folders, "abc", false)) {
      for (String identity : new String[] {"abc", "def"}) {
        assertThatThrownBy(() -> GridFolder.open(folders, identity, true))
            .isInstanceOfSatisfying(
                Problem.class,
                problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
            .hasMessageEndingWith("give this run a name of its own");
      }
      GridFolder.discard(folders);
      assertThat(grid.store().hasRepeat(1)).isTrue();
    }
  }

  @Test
  void isRemovedWhenNobodyUsesIt() throws IOException {
    finishOne("abc");
    GridFolder.discard(folders);
    assertThat(out.resolve("evaluation")).isEmptyDirectory();
    GridFolder.discard(folders);
  }
}

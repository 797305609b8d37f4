package dev.synth.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFileTest {
  private record Facts(int rows) {}

  @TempDir Path folder;

  private Facts read(String text) throws IOException {
    Files.writeString(folder.resolve("provenance.json"), text);
    return RunFile.PROVENANCE.read(folder, Facts.class);
  }

  @Test
  void keysOfOtherVersionsArePassedOver() throws IOException {
    assertThat(RunFile.PROVENANCE.isIn(folder)).isFalse();
    assertThat(read("{\"rows\": 3, \"later\": []}")).isEqualTo(new Facts(3));
    assertThat(RunFile.PROVENANCE.isIn(folder)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "{\"rows\": \"many\"}", "[]", "{\"rows\": 3} x"})
  void aDamagedFileIsOneSentence(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageStartingWith(
            folder.resolve("provenance.json") + " is not what this version of synth writes: ");
  }

  @Test
  void aMissingFileIsOneSentence() {
    assertThatThrownBy(() -> RunFile.RUNS.text(folder))
        .isInstanceOf(Problem.class)
        .hasMessage(folder.resolve("runs.csv") + " is not there; a finished run has it");
  }
}

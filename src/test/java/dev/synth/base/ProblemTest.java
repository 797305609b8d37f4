package dev.synth.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Problems that are told in other words. */
class ProblemTest {
  /** The exit code, the key and what puts it right stay. */
  @Test
  void aProblemIsRetoldWithItsLines() {
    Problem several = Problem.several(ExitCode.DATA, "copy a", List.of("copy b", "c"));
    Problem told = several.at("data.time").retold(text -> text.replace("copy", "file"));

    assertThat(told).hasMessage("data.time: file a\n  file b\n  c");
    assertThat(told.exitCode()).isEqualTo(ExitCode.DATA);
  }
}

package dev.synth.split;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitCountsTest {
  @Test
  void saysNothingWhereNothingNeededCare() {
    assertThat(new SplitCounts(0, false, 0, 0, 0).sentences()).isEmpty();
  }

  @Test
  void saysWhatHappenedToDuplicates() {
    assertThat(new SplitCounts(7, false, 0, 0, 0).sentences())
        .containsExactly(
            "7 rows repeat an earlier row; equal rows were kept on one side of the split");
    assertThat(new SplitCounts(7, true, 0, 0, 0).sentences().getFirst())
        .contains("split like any other");
    assertThat(new SplitCounts(7, false, 7, 0, 0).sentences())
        .containsExactly("7 rows repeat an earlier row and were dropped");
  }

  @Test
  void saysWhatATimeSplitLeftOut() {
    assertThat(new SplitCounts(0, false, 0, 40, 3).sentences())
        .containsExactly(
            "40 rows fell into the gaps of the split and were dropped",
            "3 rows have no time and were dropped");
  }
}

package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.split.SplitCounts;
import org.junit.jupiter.api.Test;

class SplitSentencesTest {
  @Test
  void saysNothingWhereNothingNeededCare() {
    assertThat(SplitSentences.of(new SplitCounts(0, false, 0, 0, 0))).isEmpty();
  }

  @Test
  void saysWhatHappenedToDuplicates() {
    assertThat(SplitSentences.of(new SplitCounts(7, false, 0, 0, 0)))
        .containsExactly(
            "7 rows repeat an earlier row; equal rows were kept on one side of the split");
    assertThat(SplitSentences.of(new SplitCounts(7, true, 0, 0, 0)).getFirst())
        .contains("split like any other");
    assertThat(SplitSentences.of(new SplitCounts(7, false, 7, 0, 0)))
        .containsExactly("7 rows repeat an earlier row and were dropped");
  }

  @Test
  void oneRowIsNoPlural() {
    assertThat(SplitSentences.of(new SplitCounts(1, false, 1, 1, 1)))
        .containsExactly(
            "one row repeats an earlier row and was dropped",
            "one row fell into the gaps of the split and was dropped",
            "one row has no time and was dropped");
    assertThat(SplitSentences.of(new SplitCounts(1, false, 0, 0, 0)).getFirst())
        .startsWith("one row repeats an earlier row; ");
    assertThat(SplitSentences.of(new SplitCounts(1, false, 0, 0, 0, 1)))
        .containsExactly("one row equals one of a later part and was dropped");
  }

  @Test
  void saysWhatATimeSplitLeftOut() {
    assertThat(SplitSentences.of(new SplitCounts(0, false, 0, 40, 3)))
        .containsExactly(
            "40 rows fell into the gaps of the split and were dropped",
            "3 rows have no time and were dropped");
  }
}

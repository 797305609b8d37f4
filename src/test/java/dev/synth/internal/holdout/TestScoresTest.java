package dev.synth.internal.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The distance between a ranking and closed scores. */
class TestScoresTest {
  private static final TestScores SCORES = new TestScores(new double[] {.9, .1, .1, .4});

  @Test
  void isNothingWhereRowsRankAlike() {
    assertThat(SCORES.distanceTo(new int[] {2, 0, 0, 1})).isZero();
  }

  /** Places 3, .5, .5, 2 against 2, .5, .5, 3, and against 3, 0, 1, 2, by hand. */
  @Test
  void isTheMeanDifferenceOfPlacesAsAShareOfTheRows() {
    assertThat(SCORES.distanceTo(new int[] {1, 0, 0, 2})).isEqualTo((1 + 0 + 0 + 1) / 4.0 / 4);
    assertThat(SCORES.distanceTo(new int[] {3, 0, 1, 2}))
        .isCloseTo((.5 + .5) / 4.0 / 4, within(1e-15));
  }

  @Test
  void isUnknownWhereRanksAreOfOtherRows() {
    assertThat(SCORES.distanceTo(new int[] {0, 1, 2})).isNaN();
    assertThat(SCORES.distanceTo(new int[] {0, 1, 2, 9})).isNaN();
  }
}

package dev.synth.internal.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The distance between a ranking and closed scores. */
class TestScoresTest {
  private static final TestScores SCORES = new TestScores(new double[] {.9, .1, .1, .4});

  @Test
  void isNothingWhereRowsRankAlike() {
    assertThat(SCORES.distanceTo(new int[] {2, 0, 0, 1})).isZero();
  }

  /** Places 1, 3.5, 3.5, 2 against 2, 3.5, 3.5, 1, and against 1, 4, 3, 2, by hand. */
  @Test
  void isTheMeanRatioOfPlacesFromTheTop() {
    double weights = 1 / 11.0 + 2 / 13.5 + 1 / 12.0;
    assertThat(SCORES.distanceTo(new int[] {1, 0, 0, 2}))
        .isCloseTo((1 / 11.0 + 1 / 12.0) * Math.log(12 / 11.0) / weights, within(1e-15));
    assertThat(SCORES.distanceTo(new int[] {3, 0, 1, 2}))
        .isCloseTo(Math.log(14 / 13.0) / 13.5 / weights, within(1e-15));
  }

  /** Of 57,000 rows, 98 of the best tenth come to the very top; then two rows change places. */
  @Test
  void seesFewRareRowsAmongManyOthers() {
    int rows = 57_000;
    double[] scores = IntStream.range(0, rows).mapToDouble(row -> row).toArray();
    int[] leaked = IntStream.range(0, rows).toArray();
    for (int rare = 0; rare < 98; rare++) {
      int from = rows - 1 - 58 * rare;
      int to = rows - 1 - rare;
      int rank = leaked[from];
      leaked[from] = leaked[to];
      leaked[to] = rank;
    }
    assertThat(new TestScores(scores).distanceTo(leaked)).isGreaterThan(.1);
    int[] swapped = IntStream.range(0, rows).toArray();
    swapped[rows - 1] = rows - 2;
    swapped[rows - 2] = rows - 1;
    assertThat(new TestScores(scores).distanceTo(swapped)).isLessThan(.003);
  }

  @Test
  void isUnknownWhereRanksAreOfOtherRows() {
    assertThat(SCORES.distanceTo(new int[] {0, 1, 2})).isNaN();
    assertThat(SCORES.distanceTo(new int[] {0, 1, 2, 9})).isNaN();
  }
}

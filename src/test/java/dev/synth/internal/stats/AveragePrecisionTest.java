package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {
  private static final double ROUNDING = 1e-15;

  /** The average precision of steps, each some positives and some negatives. */
  private static double of(double[]... steps) {
    AveragePrecision precision = new AveragePrecision();
    for (double[] step : steps) {
      precision.step(step[0], step[1]);
    }
    return precision.value();
  }

  @Test
  void isScikitLearns() {
    // sklearn.metrics.average_precision_score([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]), 1.9.1
    assertThat(of(new double[][] {{1, 0}, {0, 1}, {1, 0}, {0, 1}}))
        .isCloseTo(0.8333333333333333, within(ROUNDING));
    // ([1, 0, 0, 1, 1, 0], [.9, .9, .5, .5, .5, .1]): equal scores are one step
    assertThat(of(new double[][] {{1, 1}, {2, 1}, {0, 1}}))
        .isCloseTo(0.5666666666666667, within(ROUNDING));
  }

  @Test
  void ranksPlainScoresWithEqualOnesTogether() {
    // sklearn.metrics.average_precision_score([1, 0, 0, 1, 1, 0], [.9, .9, .5, .5, .5, .1]), 1.9.1
    BitSet positive = new BitSet();
    positive.set(0);
    positive.set(3, 5);
    assertThat(AveragePrecision.of(new double[] {.9, .9, .5, .5, .5, .1}, positive))
        .isCloseTo(0.5666666666666667, within(ROUNDING));
    assertThat(AveragePrecision.of(new double[] {.9, .5}, new BitSet())).isNaN();
  }

  @Test
  void isTheMeanOfWhatEachPositiveRowSees() {
    BitSet positive = new BitSet();
    positive.set(0);
    positive.set(3, 5);
    assertThat(AveragePrecision.atPositives(new double[] {.9, .9, .5, .5, .5, .1}, positive))
        .containsExactly(1 / 2.0, 3 / 5.0, 3 / 5.0);
  }

  @Test
  void countsRowsAsOftenAsAsked() {
    // The same call with sample_weight=[2, 2, .5, .5, .5, 1].
    assertThat(of(new double[][] {{2, 2}, {1, 0.5}, {0, 1}}))
        .isCloseTo(0.5151515151515151, within(ROUNDING));
  }

  @Test
  void isTheShareOfPositivesWhereScoresSayNothing() {
    assertThat(of(new double[][] {{3, 9}})).isEqualTo(0.25);
  }

  @Test
  void isNaNWithoutPositives() {
    assertThat(of()).isNaN();
    assertThat(of(new double[][] {{0, 4}})).isNaN();
  }
}

package dev.synth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.BitSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference values are scikit-learn 1.9's, or worked by hand where a comment does. */
class CurvesTest {
  /** A few roundings of numbers near 1. */
  private static final Offset<Double> ROUNDING = within(1e-15);

  /** The example in scikit-learn's documentation of average_precision_score and roc_auc_score. */
  private static final ScoredRows DOCUMENTED =
      Scores.of(new int[] {0, 0, 1, 1}, 0.1, 0.4, 0.35, 0.8);

  private static final ScoredRows TIED =
      Scores.of(new int[] {1, 0, 1, 0, 0, 1, 0, 0, 1, 0}, .9, .9, .8, .7, .7, .7, .4, .2, .2, .1);

  @Test
  void averagePrecisionIsScikitLearns() {
    assertThat(Curves.averagePrecision(DOCUMENTED)).isCloseTo(0.8333333333333333, ROUNDING);
    // by hand: (1·1/2 + 1·2/3 + 1·3/6 + 1·4/9) / 4
    assertThat(Curves.averagePrecision(TIED)).isCloseTo(0.5277777777777778, ROUNDING);
  }

  @Test
  void rocAucIsScikitLearns() {
    assertThat(Curves.rocAuc(DOCUMENTED)).isCloseTo(0.75, ROUNDING);
    assertThat(Curves.rocAuc(TIED)).isCloseTo(0.6666666666666667, ROUNDING);
  }

  @Test
  void brierIsScikitLearns() {
    assertThat(Curves.brier(DOCUMENTED)).isCloseTo(0.15812500000000002, ROUNDING);
    assertThat(Curves.brier(TIED)).isCloseTo(0.278, ROUNDING);
  }

  @Test
  void scoresWithoutInformationGiveTheShareOfRareRowsAndOneHalf() {
    ScoredRows constant = Scores.of(new int[] {1, 0, 0, 0, 0}, .3, .3, .3, .3, .3);
    assertThat(Curves.averagePrecision(constant)).isCloseTo(0.2, ROUNDING);
    assertThat(Curves.rocAuc(constant)).isCloseTo(0.5, ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void rankFiguresAgreeWithTheirDefinitions(long seed) {
    RandomStream stream = new Seeds(seed).stream("curves");
    for (int i = 0; i < 50; i++) {
      ScoredRows rows = Scores.random(stream);
      assertThat(Curves.averagePrecision(rows))
          .isCloseTo(averagePrecisionByThresholds(rows), within(1e-12));
      assertThat(Curves.rocAuc(rows)).isCloseTo(wonPairs(rows), within(1e-12));
    }
  }

  /** Each rare row's precision at its own score, averaged: the same sum in another order. */
  private static double averagePrecisionByThresholds(ScoredRows rows) {
    double sum = 0;
    for (double score : rows.sortedRareScores()) {
      sum += rows.at(score).precision();
    }
    return sum / rows.rareCount();
  }

  private static double wonPairs(ScoredRows rows) {
    double won = 0;
    for (double rare : rows.sortedRareScores()) {
      for (double other : rows.sortedOtherScores()) {
        won += rare > other ? 1 : rare == other ? 0.5 : 0;
      }
    }
    return won / rows.rareCount() / rows.otherCount();
  }

  @Test
  void recallAtAFalsePositiveRateIsTheBestThatKeepsWithin() {
    // 2,000 normal rows, of which 20 (1 %) score .8 or more; 2 rare rows above them, 1 beside, 1
    // below: three rare rows are caught with exactly 20 false alarms
    double[] scores = new double[2004];
    BitSet rare = new BitSet();
    for (int row = 0; row < 2000; row++) {
      scores[row] = row < 20 ? 0.8 : 0.1;
    }
    scores[2000] = 0.9;
    scores[2001] = 0.9;
    scores[2002] = 0.8;
    scores[2003] = 0.1;
    rare.set(2000, 2004);
    ScoredRows rows = new ScoredRows(scores, rare);
    assertThat(Curves.recallAtFalsePositiveRate(rows, 0.01)).isEqualTo(new MetricValue.Value(0.75));
    assertThat(Curves.recallAtFalsePositiveRate(rows, 0.011))
        .isEqualTo(new MetricValue.Value(0.75));
    assertThat(Curves.recallAtFalsePositiveRate(rows, 0.001))
        .isEqualTo(new MetricValue.Skipped(new Unmeasured.TooFewFalseAlarms(0.001, 2000, 20)));
  }

  @Test
  void recallAtAPrecisionIsTheBestThatReachesIt() {
    // from the top: precision 1/2, 2/3, 3/6, 3/7, 4/9, 4/10
    assertThat(Curves.recallAtPrecision(TIED, 0.6)).isEqualTo(0.5);
    assertThat(Curves.recallAtPrecision(TIED, 0.5)).isEqualTo(0.75);
    assertThat(Curves.recallAtPrecision(TIED, 0.4)).isEqualTo(1);
    assertThat(Curves.recallAtPrecision(TIED, 0.9)).isZero();
  }

  @Test
  void precisionAtKSharesWhatItCutsThrough() {
    // 3 rows above the group of three at .7, of which one is rare: 2 + ⅓ of 4, 2 + ⅔ of 5
    assertThat(Curves.precisionAt(TIED, 3).number()).hasValue(2.0 / 3);
    assertThat(Curves.precisionAt(TIED, 4).number().getAsDouble())
        .isCloseTo((2 + 1.0 / 3) / 4, ROUNDING);
    assertThat(Curves.precisionAt(TIED, 5).number().getAsDouble())
        .isCloseTo((2 + 2.0 / 3) / 5, ROUNDING);
    assertThat(Curves.precisionAt(TIED, 1).number()).hasValue(0.5);
    assertThat(Curves.precisionAt(TIED, 10).number()).hasValue(0.4);
    assertThat(Curves.precisionAt(TIED, 11))
        .isEqualTo(new MetricValue.Skipped(new Unmeasured.FewerRowsThanAlerts(10, 11)));
  }

  @Test
  void calibrationErrorIsTheMeanGapOfTheBins() {
    // bin [.1, .2): scores .1 and .15, none rare, gap .125; bin [.9, 1]: .9 and 1, one rare, gap
    // .45; two rows of four each
    ScoredRows rows = Scores.of(new int[] {0, 0, 1, 0}, 0.1, 0.15, 0.9, 1.0);
    assertThat(Curves.calibrationError(rows)).isCloseTo(0.5 * 0.125 + 0.5 * 0.45, ROUNDING);
  }

  @Test
  void theOrderOfRowsIsOfNoMatter() {
    ScoredRows turned =
        Scores.of(new int[] {0, 1, 0, 0, 1, 0, 0, 1, 0, 1}, .1, .2, .2, .4, .7, .7, .7, .8, .9, .9);
    for (EvaluationMetric measure : EvaluationMetric.values()) {
      assertThat(measure.of(turned, turned, turned.at(0.5)))
          .isEqualTo(measure.of(TIED, TIED, TIED.at(0.5)));
    }
  }

  @Test
  void badScoresAndMissingClassesAreRefused() {
    int[] both = {0, 1};
    assertThatIllegalArgumentException().isThrownBy(() -> Scores.of(both, 0.5, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Scores.of(both, 0.5, 1.01));
    assertThatIllegalArgumentException().isThrownBy(() -> Scores.of(both, -0.1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Scores.of(new int[] {1, 1}, 0.5, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Scores.of(new int[] {0, 0}, 0.5, 1));
  }

  @Test
  void minusZeroAndZeroAreOneScore() {
    ScoredRows rows = Scores.of(new int[] {1, 0}, -0.0, 0.0);
    assertThat(Curves.rocAuc(rows)).isEqualTo(0.5);
  }
}

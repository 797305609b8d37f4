package dev.synth.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.base.JsonFields;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  /** Scores of a law under which a row of score s is rare with probability s². */
  private static ScoredRows rows(int count, RandomStream stream) {
    double[] scores = new double[count];
    BitSet rare = new BitSet();
    for (int row = 0; row < count; row++) {
      scores[row] = stream.nextDouble();
      rare.set(row, stream.nextDouble() < scores[row] * scores[row]);
    }
    return new ScoredRows(scores, rare);
  }

  @Test
  void manyRareRowsGiveTheCurveItsShape() {
    Calibration calibration = Calibration.learn(rows(20_000, new Seeds(1).stream("rows")));
    assertThat(calibration.method()).isEqualTo("isotonic");
    for (double score : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
      // the standard error of a pool of 1,000 rows is at most .016
      assertThat(calibration.probability(score)).isCloseTo(score * score, within(0.06));
    }
  }

  /** By hand: (.2 not, .4 rare, .6 not, .8 rare) pools the two in the middle. */
  @Test
  void poolsWhatFalls() {
    BitSet rare = new BitSet();
    rare.set(1);
    rare.set(3);
    Calibration.Isotonic learned =
        Calibration.Isotonic.learn(new ScoredRows(new double[] {0.2, 0.4, 0.6, 0.8}, rare));
    assertThat(learned.scores()).containsExactly(0.2, 0.4, 0.6, 0.8);
    assertThat(learned.probabilities()).containsExactly(0, 0.5, 0.5, 1);
    assertThat(learned.probability(0.3)).isCloseTo(0.25, within(1e-12));
    assertThat(learned.probability(0.1)).isZero();
    assertThat(learned.probability(0.9)).isOne();
  }

  /** A score that is a probability already needs slope 1 and intercept 0. */
  @Test
  void fewRareRowsGiveALogisticCurve() {
    RandomStream stream = new Seeds(2).stream("rows");
    double[] scores = new double[3000];
    BitSet rare = new BitSet();
    for (int row = 0; row < scores.length; row++) {
      scores[row] = 1 / (1 + StrictMath.exp(4 - 1.5 * stream.nextGaussian()));
      rare.set(row, stream.nextDouble() < scores[row]);
    }
    ScoredRows rows = new ScoredRows(scores, rare);
    assertThat(rows.rareCount()).isLessThan(Calibration.RARE_ROWS_FOR_ISOTONIC);
    Calibration.Platt learned = (Calibration.Platt) Calibration.learn(rows);
    // over some hundred rare rows the standard errors are about .1 and .3
    assertThat(learned.slope()).isCloseTo(1, within(0.3));
    assertThat(learned.intercept()).isCloseTo(0, within(0.9));
  }

  @Test
  void scoresThatSayNothingGetTheShare() {
    BitSet rare = new BitSet();
    rare.set(0, 5);
    double[] scores = new double[100];
    Arrays.fill(scores, 0.3);
    assertThat(Calibration.learn(new ScoredRows(scores, rare)).probability(0.3))
        .isCloseTo(0.06, within(0.02));
    // rare rows score lower: a falling curve is not taken
    for (int row = 0; row < 100; row++) {
      scores[row] = row / 100.0;
    }
    Calibration falling = Calibration.learn(new ScoredRows(scores, rare));
    assertThat(falling.probability(0.9)).isEqualTo(falling.probability(0.1));
  }

  @Test
  void isReadBackExactly() {
    for (int count : new int[] {100, 20_000}) {
      Calibration learned = Calibration.learn(rows(count, new Seeds(3).stream("rows")));
      Calibration read = Calibration.fromJson(new JsonFields(learned.toJson()));
      double before = 0;
      for (int i = 0; i <= 1000; i++) {
        double score = i / 1000.0;
        assertThat(read.probability(score)).isEqualTo(learned.probability(score));
        assertThat(read.probability(score)).isBetween(before, 1.0);
        before = read.probability(score);
      }
    }
    assertThatThrownBy(() -> new Calibration.Isotonic(new double[] {0, 1}, new double[] {0.5, 0.4}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

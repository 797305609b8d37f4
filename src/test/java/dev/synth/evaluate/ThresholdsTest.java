package dev.synth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {
  /** From the top: alerts 1, 2, 3, 4, 5, 6; hits 1, 1, 2, 2, 2, 3. */
  private static final ScoredRows ROWS =
      Scores.of(new int[] {1, 0, 1, 0, 0, 1}, 0.9, 0.8, 0.6, 0.4, 0.3, 0.2);

  private static Threshold choose(ThresholdRule rule) {
    return Thresholds.choose(rule, ROWS);
  }

  @Test
  void maxF1LiesHalfwayBelowTheBestScore() {
    // F1 = 2·hits / (3 + alerts): 2/4, 2/5, 4/6, 4/7, 4/8, 6/9: first best at 3 alerts
    assertThat(choose(new ThresholdRule.MaxF1()).value()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void aLargerBetaWantsMoreRecall() {
    // F2 = 5·hits / (4·3 + alerts): 5/13, 5/14, 10/15, 10/16, 10/17, 15/18: best at 6 alerts
    assertThat(choose(new ThresholdRule.MaxFBeta(2)).value()).isZero();
  }

  @Test
  void precisionAtLeastTakesTheLowestThreshold() {
    // precisions 1, 1/2, 2/3, 2/4, 2/5, 3/6
    assertThat(choose(new ThresholdRule.PrecisionAtLeast(0.6)).value())
        .isCloseTo(0.5, within(1e-15));
    assertThat(choose(new ThresholdRule.PrecisionAtLeast(0.5)).value()).isZero();
    assertThat(choose(new ThresholdRule.PrecisionAtLeast(1)).value())
        .isCloseTo(0.85, within(1e-15));
  }

  @Test
  void aPrecisionThatIsNeverReachedFallsBackToTheHighest() {
    ScoredRows rows = Scores.of(new int[] {0, 1, 1, 0}, 0.9, 0.7, 0.5, 0.1);
    Threshold threshold = Thresholds.choose(new ThresholdRule.PrecisionAtLeast(0.9), rows);
    // precisions 0, 1/2, 2/3, 2/4
    assertThat(threshold.value()).isCloseTo(0.3, within(1e-15));
    assertThat(threshold.fallback()).isEqualTo(new ThresholdFallback.MostPrecise(2 / 3.0));
  }

  @Test
  void aFalsePositiveRateOfTooFewRowsFallsBackToMaxF1() {
    Threshold threshold = choose(new ThresholdRule.FalsePositiveRateAtMost(0.1));
    assertThat(threshold.value()).isEqualTo(choose(new ThresholdRule.MaxF1()).value());
    assertThat(threshold.fallback())
        .isEqualTo(new ThresholdFallback.HighestF1(new Unmeasured.TooFewFalseAlarms(0.1, 3, 20)));
  }

  @Test
  void aFalsePositiveRateIsKept() {
    // 200 normal rows scoring .005, .010 … 1 and one rare row at .5: 20 of them score .905 or more
    double[] scores = new double[201];
    BitSet rare = new BitSet();
    for (int row = 0; row < 200; row++) {
      scores[row] = (row + 1) / 200.0;
    }
    scores[200] = 0.5;
    rare.set(200);
    ScoredRows rows = new ScoredRows(scores, rare);
    Threshold threshold = Thresholds.choose(new ThresholdRule.FalsePositiveRateAtMost(0.1), rows);
    assertThat(threshold.fallback()).isNull();
    assertThat(threshold.value()).isCloseTo(0.9025, within(1e-12));
    assertThat(rows.at(threshold.value()).falsePositives()).isEqualTo(20);
  }

  @Test
  void aFalsePositiveRateThatNoScoreKeepsSilencesAll() {
    double[] scores = new double[101];
    BitSet rare = new BitSet();
    Arrays.fill(scores, 0.7);
    rare.set(100);
    ScoredRows rows = new ScoredRows(scores, rare);
    Threshold threshold = Thresholds.choose(new ThresholdRule.FalsePositiveRateAtMost(0.5), rows);
    assertThat(threshold.value()).isEqualTo(Math.nextUp(0.7));
    assertThat(rows.at(threshold.value()).alerts()).isZero();
  }

  @Test
  void anAlertBudgetIsSpent() {
    assertThat(choose(new ThresholdRule.AlertBudget(2)).value()).isCloseTo(0.7, within(1e-15));
    assertThat(choose(new ThresholdRule.AlertBudget(2)).fallback()).isNull();
    assertThat(choose(new ThresholdRule.AlertBudget(7)).fallback())
        .isEqualTo(new ThresholdFallback.NoMoreRows(6, 7));
    ScoredRows tied = Scores.of(new int[] {1, 0, 0}, 0.6, 0.6, 0.1);
    Threshold threshold = Thresholds.choose(new ThresholdRule.AlertBudget(1), tied);
    assertThat(threshold.fallback()).isEqualTo(new ThresholdFallback.EqualScores(0, 1));
  }

  @Test
  void aFixedThresholdIsFixed() {
    assertThat(choose(new ThresholdRule.Fixed(0.25)))
        .isEqualTo(new Threshold(0.25, "fixed 0.25", null));
  }

  @Test
  void neighbouringDoublesAreToldApart() {
    double low = 0.5;
    double high = Math.nextUp(low);
    ScoredRows rows = Scores.of(new int[] {1, 0}, high, low);
    assertThat(rows.at(Thresholds.choose(new ThresholdRule.MaxF1(), rows).value()))
        .isEqualTo(new Confusion(1, 0, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noThresholdHasAHigherF1(long seed) {
    RandomStream stream = new Seeds(seed).stream("thresholds");
    for (int i = 0; i < 40; i++) {
      ScoredRows rows = Scores.random(stream);
      double chosen = rows.at(Thresholds.choose(new ThresholdRule.MaxF1(), rows).value()).fBeta(1);
      for (int step = 0; step <= 1000; step++) {
        assertThat(rows.at(step / 1000.0).fBeta(1)).isLessThanOrEqualTo(chosen);
      }
    }
  }
}

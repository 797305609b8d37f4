package dev.synth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class CostsTest {
  private static final Costs FIVE = new Costs(new MissedCost.Each(0), 5, "EUR");

  /** From the top: rare 100, other, rare 3, other, other, rare 30. */
  private static ScoredRows rows() {
    BitSet rare = new BitSet();
    rare.set(0);
    rare.set(2);
    rare.set(5);
    return new ScoredRows(
        new double[] {0.9, 0.8, 0.6, 0.4, 0.3, 0.2}, rare, new double[] {100, 7, 3, 7, 7, 30});
  }

  @Test
  void anAlertCostsItsReviewAndAMissedRowItsLoss() {
    // by hand: alerts·5 + the losses below
    assertThat(FIVE.at(rows(), 0.85)).isEqualTo(5 + 33);
    assertThat(FIVE.at(rows(), 0.5)).isEqualTo(15 + 30);
    assertThat(FIVE.at(rows(), 0)).isEqualTo(30);
    assertThat(FIVE.at(rows(), 2)).isEqualTo(133);
    assertThat(FIVE.withoutAlerts(rows())).isEqualTo(133);
  }

  @Test
  void minCostTakesTheCheapestThreshold() {
    // costs from the top: 38, 43, 45, 50, 55, 30
    Threshold all = Thresholds.choose(new ThresholdRule.MinCost(), rows(), FIVE);
    assertThat(all.value()).isZero();
    // at 7 an alert: 40, 47, 51, 58, 65, 42
    Costs seven = new Costs(new MissedCost.Each(0), 7, null);
    Threshold one = Thresholds.choose(new ThresholdRule.MinCost(), rows(), seven);
    assertThat(one.value()).isCloseTo(0.85, within(1e-15));
    assertThat(one.how()).isEqualTo("min-cost on 6 rows, 3 of them rare");
  }

  @Test
  void alertsThatCostMoreThanTheySaveAreNotRaised() {
    Costs dear = new Costs(new MissedCost.Each(0), 100, null);
    Threshold none = Thresholds.choose(new ThresholdRule.MinCost(), rows(), dear);
    // one alert costs 100 and saves 100: of equal costs, the fewest alerts
    assertThat(none.value()).isEqualTo(Math.nextUp(0.9));
    assertThat(rows().at(none.value()).alerts()).isZero();
  }

  @Test
  void noThresholdIsCheaperThanTheOneThatIsChosen() {
    RandomStream stream = new Seeds(11).stream("costs");
    for (int i = 0; i < 300; i++) {
      ScoredRows rows = random(stream);
      Costs costs = new Costs(new MissedCost.Each(0), stream.nextDouble() * 20, null);
      double chosen =
          costs.at(rows, Thresholds.choose(new ThresholdRule.MinCost(), rows, costs).value());
      for (int step = 0; step <= 41; step++) {
        assertThat(chosen).isLessThanOrEqualTo(costs.at(rows, step / 40.0) + 1e-9);
      }
    }
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    RandomStream stream = new Seeds(12).stream("order");
    double[] losses = new double[200];
    double[] turnedLosses = new double[200];
    double[] scores = new double[200];
    BitSet rare = new BitSet();
    BitSet turned = new BitSet();
    for (int row = 0; row < 200; row++) {
      losses[row] = stream.nextDouble() * 1e6;
      turnedLosses[199 - row] = losses[row];
      scores[row] = 0.5;
      rare.set(row, row % 3 == 0);
      turned.set(199 - row, row % 3 == 0);
    }
    assertThat(new ScoredRows(scores, rare, losses).missedLoss(1))
        .isEqualTo(new ScoredRows(scores, turned, turnedLosses).missedLoss(1));
  }

  @Test
  void whatIsNotKnownIsNotMadeUp() {
    ScoredRows unpriced = Scores.of(new int[] {0, 1}, 0.1, 0.9);
    assertThatThrownBy(() -> unpriced.missedLoss(0.5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("what missed rows cost is not known");
    assertThatThrownBy(() -> Thresholds.choose(new ThresholdRule.MinCost(), unpriced))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("min-cost takes costs");
  }

  private static ScoredRows random(RandomStream stream) {
    double[] scores = new double[30];
    double[] losses = new double[30];
    BitSet rare = new BitSet();
    for (int row = 0; row < 30; row++) {
      scores[row] = stream.nextInt(21) / 20.0;
      losses[row] = stream.nextDouble() * 50;
      rare.set(row, row == 0 || (row > 1 && stream.nextInt(3) == 0));
    }
    return new ScoredRows(scores, rare, losses);
  }
}

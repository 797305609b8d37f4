package dev.synth.internal.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.MissedCost;
import dev.synth.evaluate.ScoredRows;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdSweepTest {
  private static final Costs COSTS = new Costs(new MissedCost.Each(100), 10, null);

  /** Ten rows; from the top: rare, other, two tied (one rare), and six others. */
  private static ScoredRows rows() {
    BitSet rare = new BitSet();
    rare.set(0);
    rare.set(2);
    return new ScoredRows(
        new double[] {.9, .8, .5, .5, .1, .1, .1, .1, .1, .1},
        rare,
        new double[] {100, 0, 100, 0, 0, 0, 0, 0, 0, 0});
  }

  private static ThresholdSweep sweep() {
    return ThresholdSweep.of(Arm.NONE, "forest", rows(), 0.6, COSTS);
  }

  @Test
  void theRulesThresholdHasItsCounts() {
    ThresholdSweep sweep = sweep();
    assertThat(sweep.rareShare()).isEqualTo(0.2);
    assertThat(sweep.alerts()).isEqualTo(0.2);
    assertThat(sweep.found()).isEqualTo(0.5);
    assertThat(sweep.saved()).isEqualTo((100 - 20) / 10.0);
  }

  /** Shares of 0.1, 0.1995… and 1: one alert finds one of two, all alerts find both. */
  @Test
  void moreAlertsFindMoreAndTiesAreSharedOut() {
    ThresholdSweep.SweepSteps steps = sweep().inAlerts();
    List<Double> shares = ThresholdSweep.alertShares();
    assertThat(shares).hasSize(121).startsWith(1e-4).endsWith(1.0).isSorted();
    int tenth = 90;
    assertThat(shares.get(tenth)).isCloseTo(0.1, within(1e-12));
    assertThat(steps.found().get(tenth)).isCloseTo(0.5, within(1e-12));
    assertThat(steps.saved().get(tenth)).isCloseTo((100 - 10) / 10.0, within(1e-9));
    assertThat(steps.found().getLast()).isEqualTo(1.0);
    assertThat(steps.saved().getLast()).isCloseTo((200 - 100) / 10.0, within(1e-9));
    double threeAlerts = 0.3;
    int i = 0;
    while (shares.get(i) < threeAlerts) {
      i++; // the first share above three alerts
    }
    double alerts = 10 * shares.get(i);
    assertThat(steps.found().get(i)).isCloseTo((1 + (alerts - 2) / 2) / 2, within(1e-9));
    assertThat(steps.found()).isSorted();
  }

  @Test
  void thresholdsCountWhatScoresAtLeastAsMuch() {
    ThresholdSweep.SweepSteps steps = sweep().atThreshold();
    assertThat(ThresholdSweep.thresholds()).hasSize(61).isSorted().contains(0.5);
    int half = ThresholdSweep.thresholds().indexOf(0.5);
    assertThat(steps.alerts().get(half)).isEqualTo(0.4);
    assertThat(steps.found().get(half)).isEqualTo(1.0);
  }

  @Test
  void repeatsAreAveraged() {
    ThresholdSweep other = ThresholdSweep.of(Arm.NONE, "forest", rows(), 0.95, COSTS);
    ThresholdSweep mean = ThresholdSweep.mean(List.of(sweep(), other));
    assertThat(mean.found()).isEqualTo(0.25);
    assertThat(mean.saved()).isEqualTo(4.0);
    assertThat(mean.inAlerts().found()).isEqualTo(sweep().inAlerts().found());
    assertThat(ThresholdSweep.of(Arm.NONE, "forest", rows(), 0.5, null).inAlerts().saved())
        .isEmpty();
  }
}

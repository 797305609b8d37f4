package dev.synth.internal.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.Unmeasured;
import dev.synth.table.RowFacts;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/**
 * Three days and a row without a time, by hand. Day 1: .9 rare, .8 other, .7 rare. Day 2: .6 rare
 * and .6 other, .1 other. Day 5: .3 other, one row alone.
 */
class DailyAlertsTest {
  private static final double[] SCORES = {.8, .9, .6, .3, .7, .1, .6, 1};
  private static final long[] DAYS = {1, 1, 2, 5, 1, 2, 2, RowFacts.NO_DAY};
  private static final DailyAlerts ALERTS = DailyAlerts.of(SCORES, rare(1, 4, 6, 7), DAYS);

  private static BitSet rare(int... rows) {
    BitSet rare = new BitSet();
    for (int row : rows) {
      rare.set(row);
    }
    return rare;
  }

  private static double value(MetricValue figure) {
    return figure.number().orElseThrow();
  }

  @Test
  void oneAlertADay() {
    // day 1 catches 1 of 1; day 2 one of two equal scores, expected ½; day 5 nothing
    assertThat(value(ALERTS.precision(1))).isCloseTo((1 + 0.5 + 0) / 3, within(1e-15));
    assertThat(value(ALERTS.recall(1))).isCloseTo(1.5 / 3, within(1e-15));
  }

  @Test
  void twoAlertsADayAndOneWhereThereIsOneRow() {
    // ½, ½, and 0 of the one alert that day 5 can raise
    assertThat(value(ALERTS.precision(2))).isCloseTo((0.5 + 0.5 + 0) / 3, within(1e-15));
    assertThat(value(ALERTS.recall(2))).isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void aDayWithFewerRowsRaisesAsManyAlertsAsItHas() {
    assertThat(value(ALERTS.precision(100))).isCloseTo((2.0 / 3 + 1.0 / 3 + 0) / 3, within(1e-15));
    assertThat(value(ALERTS.recall(100))).isEqualTo(1);
  }

  @Test
  void withoutTimesThereIsNoFigure() {
    long[] none = new long[SCORES.length];
    Arrays.fill(none, RowFacts.NO_DAY);
    DailyAlerts alerts = DailyAlerts.of(SCORES, rare(1), none);
    assertThat(alerts.precision(1))
        .isEqualTo(new MetricValue.Skipped(new Unmeasured.NoTestTimes()));
    assertThat(alerts.recall(1))
        .isEqualTo(new MetricValue.Skipped(new Unmeasured.NoRareTestTimes()));
  }
}

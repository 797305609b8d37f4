package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A day of 24 hours; values worked out by hand. */
final class CircleTest {
  private static final Circle DAY = new Circle(24);

  @Test
  void midnightIsOnePlace() {
    assertThat(DAY.wrapped(24)).isZero();
    assertThat(DAY.wrapped(-1)).isEqualTo(23);
    assertThat(DAY.wrapped(49)).isEqualTo(1);
    assertThat(DAY.wrapped(-1e-20)).isZero();
  }

  @Test
  void theShorterWayGoesOverMidnight() {
    assertThat(DAY.way(23, 1)).isEqualTo(2);
    assertThat(DAY.way(1, 23)).isEqualTo(-2);
    assertThat(DAY.way(6, 12)).isEqualTo(6);
    assertThat(Math.abs(DAY.way(0, 12))).isEqualTo(12);
  }

  @Test
  void theMeanOfTimesAroundMidnightIsMidnight() {
    assertThat(DAY.way(0, DAY.mean(new double[] {23, 1, Double.NaN}))).isCloseTo(0, within(1e-12));
    assertThat(DAY.mean(new double[] {22, 23})).isCloseTo(22.5, within(1e-12));
    assertThat(DAY.mean(new double[] {0, 12})).isNaN();
    assertThat(DAY.mean(new double[0])).isNaN();
  }

  @Test
  void aDayIsCutInItsWidestGap() {
    assertThat(DAY.start(new double[] {23, 1, 22, 2})).isEqualTo(22);
    assertThat(DAY.start(new double[] {9, 17, 12})).isEqualTo(9);
    assertThat(DAY.start(new double[] {5})).isEqualTo(5);
    assertThat(DAY.start(new double[] {Double.NaN})).isZero();
  }

  @Test
  void aCircleHasALength() {
    assertThatThrownBy(() -> new Circle(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Circle(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}

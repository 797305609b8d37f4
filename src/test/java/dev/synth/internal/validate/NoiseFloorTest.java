package dev.synth.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.internal.validate.metric.Metric.Band;
import org.junit.jupiter.api.Test;

final class NoiseFloorTest {
  private static final double[] DRAWS = {4, 1, 3, 2, 10};

  @Test
  void empiricalQuantilesAreThoseOfNumpy() {
    NoiseFloor floor = new NoiseFloor(DRAWS, Band.EMPIRICAL);
    assertThat(floor.median()).isEqualTo(3);
    // numpy.quantile([1, 2, 3, 4, 10], [0.025, 0.975]): 1 + 0.1 * 1 and 4 + 0.9 * 6.
    assertThat(floor.quantile(0.025)).isCloseTo(1.1, within(1e-14));
    assertThat(floor.quantile(0.975)).isCloseTo(9.4, within(1e-14));
    assertThat(floor.percentile(3)).isEqualTo(0.5);
    assertThat(floor.percentile(3.5)).isEqualTo(0.6);
    assertThat(floor.percentile(11)).isEqualTo(1);
  }

  @Test
  void studentsBandIsAPredictionInterval() {
    NoiseFloor floor = new NoiseFloor(DRAWS, Band.STUDENT_T);
    // Mean 4, variance 50/4; t with 4 degrees of freedom at 0.975 is 2.776445 in every table.
    double half = 2.776445 * Math.sqrt(12.5 * 1.2);
    assertThat(floor.quantile(0.975)).isCloseTo(4 + half, within(1e-5));
    assertThat(floor.quantile(0.025)).isCloseTo(4 - half, within(1e-5));
    assertThat(floor.percentile(4 + half)).isCloseTo(0.975, within(1e-6));
    assertThat(floor.percentile(4)).isEqualTo(0.5);
  }

  @Test
  void drawsThatAllAgreeHaveABandOfOnePoint() {
    NoiseFloor floor = new NoiseFloor(new double[] {1, 1, 1}, Band.STUDENT_T);
    assertThat(floor.quantile(0.975)).isEqualTo(1);
    assertThat(floor.percentile(1)).isEqualTo(0.5);
    assertThat(floor.percentile(1.1)).isEqualTo(1);
  }
}

package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class WassersteinTest {
  private static final double ROUNDING = 1e-14;
  private static final double GAP = Double.NaN;

  @Test
  void equalsScipy() {
    // scipy.stats.wasserstein_distance([0, 1, 3], [5, 6, 8]): 5
    assertThat(Wasserstein.distance(new double[] {0, 1, 3}, new double[] {5, 6, 8}))
        .isCloseTo(5, within(ROUNDING));
    // scipy.stats.wasserstein_distance([3.4, 3.9, 7.5, 7.8], [4.5, 1.4, 9]): 1.7333333333333332
    assertThat(Wasserstein.distance(new double[] {3.4, 3.9, 7.5, 7.8}, new double[] {4.5, 1.4, 9}))
        .isCloseTo(1.7333333333333332, within(ROUNDING));
    // scipy.stats.wasserstein_distance([1, 1, 2, 2, 2], [1, 2, 2]): 1/15, ties
    assertThat(Wasserstein.distance(new double[] {1, 1, 2, 2, 2}, new double[] {1, 2, 2}))
        .isCloseTo(1.0 / 15, within(ROUNDING));
  }

  @Test
  void leavesMissingValuesAside() {
    assertThat(Wasserstein.distance(new double[] {GAP, 0, 1, 3, GAP}, new double[] {5, GAP, 6, 8}))
        .isCloseTo(5, within(ROUNDING));
    assertThat(Wasserstein.distance(new double[] {GAP}, new double[] {5, 6, 8})).isNaN();
    assertThat(Wasserstein.distance(new double[] {1}, new double[0])).isNaN();
  }

  @Test
  void isZeroForEqualConstants() {
    assertThat(Wasserstein.distance(new double[] {2, 2, 2}, new double[] {2, 2, 2, 2})).isZero();
    assertThat(Wasserstein.distance(new double[] {2, 2, 2}, new double[] {5, 5, 5})).isEqualTo(3);
  }
}

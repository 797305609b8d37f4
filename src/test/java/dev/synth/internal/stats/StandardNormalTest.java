package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardNormalTest {
  /** Expected: scipy.stats.norm.ppf(p), SciPy 1.17.1. */
  @ParameterizedTest
  @CsvSource({
    "1e-300, -37.0470962993612",
    "1e-20, -9.262340089798409",
    "1e-12, -7.034483825301131",
    "2.5e-6, -4.564787730280885",
    "0.001, -3.090232306167813",
    "0.025, -1.9599639845400545",
    "0.0749, -1.4402382675279635",
    "0.075, -1.4395314709384563",
    "0.0751, -1.4388253927525403",
    "0.2, -0.8416212335729142",
    "0.4999, -0.0002506628300880075",
    "0.6, 0.2533471031357997",
    "0.925, 1.4395314709384563",
    "0.95, 1.6448536269514722",
    "0.975, 1.959963984540054",
    "0.999, 3.090232306167813",
    "0.999999, 4.753424308817087"
  })
  void quantileAgreesWithSciPy(double probability, double expected) {
    assertThat(StandardNormal.quantile(probability))
        .isCloseTo(expected, within(2e-15 * Math.abs(expected)));
  }

  @Test
  void quantileIsZeroAtOneHalfAndInfiniteAtTheEnds() {
    assertThat(StandardNormal.quantile(0.5)).isZero();
    assertThat(StandardNormal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(StandardNormal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void quantileRises() {
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < 100_000; i++) {
      double quantile = StandardNormal.quantile(i / 100_000.0);
      assertThat(quantile).isGreaterThan(before);
      before = quantile;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, 1.000001, Double.NaN})
  void probabilitiesOutsideOfZeroToOneAreRefused(double probability) {
    assertThatThrownBy(() -> StandardNormal.quantile(probability))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[0, 1]");
  }
}

package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {
  private static final double[] SORTED = {-2, 0.5, 0.5, 3, 10};

  @ParameterizedTest
  @CsvSource({ // numpy.quantile([-2, .5, .5, 3, 10], probability), which is type=7 in R
    "0, -2",
    "0.025, -1.75",
    "0.3, 0.5",
    "0.5, 0.5",
    "0.7, 2.5",
    "0.95, 8.6",
    "1, 10"
  })
  void areNumPys(double probability, double expected) {
    assertThat(Quantiles.of(SORTED, probability)).isCloseTo(expected, within(1e-14));
  }

  @Test
  void ofOneValueAreTheValue() {
    assertThat(Quantiles.of(new double[] {7}, 0.3)).isEqualTo(7);
  }

  @Test
  void refuseNoValuesAndNoProbability() {
    assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.of(new double[0], 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.of(SORTED, 1.01));
    assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.of(SORTED, Double.NaN));
  }
}

package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KolmogorovSmirnovTest {
  private static final double ROUNDING = 1e-15;

  @Test
  void equalsValuesWorkedOutByHand() {
    assertThat(distance(values(1, 2, 3, 4), values(4, 3, 2, 1))).isZero();
    assertThat(distance(values(1, 2, 2), values(3, 4, 5))).isEqualTo(1);
    // At 2: F = 1/2, G = 0.
    assertThat(distance(values(1, 2, 3, 4), values(3, 4, 5, 6))).isEqualTo(0.5);
    // At 1, where both jump: F = 2/3, G = 1/3.
    assertThat(distance(values(1, 1, 2), values(1, 2, 2))).isCloseTo(1.0 / 3, within(ROUNDING));
    assertThat(distance(values(-0.0, 1, 2), values(0.0, 1, 2))).isZero();
  }

  @Test
  void leavesMissingCellsAside() {
    assertThat(distance(values(Double.NaN, 1, 2, 3), values(1, 2, Double.NaN, 3))).isZero();
    assertThat(distance(values(Double.NaN, 1), values(1, Double.NaN))).isZero();
    assertThat(distance(values(1, 2, 3), values(Double.NaN))).isNaN();
    assertThat(distance(values(), values(1, 2))).isNaN();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void equalsTheDefinitionOnTiedValues(long seed) {
    RandomStream stream = new Seeds(seed).stream("ks");
    double[] a = stream.ints(37, 0, 9).asDoubleStream().toArray();
    double[] b = stream.ints(53, 0, 12).asDoubleStream().toArray();
    double expected = 0;
    for (double x = -1; x <= 13; x++) {
      expected = Math.max(expected, Math.abs(shareUpTo(a, x) - shareUpTo(b, x)));
    }
    assertThat(distance(a, b)).isCloseTo(expected, within(ROUNDING));
  }

  private static double shareUpTo(double[] values, double x) {
    int count = 0;
    for (double value : values) {
      count += value <= x ? 1 : 0;
    }
    return (double) count / values.length;
  }

  private static double distance(double[] real, double[] synthetic) {
    return KolmogorovSmirnov.distance(real, synthetic);
  }

  private static double[] values(double... values) {
    return values;
  }
}

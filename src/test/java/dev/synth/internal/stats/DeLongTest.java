package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DeLongTest {
  private static final double ROUNDING = 1e-15;

  @Test
  void areaAndVarianceAreThoseOfTheirDefinition() {
    // NumPy: psi = (b[:, None] > a) + (b[:, None] == a) / 2, the area psi.mean(), the variance
    // psi.mean(1).var(ddof=1) / len(b) + psi.mean(0).var(ddof=1) / len(a).
    DeLong delong = DeLong.of(new double[] {.2, .3, .3}, new double[] {.3, .6, .1, .9});
    assertThat(delong.area()).isCloseTo(0.6666666666666666, within(ROUNDING));
    assertThat(delong.variance()).isCloseTo(0.05729166666666667, within(ROUNDING));
  }

  @Test
  void valuesThatAllTieDoNotVary() {
    DeLong delong = DeLong.of(new double[] {1, 1}, new double[] {1, 1, 1});
    assertThat(delong.area()).isEqualTo(0.5);
    assertThat(delong.variance()).isZero();
  }

  @Test
  void aSampleOfOneValueAddsNoVariance() {
    // psi.mean(0) = 1, 0 has the variance ½ over two values.
    assertThat(DeLong.of(new double[] {1, 3}, new double[] {2}).variance()).isEqualTo(0.25);
  }

  @Test
  void nothingIsKnownOfNoValues() {
    assertThat(DeLong.of(new double[0], new double[] {1})).isEqualTo(NONE);
    assertThat(DeLong.of(new double[] {1}, new double[0])).isEqualTo(NONE);
  }

  private static final DeLong NONE = new DeLong(Double.NaN, Double.NaN);
}

package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IsotonicRegressionTest {
  @Test
  void neighboursThatFallArePooled() {
    // by hand: 3 and 2 are pooled; 4 and 3.5, and then 3 with them
    assertThat(IsotonicRegression.fit(new double[] {1, 3, 2, 4, 3.5, 3}))
        .containsExactly(1, 2.5, 2.5, 3.5, 3.5, 3.5);
    // the last one draws all into one block
    assertThat(IsotonicRegression.fit(new double[] {4, 5, 0})).containsExactly(3, 3, 3);
  }

  @Test
  void valuesThatRiseStay() {
    assertThat(IsotonicRegression.fit(new double[] {1, 2, 3})).containsExactly(1, 2, 3);
    assertThat(IsotonicRegression.fit(new double[] {2, 2})).containsExactly(2, 2);
    assertThat(IsotonicRegression.fit(new double[] {7})).containsExactly(7);
    assertThat(IsotonicRegression.fit(new double[0])).isEmpty();
  }

  @Test
  void equalsSciPys() {
    // scipy.optimize.isotonic_regression([.3, .1, .25, .2, .6, .55, .7]).x, SciPy 1.17.1
    assertThat(IsotonicRegression.fit(new double[] {.3, .1, .25, .2, .6, .55, .7}))
        .containsExactly(new double[] {.2, .2, .225, .225, .575, .575, .7}, within(1e-15));
  }
}

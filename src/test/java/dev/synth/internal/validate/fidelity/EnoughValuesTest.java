package dev.synth.internal.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.stats.KolmogorovSmirnov;
import org.junit.jupiter.api.Test;

class EnoughValuesTest {
  private static final double GAP = Double.NaN;

  @Test
  void threeValuesOnEitherSideAreEnough() {
    assertThat(distance(new double[] {GAP, 1, 2, 3}, new double[] {4, 5, GAP, 6})).isEqualTo(1);
  }

  @Test
  void fewerHaveNoDistance() {
    assertThat(distance(new double[] {GAP, 1, 2}, new double[] {1, 2, 3})).isNaN();
    assertThat(distance(new double[] {1, 2, 3}, new double[] {1, 2, GAP})).isNaN();
    assertThat(distance(new double[0], new double[] {1, 2, 3})).isNaN();
  }

  private static double distance(double[] real, double[] synthetic) {
    return EnoughValues.distance(real, synthetic, KolmogorovSmirnov::distance);
  }
}

package dev.synth.internal.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expected values by hand. */
final class ValueCoverageTest {
  private static final double GAP = Double.NaN;

  @Test
  void rangeLossIsThePartBelowAndAbove() {
    double[] real = {0, 5, 10, GAP};
    assertThat(ValueCoverage.rangeLoss(real, new double[] {2, 3, 7})).isEqualTo(0.5);
    assertThat(ValueCoverage.rangeLoss(real, new double[] {-4, 3, 12})).isZero();
    assertThat(ValueCoverage.rangeLoss(real, new double[] {20, 30, 40})).isEqualTo(1);
    assertThat(ValueCoverage.rangeLoss(real, new double[] {5, 5, 5})).isEqualTo(1);
  }

  @Test
  void rangeLossHasNoValueForConstantsAndForFewValues() {
    assertThat(ValueCoverage.rangeLoss(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isNaN();
    assertThat(ValueCoverage.rangeLoss(new double[] {1, 2, 3}, new double[] {GAP, GAP, 1})).isNaN();
  }

  @Test
  void levelLossIsTheShareOfLevelsLost() {
    assertThat(ValueCoverage.levelLoss(4, new double[] {0, 1, 1, GAP}, new double[] {1, 2, GAP, 3}))
        .isEqualTo(0.5);
    assertThat(ValueCoverage.levelLoss(1, new double[] {0, 0}, new double[] {0})).isZero();
    assertThat(ValueCoverage.levelLoss(1, new double[] {0, 0}, new double[] {GAP, GAP}))
        .isEqualTo(1);
    assertThat(ValueCoverage.levelLoss(1, new double[] {GAP}, new double[] {0})).isNaN();
  }
}

package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RocAreaTest {
  @Test
  void equalsValuesFromElsewhere() {
    // sklearn.metrics.roc_auc_score([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]), the manual's example.
    assertThat(area(new double[] {0.1, 0.4, 0.35, 0.8}, false, false, true, true)).isEqualTo(0.75);
    assertThat(area(new double[] {1, 2, 3}, true, false, false)).isZero();
    assertThat(area(new double[] {1, 2, 3}, false, false, true)).isEqualTo(1);
  }

  @Test
  void countsTiesHalf() {
    assertThat(area(new double[] {5, 5, 5}, false, true, true)).isEqualTo(0.5);
    // Pairs (1, 1), (1, 2), (2, 1), (2, 2): half, won, lost, half.
    assertThat(area(new double[] {1, 2, 1, 2}, false, false, true, true)).isEqualTo(0.5);
    // Pairs (1, 1), (1, 3): half, won.
    assertThat(area(new double[] {1, 1, 3}, false, true, true)).isEqualTo(0.75);
  }

  @Test
  void isNaNWhereASampleHasNoValueOrNaN() {
    assertThat(RocArea.of(new double[0], new double[] {1})).isNaN();
    assertThat(RocArea.of(new double[] {1}, new double[0])).isNaN();
    assertThat(RocArea.of(new double[] {1, Double.NaN}, new double[] {2})).isNaN();
    assertThat(RocArea.of(new double[] {1}, new double[] {Double.NaN, 2})).isNaN();
  }

  @Test
  void leavesItsArgumentsAsTheyAre() {
    double[] first = {3, 1, 2};
    double[] second = {4, 2.5};
    // Of 6 pairs, 2.5 loses to 3 alone.
    assertThat(RocArea.of(first, second)).isEqualTo(5 / 6.0);
    assertThat(first).containsExactly(3, 1, 2);
    assertThat(second).containsExactly(4, 2.5);
  }

  private static double area(double[] scores, boolean... second) {
    return RocArea.of(scores, second);
  }
}

package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TotalVariationTest {
  private static final double ROUNDING = 1e-15;

  @Test
  void isHalfTheSumOfDifferences() {
    // by hand: ½ · (|.5 − .2| + |.3 − .3| + |.2 − .5|)
    assertThat(TotalVariation.ofShares(new double[] {.5, .3, .2}, new double[] {.2, .3, .5}))
        .isCloseTo(0.3, within(ROUNDING));
    assertThat(TotalVariation.ofCounts(new int[] {5, 3, 2}, new int[] {4, 6, 10}))
        .isCloseTo(0.3, within(ROUNDING));
  }

  @Test
  void ofLevelsIsThatOfTheirCounts() {
    long[] first = {7, 1L << 40, 7, -3};
    long[] second = {7, 5, -3, -3, 1L << 40};
    // levels −3, 5, 7, 2⁴⁰: 1/4, 0, 2/4, 1/4 and 2/5, 1/5, 1/5, 1/5
    assertThat(TotalVariation.ofLevels(first, second)).isCloseTo(0.35, within(ROUNDING));
    assertThat(TotalVariation.ofCounts(new int[] {1, 0, 2, 1}, new int[] {2, 1, 1, 1}))
        .isCloseTo(0.35, within(ROUNDING));
    assertThat(first).containsExactly(7, 1L << 40, 7, -3);
  }

  @Test
  void isZeroForEqualSharesAndOneForNothingInCommon() {
    assertThat(TotalVariation.ofCounts(new int[] {1, 2}, new int[] {10, 20})).isZero();
    assertThat(TotalVariation.ofCounts(new int[] {3, 0}, new int[] {0, 4})).isEqualTo(1);
    assertThat(TotalVariation.ofLevels(new long[] {1, 2, 2}, new long[] {3})).isEqualTo(1);
  }

  @Test
  void staysInItsRangeWhereSharesAreRounded() {
    // In doubles 1 + 1/6 + … + 1/6 is 2.0000000000000004.
    int[] first = {1, 0, 0, 0, 0, 0, 0};
    int[] second = {0, 1, 1, 1, 1, 1, 1};
    assertThat(TotalVariation.ofCounts(first, second)).isEqualTo(1);
    assertThat(TotalVariation.ofLevels(new long[] {0}, new long[] {1, 2, 3, 4, 5, 6})).isEqualTo(1);
  }

  @Test
  void isNaNWhereASideHasNoValue() {
    assertThat(TotalVariation.ofCounts(new int[] {0, 0}, new int[] {1, 2})).isNaN();
    assertThat(TotalVariation.ofCounts(new int[0], new int[0])).isNaN();
    assertThat(TotalVariation.ofLevels(new long[0], new long[] {1})).isNaN();
    assertThat(TotalVariation.ofShares(new double[] {Double.NaN}, new double[] {1})).isNaN();
  }

  @Test
  void refusesDifferentNumbersOfLevels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TotalVariation.ofCounts(new int[] {1}, new int[] {1, 2}))
        .withMessageContaining("1 levels and 2");
  }
}

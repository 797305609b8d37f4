package dev.synth.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortedValuesTest {
  @Test
  void countsAsAScanDoes() {
    Random random = new Random(5);
    for (int length = 0; length < 30; length++) {
      double[] sorted = random.ints(length, 0, 8).asDoubleStream().sorted().toArray(); // with ties
      for (double value = -0.5; value <= 8; value += 0.5) {
        double limit = value;
        assertThat(SortedValues.countBelow(sorted, value))
            .isEqualTo((int) Arrays.stream(sorted).filter(each -> each < limit).count());
        assertThat(SortedValues.countUpTo(sorted, value))
            .isEqualTo((int) Arrays.stream(sorted).filter(each -> each <= limit).count());
      }
    }
  }

  @Test
  void looksAtTheFirstValuesAlone() {
    assertThat(SortedValues.countBelow(new double[] {1, 2, 3, 0, 0}, 3, 2.5)).isEqualTo(2);
  }

  @Test
  void zeroIsNotBelowMinusZeroNorAboveIt() {
    double[] zeros = {-0.0, 0.0};
    assertThat(SortedValues.countBelow(zeros, 0.0)).isZero();
    assertThat(SortedValues.countUpTo(zeros, -0.0)).isEqualTo(2);
  }

  @Test
  void nanIsAboveAllAndNothingIsUpToIt() {
    double[] sorted = {1, Double.POSITIVE_INFINITY};
    assertThat(SortedValues.countBelow(sorted, Double.NaN)).isEqualTo(2);
    assertThat(SortedValues.countUpTo(sorted, Double.NaN)).isZero();
  }
}

package dev.synth.internal.table.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExactSumsTest {
  /** By hand: 1, 2, 3 and 6 have mean 3 and squared deviations 4 + 1 + 0 + 9 = 14, over 3. */
  @Test
  void haveMeanAndDeviation() {
    ExactSums sums =
        ExactSums.of(0, List.of("2", "3", "5")).and(ExactSums.of(0, List.of("2", "9", "45")));
    assertThat(sums.mean()).isEqualTo(3);
    assertThat(sums.deviation()).isEqualTo(Math.sqrt(14.0 / 3));
  }

  /** By hand: 0.25 and 0.75, as 2 and 6 eighths. */
  @Test
  void areUnscaled() {
    ExactSums sums = ExactSums.of(3, List.of("2", "8", "40"));
    assertThat(sums.mean()).isEqualTo(0.5);
    assertThat(sums.deviation()).isEqualTo(Math.sqrt(0.125));
  }

  @Test
  void ofTooFewNumbersSayNothing() {
    assertThat(ExactSums.of(0, List.of("0", "", "")).mean()).isNull();
    assertThat(ExactSums.of(0, List.of("1", "7", "49")).deviation()).isNull();
  }

  /** The largest number stays below 2^40, whatever its size: 3·2^-70 and 3·2^70 too. */
  @Test
  void scaleByTheLargestNumber() {
    for (int exponent : new int[] {-70, 0, 70}) {
      double largest = Math.scalb(3.0, exponent);
      ColumnRange range = new ColumnRange(1, 1, -largest, 0, 1);
      assertThat(Math.scalb(largest, range.shift())).isEqualTo(Math.scalb(1.5, 39));
    }
    assertThat(new ColumnRange(1, 1, 0, 0, 1).shift()).isZero();
  }
}

package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MediansTest {
  private static final double GAP = Double.NaN;

  @Test
  void ofAnOddNumberAreTheMiddleValue() {
    double[] values = {5, -1, 2};
    assertThat(Medians.median(values)).isEqualTo(2);
    assertThat(Medians.upperMedian(values)).isEqualTo(2);
    assertThat(Medians.lowerMedian(values)).isEqualTo(2);
    assertThat(Medians.upperMedian(new long[] {5, -1, 2})).hasValue(2);
    assertThat(values).containsExactly(5, -1, 2);
  }

  @Test
  void ofAnEvenNumberAreThree() {
    // statistics.median, median_high and median_low of [4, 1, 3, 10] in Python
    double[] values = {4, 1, 3, 10};
    assertThat(Medians.median(values)).isEqualTo(3.5);
    assertThat(Medians.upperMedian(values)).isEqualTo(4);
    assertThat(Medians.lowerMedian(values)).isEqualTo(3);
    assertThat(Medians.upperMedian(new long[] {4, 1, 3, 10})).hasValue(4);
  }

  @Test
  void leaveMissingValuesAside() {
    double[] values = {GAP, 4, 1, GAP, 3, 10, GAP};
    assertThat(Medians.median(values)).isEqualTo(3.5);
    assertThat(Medians.upperMedian(values)).isEqualTo(4);
    assertThat(Medians.lowerMedian(values)).isEqualTo(3);
  }

  @Test
  void ofNoValuesAreNone() {
    for (double[] none : new double[][] {{}, {GAP, GAP}}) {
      assertThat(Medians.median(none)).isNaN();
      assertThat(Medians.upperMedian(none)).isNaN();
      assertThat(Medians.lowerMedian(none)).isNaN();
    }
    assertThat(Medians.upperMedian(new long[0])).isEmpty();
  }

  @Test
  void wholeNumbersKeepWhatADoubleWouldLose() {
    long odd = (1L << 60) + 1;
    assertThat(Medians.upperMedian(new long[] {odd})).hasValue(odd);
  }

  @Test
  void theMedianIsTheQuantileAtOneHalf() {
    RandomStream stream = new Seeds(1).stream("medians");
    for (int size = 1; size <= 200; size++) {
      double[] values = new double[size];
      Arrays.setAll(values, i -> stream.nextGaussian());
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      assertThat(Medians.median(values)).isEqualTo(Quantiles.of(sorted, 0.5));
    }
  }
}

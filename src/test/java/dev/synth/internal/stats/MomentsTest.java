package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MomentsTest {
  @Test
  void equalNumPys() {
    // numpy.mean([2, 4, 4, 4, 5, 5, 7, 9]) and numpy.std(…, ddof=1), NumPy 2.
    List<Double> values = List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0);
    assertThat(Moments.mean(values)).isEqualTo(5);
    assertThat(Moments.standardDeviation(values)).isEqualTo(2.138089935299395);
    double[] same = values.stream().mapToDouble(value -> value).toArray();
    assertThat(Moments.mean(same)).isEqualTo(5);
    assertThat(Moments.variance(same)).isEqualTo(4.571428571428571); // numpy.var(…, ddof=1)
  }

  @Test
  void areNaNWhereThereAreTooFewValues() {
    assertThat(Moments.mean(List.of())).isNaN();
    assertThat(Moments.standardDeviation(List.of())).isNaN();
    assertThat(Moments.standardDeviation(List.of(1.0))).isNaN();
    assertThat(Moments.mean(new double[0])).isNaN();
    assertThat(Moments.variance(new double[] {1})).isNaN();
  }

  @Test
  void areNaNWhereAValueIs() {
    assertThat(Moments.mean(List.of(1.0, Double.NaN))).isNaN();
    assertThat(Moments.standardDeviation(List.of(1.0, Double.NaN))).isNaN();
  }
}

package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KuiperTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void equalsValuesWorkedOutByHand() {
    assertThat(Kuiper.distance(values(1, 2, 3), values(3, 2, 1))).isZero();
    assertThat(Kuiper.distance(values(1, 2), values(5, 6))).isEqualTo(1);
    // 23 and 1 lie around midnight, 11 and 13 around noon: F − G is 1/2 from 1 on, 0 from 11 on,
    // −1/2
    // from 13 on and 0 from 23 on, where the Kolmogorov-Smirnov distance is 1/2.
    assertThat(Kuiper.distance(values(23, 1), values(11, 13))).isEqualTo(1);
    // F − G is 1/2 from 1 on, 0 from 2 on, 1/2 from 3 on, 0 from 4 on.
    assertThat(Kuiper.distance(values(1, 3), values(2, 4))).isEqualTo(0.5);
    assertThat(Kuiper.distance(values(Double.NaN), values(1))).isNaN();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isTheSameWhereverTheDayBegins(long seed) {
    Circle day = new Circle(24);
    RandomStream stream = new Seeds(seed).stream("kuiper");
    double[] a = stream.ints(31, 0, 48).mapToDouble(half -> half / 2.0).toArray();
    double[] b = stream.ints(47, 0, 48).mapToDouble(half -> half / 2.0).toArray();
    for (double shift = 0.25; shift < 24; shift += 1.5) {
      double[] shiftedA = turned(a, shift, day);
      double[] shiftedB = turned(b, shift, day);
      assertThat(Kuiper.distance(shiftedA, shiftedB))
          .isCloseTo(Kuiper.distance(a, b), within(ROUNDING))
          .isGreaterThanOrEqualTo(KolmogorovSmirnov.distance(shiftedA, shiftedB) - ROUNDING);
      assertThat(Wasserstein.onCircle(shiftedA, shiftedB, day))
          .isCloseTo(Wasserstein.onCircle(a, b, day), within(ROUNDING))
          .isLessThanOrEqualTo(Wasserstein.distance(shiftedA, shiftedB) + ROUNDING);
    }
  }

  @Test
  void valuesAreMovedTheShorterWayRound() {
    // 23 moves to 1, by 2 hours; on a line it would be 22.
    assertThat(Wasserstein.onCircle(values(23), values(1), new Circle(24))).isEqualTo(2);
    assertThat(Wasserstein.onCircle(values(0, 6), values(6, 12), new Circle(24))).isEqualTo(6);
    assertThat(Wasserstein.onCircle(values(), values(1), new Circle(24))).isNaN();
  }

  private static double[] turned(double[] values, double by, Circle circle) {
    return Arrays.stream(values).map(value -> circle.wrapped(value + by)).toArray();
  }

  private static double[] values(double... values) {
    return values;
  }
}

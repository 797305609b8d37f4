package dev.synth.internal.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantileCurveTest {
  /** scipy.stats.norm.ppf(5 / 6), the score of the last of three values, SciPy 1.17.1. */
  private static final double UPPER = 0.9674215661017014;

  @Test
  void knotsStandAtTheMiddleRanksOfTheValues() {
    QuantileCurve curve = QuantileCurve.fit(new double[] {10, 20, 40}, 10, 40);

    assertThat(curve.values()).containsExactly(10, 20, 40);
    assertThat(curve.scores()).containsExactly(new double[] {-UPPER, 0, UPPER}, within(1e-15));
  }

  /** By hand: ranks 0.5, then 2 for the three equal ones, 3.5 + ½ for the last, of 5. */
  @Test
  void equalValuesShareTheirMiddleRank() {
    QuantileCurve curve = QuantileCurve.fit(new double[] {1, 2, 2, 2, 3}, 1, 3);

    assertThat(curve.values()).containsExactly(1, 2, 3);
    // scipy.stats.norm.ppf([0.1, 0.5, 0.9])
    assertThat(curve.scores())
        .containsExactly(new double[] {-1.2815515655446004, 0, 1.2815515655446004}, within(1e-15));
  }

  @Test
  void betweenKnotsTheCurveIsStraight() {
    QuantileCurve curve = QuantileCurve.fit(new double[] {10, 20, 40}, 10, 40);

    assertThat(curve.score(15)).isCloseTo(-UPPER / 2, within(1e-15));
    assertThat(curve.value(UPPER / 4)).isCloseTo(25, within(1e-13));
  }

  @Test
  void beyondTheKnotsTheCurveRunsToTheBoundsAtEight() {
    QuantileCurve curve = QuantileCurve.fit(new double[] {10, 20, 40}, 0, 140);

    assertThat(curve.score(0)).isEqualTo(-8);
    assertThat(curve.score(140)).isEqualTo(8);
    assertThat(curve.score(90)).isCloseTo((UPPER + 8) / 2, within(1e-14));
    // Half a unit beyond the last knot: 100 · 0.5 / (8 − 0.967) = 7.11 beyond its value.
    assertThat(curve.value(UPPER + 0.5)).isCloseTo(47.11, within(0.01));
  }

  @Test
  void whatLiesBeyondTheBoundsIsTakenForThem() {
    QuantileCurve curve = QuantileCurve.fit(new double[] {10, 20, 40}, 0, 40);

    assertThat(curve.score(-1e300)).isEqualTo(-8);
    assertThat(curve.score(1e300)).isCloseTo(UPPER, within(1e-15));
    assertThat(curve.value(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(curve.value(UPPER)).isEqualTo(40);
  }

  /** Of three knots the outermost one is a step of 0.967 wide, over which values fall by 20. */
  @Test
  void drawsBeyondTheOutermostValueFallBackAndDiffer() {
    QuantileCurve curve = QuantileCurve.fit(new double[] {10, 20, 40}, 10, 40);

    // 40 − 20 · (1 − exp(−0.1 / 0.967)), and the same from below: 10 + 10 · (1 − exp(…))
    assertThat(curve.value(UPPER + 0.1)).isCloseTo(38.035, within(1e-3));
    assertThat(curve.value(-UPPER - 0.1)).isCloseTo(10.983, within(1e-3));
    assertThat(curve.value(UPPER + 0.2)).isLessThan(curve.value(UPPER + 0.1)).isGreaterThan(20);
    assertThat(curve.value(Double.POSITIVE_INFINITY)).isEqualTo(20);
  }

  @Test
  void manyValuesAreThinnedToAThousandKnots() {
    RandomStream random = new Seeds(1).stream("curve");
    double[] values =
        IntStream.range(0, 50_000).mapToDouble(i -> random.nextGaussian()).sorted().toArray();

    QuantileCurve curve = QuantileCurve.fit(values, values[0] - 1, values[49_999] + 1);

    assertThat(curve.values()).hasSize(QuantileCurve.MOST_KNOTS + 2);
    // A standard normal sample keeps its values: 5 standard errors of a quantile at ±1.5 are 0.04.
    for (double x = -1.5; x <= 1.5; x += 0.1) {
      assertThat(curve.score(x)).isCloseTo(x, within(0.04));
    }
  }

  /**
   * By hand: 100 rare values, of equal twos, count for 100 / 200 of ½, and the four others share ¾.
   * Below and at the middle: of 1: 3/32; of 2: 3/16 + (¼ + 3/16) / 2; of 3: ⅝ + 3/32; of 4: 29/32.
   */
  @Test
  void aHundredRareValuesCountForAQuarter() {
    double[] rare = new double[100];
    Arrays.fill(rare, 2);

    QuantileCurve curve = QuantileCurve.balanced(rare, new double[] {1, 2, 3, 4});

    assertThat(curve.values()).containsExactly(1, 2, 3, 4);
    // scipy.stats.norm.ppf([3 / 32, 13 / 32, 23 / 32, 29 / 32])
    assertThat(curve.scores())
        .containsExactly(
            new double[] {
              -1.318010897303537, -0.23720210932878769, 0.579132162255556, 1.318010897303537
            },
            within(1e-14));
  }

  @Test
  void aBalancedCurveKeepsItsEndsAndEveryRareValue() {
    double[] rare = IntStream.range(0, 300).mapToDouble(i -> 50_000 + i).toArray();
    double[] others = IntStream.range(0, 50_000).asDoubleStream().toArray();

    QuantileCurve curve = QuantileCurve.balanced(rare, others);

    assertThat(curve.values()).hasSizeLessThanOrEqualTo(QuantileCurve.MOST_KNOTS + 1);
    assertThat(curve.values()).contains(rare);
    assertThat(curve.min()).isZero();
    assertThat(curve.max()).isEqualTo(50_299);
  }

  @Test
  void theWidestRangeOfDoublesWorks() {
    double most = Double.MAX_VALUE;
    QuantileCurve curve = QuantileCurve.fit(new double[] {-most, most}, -most, most);

    assertThat(curve.value(curve.score(1e307))).isCloseTo(1e307, within(1e293));
    assertThat(curve.value(0)).isZero();
  }

  @Test
  void pointsThatDoNotRiseAreRefused() {
    assertThatThrownBy(() -> new QuantileCurve(new double[] {1, 1}, new double[] {0, 1}))
        .hasMessageContaining("values must rise");
    assertThatThrownBy(() -> new QuantileCurve(new double[] {1, 2}, new double[] {0, 9}))
        .hasMessageContaining("scores must rise and lie in [-8.0, 8.0]");
    assertThatThrownBy(() -> new QuantileCurve(new double[] {1}, new double[] {0}))
        .hasMessageContaining("two points");
    assertThatThrownBy(() -> new QuantileCurve(new double[] {1, Double.NaN}, new double[] {0, 1}))
        .hasMessageContaining("values must rise");
  }

  @Test
  void notANumberHasNoScore() {
    QuantileCurve curve = QuantileCurve.fit(new double[] {1, 2}, 1, 2);

    assertThatThrownBy(() -> curve.value(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}

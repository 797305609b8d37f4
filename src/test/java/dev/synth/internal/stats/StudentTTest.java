package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values are SciPy 1.17's. */
class StudentTTest {
  private static final Percentage TO_TWELVE_DIGITS = Percentage.withPercentage(1e-10);

  @ParameterizedTest
  @CsvSource({ // scipy.stats.t.ppf(probability, degrees)
    "0.975, 9, 2.262157162798205",
    "0.95, 1, 6.313751514675037",
    "0.995, 4, 4.604094871349992",
    "0.8, 9, 0.8834038596855346",
    "0.9999, 2.5, 34.867969321116306",
    "0.6, 30, 0.2556053649519128",
    "0.975, 1e6, 1.959966356814107",
  })
  void quantilesAgreeWithSciPy(double probability, double degrees, double expected) {
    StudentT distribution = new StudentT(degrees);
    // SciPy's own quantiles are good to about 1e-10
    assertThat(distribution.quantile(probability))
        .isCloseTo(expected, Percentage.withPercentage(1e-7));
    assertThat(distribution.quantile(1 - probability))
        .isCloseTo(-expected, Percentage.withPercentage(1e-7));
  }

  @ParameterizedTest
  @CsvSource({ // 2 * scipy.stats.t.sf(t, degrees)
    "0.5, 9, 0.6290712998260263",
    "10, 3, 0.0021283990584141503",
    "0.001, 7, 0.9992300172449988",
    "1.5, 0.5, 0.5079017906481084",
    "40, 9, 1.8982998449339822e-11",
  })
  void tailsAgreeWithSciPy(double t, double degrees, double expected) {
    assertThat(new StudentT(degrees).twoSidedTail(t)).isCloseTo(expected, TO_TWELVE_DIGITS);
    assertThat(new StudentT(degrees).twoSidedTail(-t)).isCloseTo(expected, TO_TWELVE_DIGITS);
  }

  @Test
  void manyDegreesCostThreeDigits() {
    // 2 * scipy.stats.t.sf(3, 1e5); the logarithms of gamma functions that cancel are about 5e5
    assertThat(new StudentT(1e5).twoSidedTail(3))
        .isCloseTo(0.0027004608840647234, Percentage.withPercentage(1e-7));
  }

  @Test
  void infiniteDegreesAreTheNormalDistribution() {
    // scipy.stats.norm.ppf(.975), ppf(.8), ppf(.9975); 2 * norm.sf(1), 2 * norm.sf(4)
    assertThat(StudentT.NORMAL.quantile(0.975)).isCloseTo(1.959963984540054, TO_TWELVE_DIGITS);
    assertThat(StudentT.NORMAL.quantile(0.8)).isCloseTo(0.8416212335729143, TO_TWELVE_DIGITS);
    assertThat(StudentT.NORMAL.quantile(0.9975)).isCloseTo(2.807033768343811, TO_TWELVE_DIGITS);
    // norm.ppf(1e-10): bisecting the tail, which is known to 1e-16, gave eight digits of it
    assertThat(StudentT.NORMAL.quantile(1e-10)).isCloseTo(-6.361340902404056, TO_TWELVE_DIGITS);
    assertThat(StudentT.NORMAL.twoSidedTail(1)).isCloseTo(0.31731050786291415, TO_TWELVE_DIGITS);
    assertThat(StudentT.NORMAL.twoSidedTail(4)).isCloseTo(6.334248366623973e-05, within(1e-15));
    assertThat(StudentT.NORMAL.twoSidedTail(50)).isZero();
  }

  @Test
  void oneDegreeIsCauchysDistribution() {
    // F(t) = ½ + atan(t)/π
    for (double t : new double[] {-20, -1, -0.01, 0, 0.3, 1, 7}) {
      assertThat(new StudentT(1).cumulative(t))
          .isCloseTo(0.5 + StrictMath.atan(t) / Math.PI, within(1e-14));
    }
  }

  @Test
  void theEdgesAreDefined() {
    StudentT distribution = new StudentT(9);
    assertThat(distribution.quantile(0.5)).isZero();
    assertThat(distribution.twoSidedTail(0)).isEqualTo(1);
    assertThat(distribution.twoSidedTail(Double.POSITIVE_INFINITY)).isZero();
    assertThat(distribution.twoSidedTail(Double.NaN)).isNaN();
    assertThatIllegalArgumentException().isThrownBy(() -> distribution.quantile(1));
    assertThatIllegalArgumentException().isThrownBy(() -> distribution.quantile(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new StudentT(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new StudentT(Double.NaN));
  }
}

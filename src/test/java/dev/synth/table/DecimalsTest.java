package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  private static int digits(double... values) {
    return Decimals.of(null, values).digits();
  }

  @Test
  void theFewestDigitsThatWriteEachValueAreLearned() {
    assertThat(digits()).isZero();
    assertThat(digits(3, -7, 0)).isZero();
    assertThat(digits(0.5, 3)).isEqualTo(1);
    assertThat(digits(1.1, 2.25, 1e6)).isEqualTo(2);
    assertThat(digits(1e-9)).isEqualTo(9);
  }

  @Test
  void valuesOfMoreThanNineDecimalsAreNotRounded() {
    assertThat(digits(1.0 / 3)).isEqualTo(Decimals.ANY);
    assertThat(digits(1e-10)).isEqualTo(Decimals.ANY);
    assertThat(digits(Math.PI, 1, 2)).isEqualTo(Decimals.ANY);
  }

  /** 1e12 with four decimals has 17 digits: a double can hold it, a sum of two can't. */
  @Test
  void moreThanFifteenDigitsAreNotRounded() {
    assertThat(digits(1e12 + 0.0625)).isEqualTo(Decimals.ANY);
    assertThat(digits(1e12 + 0.25)).isEqualTo(2);
    assertThat(digits(1e18, 7)).isZero();
  }

  @Test
  void theUsersDecimalsStand() {
    assertThat(Decimals.of(2, new double[] {1.0 / 3}).digits()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1.005, 1.0", // the double nearest to 1.005 is below it
    "2, 1.255, 1.25", // and that nearest to 1.255 is too
    "2, 0.125, 0.12", // a tie goes to the even digit
    "0, 2.5, 2",
    "0, -0.3, 0",
    "9, 1e300, 1e300",
    "3, 1e13, 1e13",
    "-1, 0.123456789123, 0.123456789123"
  })
  void roundsToTheNearest(int digits, double value, double expected) {
    assertThat(new Decimals(digits).round(value)).isIn(expected, Math.nextUp(expected));
  }

  @Test
  void roundingNeverGivesANegativeZero() {
    assertThat(1 / new Decimals(0).round(-0.0)).isPositive();
    assertThat(1 / Decimals.UNROUNDED.round(-0.0)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 9})
  void aTextOfSoManyDigitsFitsAndStays(int digits) {
    RandomStream random = new Seeds(digits).stream("decimals");
    Decimals decimals = new Decimals(digits);
    for (int i = 0; i < 10_000; i++) {
      long units = random.nextLong() >> (14 + random.nextInt(50));
      double value = java.math.BigDecimal.valueOf(units, digits).doubleValue();
      assertThat(decimals.fits(value)).isTrue();
      assertThat(decimals.round(value)).isEqualTo(value);
    }
  }

  @Test
  void roundsUpAndDown() {
    assertThat(new Decimals(1).roundUp(0.11)).isEqualTo(0.2);
    assertThat(new Decimals(1).roundUp(0.2)).isEqualTo(0.2);
    assertThat(new Decimals(1).roundDown(0.19)).isEqualTo(0.1);
    assertThat(new Decimals(0).roundDown(-0.5)).isEqualTo(-1);
    assertThat(Decimals.UNROUNDED.roundUp(0.123)).isEqualTo(0.123);
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 10})
  void digitsOutsideOfZeroToNineAreRefused(int digits) {
    assertThatThrownBy(() -> new Decimals(digits)).isInstanceOf(IllegalArgumentException.class);
  }
}

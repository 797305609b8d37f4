package dev.synth.internal.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void whatIsMissingIsADash() {
    assertThat(Numbers.plain(null)).isEqualTo("–");
    assertThat(Numbers.signed(null)).isEqualTo("–");
    assertThat(Numbers.probability(null)).isEqualTo("–");
    assertThat(Numbers.small(null)).isEqualTo("–");
    assertThat(Numbers.money(null)).isEqualTo("–");
    assertThat(Numbers.significant(Double.NaN)).isEqualTo("–");
  }

  @Test
  void negativeNumbersHaveARealMinusSignAndZeroHasNone() {
    assertThat(Numbers.plain(-0.1236)).isEqualTo("−0.124");
    assertThat(Numbers.plain(-0.0001)).isEqualTo("0.000");
    assertThat(Numbers.signed(0.0124)).isEqualTo("+0.012");
    assertThat(Numbers.signed(-0.0124)).isEqualTo("−0.012");
    assertThat(Numbers.signed(-0.0001)).isEqualTo("+0.000");
    assertThat(Numbers.small(-0.00001)).isEqualTo("0.0000");
    assertThat(Numbers.count(-1234.5)).isEqualTo("−1,234");
  }

  @Test
  void tinyProbabilitiesAreABound() {
    assertThat(Numbers.probability(0.00099)).isEqualTo("< 0.001");
    assertThat(Numbers.probability(0.001)).isEqualTo("0.001");
  }

  @Test
  void moneyIsWholeFromAHundredOn() {
    assertThat(Numbers.money(99.99)).isEqualTo("99.99");
    assertThat(Numbers.money(99.996)).isEqualTo("100");
    assertThat(Numbers.money(12345.6)).isEqualTo("12,346");
    assertThat(Numbers.money(-0.001)).isEqualTo("0.00");
    assertThat(Numbers.signedMoney(5.333)).isEqualTo("+5.33");
    assertThat(Numbers.signedMoney(-250)).isEqualTo("−250");
  }

  @Test
  void significantNumbersHaveFourDigitsAndNoZerosAtTheirEnd() {
    assertThat(Numbers.significant(0)).isEqualTo("0");
    assertThat(Numbers.significant(1.25)).isEqualTo("1.25");
    assertThat(Numbers.significant(1234.56)).isEqualTo("1235");
    assertThat(Numbers.significant(-0.00123456)).isEqualTo("−0.001235");
    assertThat(Numbers.significant(2e7)).isEqualTo("2.00e+07");
    assertThat(Numbers.significant(0.00001)).isEqualTo("1.00e−05");
  }
}

package dev.synth.internal.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportNumbersTest {
  @Test
  void whatIsMissingIsADash() {
    assertThat(ReportNumbers.plain(null)).isEqualTo("–");
    assertThat(ReportNumbers.signed(null)).isEqualTo("–");
    assertThat(ReportNumbers.probability(null)).isEqualTo("–");
    assertThat(ReportNumbers.small(null)).isEqualTo("–");
    assertThat(ReportNumbers.money(null)).isEqualTo("–");
    assertThat(ReportNumbers.significant(Double.NaN)).isEqualTo("–");
  }

  @Test
  void negativeNumbersHaveARealMinusSignAndZeroHasNone() {
    assertThat(ReportNumbers.plain(-0.1236)).isEqualTo("−0.124");
    assertThat(ReportNumbers.plain(-0.0001)).isEqualTo("0.000");
    assertThat(ReportNumbers.signed(0.0124)).isEqualTo("+0.012");
    assertThat(ReportNumbers.signed(-0.0124)).isEqualTo("−0.012");
    assertThat(ReportNumbers.signed(-0.0001)).isEqualTo("+0.000");
    assertThat(ReportNumbers.small(-0.00001)).isEqualTo("0.0000");
    assertThat(ReportNumbers.count(-1234.5)).isEqualTo("−1,234");
  }

  @Test
  void tinyProbabilitiesAreABound() {
    assertThat(ReportNumbers.probability(0.00099)).isEqualTo("< 0.001");
    assertThat(ReportNumbers.probability(0.001)).isEqualTo("0.001");
  }

  @Test
  void moneyIsWholeFromAHundredOn() {
    assertThat(ReportNumbers.money(99.99)).isEqualTo("99.99");
    assertThat(ReportNumbers.money(99.996)).isEqualTo("100");
    assertThat(ReportNumbers.money(12345.6)).isEqualTo("12,346");
    assertThat(ReportNumbers.money(-0.001)).isEqualTo("0.00");
    assertThat(ReportNumbers.signedMoney(5.333)).isEqualTo("+5.33");
    assertThat(ReportNumbers.signedMoney(-250)).isEqualTo("−250");
  }

  @Test
  void significantNumbersHaveFourDigitsAndNoZerosAtTheirEnd() {
    assertThat(ReportNumbers.significant(0)).isEqualTo("0");
    assertThat(ReportNumbers.significant(1.25)).isEqualTo("1.25");
    assertThat(ReportNumbers.significant(1234.56)).isEqualTo("1,235");
    assertThat(ReportNumbers.significant(-0.00123456)).isEqualTo("−0.001235");
    assertThat(ReportNumbers.significant(999.4)).isEqualTo("999.4");
    assertThat(ReportNumbers.significant(-123456.7)).isEqualTo("−123,457");
    assertThat(ReportNumbers.significant(1e7)).isEqualTo("10,000,000");
    assertThat(ReportNumbers.significant(2e12)).isEqualTo("2.00e+12");
    assertThat(ReportNumbers.significant(0.00001234)).isEqualTo("0.00001234");
    assertThat(ReportNumbers.significant(0.000001)).isEqualTo("1.00e−06");
  }
}

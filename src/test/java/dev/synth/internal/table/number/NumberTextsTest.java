package dev.synth.internal.table.number;

import static dev.synth.internal.table.number.FoundNumbers.find;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that people write for numbers, and texts that are none. */
class NumberTextsTest {
  /** The texts that people write in one cell, and the number that each is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$1,234.50|1234.5",
        "1.234,50 €|1234.5",
        "CHF 12'345.60|12345.6",
        "CHF 12’345.60|12345.6",
        "₹1,23,456.00|123456",
        "(31.84)|-31.84",
        "($31.84)|-31.84",
        "$(31.84)|-31.84",
        "(1.234,50 €)|-1234.5",
        "(5%)|-5",
        "(5)%|-5",
        "-$5|-5",
        "$-5|-5",
        "- $5|-5",
        "$ -5|-5",
        "5-|-5",
        "5,-|5",
        "5.–|5",
        "1.234,- €|1234",
        "1'234.-|1234",
        "Fr. 5.--|5",
        "-5,-|-5",
        "CHF 5.—|5",
        "1,234.50-|-1234.5",
        "-5|-5",
        "\u22125|-5",
        "\u201315.5|-15.5",
        "+5|5",
        "+$5.25|5.25",
        "'12.5|12.5",
        "'-12.5|-12.5",
        "15.37%|15.37",
        "15,37 %|15.37",
        "-0.5%|-0.5",
        "2.5‰|2.5",
        "1e-3|0.001",
        "1.5E+03|1500",
        "1,5e3|1500",
        "12\u00a0345,60\u00a0€|12345.6",
        "12\u202f345.6|12345.6",
        "12\u2009345|12345",
        "12 345 678|12345678",
        "1,234,567|1234567",
        "1.234.567|1234567",
        "US$ 12.50|12.5",
        "R$ 1.234,56|1234.56",
        "EUR 12|12",
        "12.50 EUR|12.5",
        "12.50 USD|12.5",
        "£.50|0.5",
        ".5|0.5",
        "5.|5",
        "Rs.500|500",
        "Rs. 1,23,456|123456",
        "\u00a5980|980",
        "0,5|0.5",
        "0,123|0.123",
        "1234,567|1234.567",
        "kr 1 234,50|1234.5",
        "\u200e$5|5",
        "980円|980",
        "1_000|1000",
        "12_345_678.5|12345678.5",
        "1.2×10^3|1200",
        "1.2 x 10^-3|0.0012",
        "-4·10**2|-400",
        "1.5×10⁻²|0.015",
        "2.5D+03|2500",
        "%45|45",
      })
  void readsWhatPeopleWrite(String text, double value) {
    assertThat(find(text).values()).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "$",
        "%",
        "()",
        "abc",
        "A12",
        "12A",
        "C1231006815",
        "d12",
        "1-2",
        "12-34",
        "2024-01-31",
        "31.01.2024",
        "1.2.3",
        "192.168.1.10",
        "12:42",
        "1/2",
        "5 of 9",
        "1,23,45",
        "12,34",
        "+-5",
        "(-5)",
        "(5",
        "5)",
        "--5",
        "1e",
        "12_34",
        "1_0000",
        "2×10",
        "1.5d3",
        "e5",
        "12 34 5",
        "07:08 PM",
        "7 PM",
        "1,2345,678",
        "0,123,456",
        "5 €$",
        "1st",
        "5G",
        "$5 of $9",
        "1,,234",
        "1.234.56",
        "36 months",
        "12 kg"
      })
  void readsNothingElse(String text) {
    if (text.equals("12,34")) {
      assertThat(find(text).values()).containsExactly(12.34); // a decimal comma
      return;
    }
    assertThat(find(text).reads(0)).isFalse();
  }
}

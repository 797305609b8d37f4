package dev.synth.internal.table.number;

import static dev.synth.internal.table.number.FoundNumbers.COMMAS;
import static dev.synth.internal.table.number.FoundNumbers.POINTS;
import static dev.synth.internal.table.number.FoundNumbers.find;
import static dev.synth.internal.table.number.FoundNumbers.ones;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.table.NumberForm;
import dev.synth.table.reading.SeparatorReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFinderTest {
  /** Accounts write zero as a dash beside the currency; a dash alone is no number. */
  @Test
  void aDashBesideACurrencyIsZero() {
    NumberReading reading = find("$ 1,234.50", "$ (31.84)", "$ -", "$ 2.00");
    assertThat(reading.values()).containsExactly(1234.5, -31.84, 0, 2);
    assertThat(reading.form().text(0)).isEqualTo("$ -");
    assertThat(reading.form().text(1234.5)).isEqualTo("$ 1,234.50");
    assertThat(reading.form().text(-31.84)).isEqualTo("$ (31.84)");
    assertThat(reading.mixed(new int[] {1, 1, 1, 1})).isEmpty();
    assertThat(find("12,50 €", "- €", "3,00 €").values()).containsExactly(12.5, 0, 3);
    assertThat(find("$0.00", "$0.00", "$ -", "$2.00").form().text(0)).isEqualTo("$0.00");
    for (String none : List.of("-", "- -", "$", "$ --- ", "a -", "% -", "$ - €")) {
      assertThat(find("$ 1.50", none).reads(1)).as(none).isFalse();
    }
  }

  /** Twenty scaled numbers and more, as of followers or of a company's worth. */
  @Test
  void lettersThatStandForZerosAreReadAndWritten() {
    List<String> texts = new ArrayList<>(List.of("1.2K", "3M", "2.75B", "-4.5K", "950", "0"));
    IntStream.range(11, 31).forEach(i -> texts.add(i + "." + (1 + i % 9) + "K"));
    NumberReading reading = find(texts.toArray(String[]::new));
    assertThat(Arrays.copyOf(reading.values(), 6))
        .containsExactly(1200, 3e6, 2.75e9, -4500, 950, 0);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(reading.form().text(reading.values()[i])).isEqualTo(texts.get(i));
    }
    assertThat(reading.form().text(1_234_500)).isEqualTo("1.2345M");
    // One digit behind the point with K, none with M, two with B, and all of smaller numbers.
    assertThat(reading.form().rounded(1_260)).isEqualTo(1_300);
    assertThat(reading.form().rounded(-74_962_900)).isEqualTo(-75e6);
    assertThat(reading.form().rounded(2_754_000_000.0)).isEqualTo(2.75e9);
    assertThat(reading.form().rounded(987.5)).isEqualTo(987.5);

    String[] flats = numbered(i -> "₹" + (i % 3 == 0 ? i + ".20 Cr" : i + ".50 Lac"));
    NumberReading prices = find(flats);
    assertThat(Arrays.copyOf(prices.values(), 3)).containsExactly(150_000, 250_000, 32_000_000);
    for (int i = 0; i < flats.length; i++) {
      assertThat(prices.form().text(prices.values()[i])).isEqualTo(flats[i]);
    }

    NumberReading rupees = find(numbered(i -> "Rs. " + i + ",500/-"));
    assertThat(rupees.values()[0]).isEqualTo(1_500);
    assertThat(rupees.form().text(2_750)).isEqualTo("Rs. 2,750/-");

    NumberReading worth = find(numbered(i -> "$" + i + (i % 2 == 0 ? "mn" : "bn")));
    assertThat(Arrays.copyOf(worth.values(), 2)).containsExactly(1e9, 2e6);
    assertThat(worth.form().text(-5e6)).isEqualTo("-$5mn");
  }

  private static String[] numbered(IntFunction<String> text) {
    return IntStream.range(1, 51).mapToObj(text).toArray(String[]::new);
  }

  /** One letter alone is a unit, few are levels, and others are words. */
  @Test
  void otherLettersAreNoScales() {
    assertThat(find(numbered(i -> i + "K")).form().after()).isEqualTo("K");
    assertThat(find(numbered(i -> i + "K")).values()[0]).isEqualTo(1);
    assertThat(find("1K", "2M", "3").reads(0)).isFalse();
    assertThat(find(numbered(i -> i + (i % 2 == 0 ? "M" : "kg"))).reads(1)).isFalse();
  }

  @Test
  void takesTheSeparatorsThatAllCellsAllow() {
    assertThat(find("1,234", "12.5").values()).containsExactly(1234, 12.5);
    assertThat(find("1.234", "12,5").values()).containsExactly(1234, 12.5);
    assertThat(find("1,234", "12,5").values()).containsExactly(1.234, 12.5);
    assertThat(find("1,234", "1,234,567").values()).containsExactly(1234, 1234567);
    assertThat(find("1,23,456", "1,234").values()).containsExactly(123456, 1234);
    assertThat(find("1,234", "1,234").doubt()).isNotNull();
    assertThat(find("1,234", "12.5").doubt()).isNull();
  }

  @Test
  void aPointAlonePartsDecimalsUnlessTheFileHasDecimalCommas() {
    assertThat(find("1.234", "5.678").values()).containsExactly(1.234, 5.678);
    assertThat(find("1.234", "5.678").doubt()).isNull();
    NumberReading german = find(COMMAS, "1.234", "5.678");
    assertThat(german.values()).containsExactly(1234, 5678);
    assertThat(Objects.requireNonNull(german.doubt()).reason())
        .isEqualTo(SeparatorReason.DECIMAL_COMMAS);
    assertThat(find("1.234 €", "5.678 €").values()).containsExactly(1234, 5678);
    assertThat(find(POINTS, "1.234 €", "5.678 €").values()).containsExactly(1.234, 5.678);
    assertThat(find("$1.234", "$5.678").values()).containsExactly(1.234, 5.678);
  }

  @Test
  void aCommaBeforeThreeDigitsIsReadAsWhatIsLikelier() {
    assertThat(find("1,234", "567").values()).containsExactly(1234, 567);
    assertThat(find("$1,234").values()).containsExactly(1234);
    assertThat(find(POINTS, "1,234").values()).containsExactly(1234);
    assertThat(find(COMMAS, "1,234").values()).containsExactly(1.234);
    assertThat(find("1,234%").values()).containsExactly(1.234);
    for (NumberReading likely :
        List.of(find("1,234", "567"), find("$1,234"), find(POINTS, "1,234"), find("1,234%"))) {
      assertThat(Objects.requireNonNull(likely.doubt()).reason()).isNotNull();
    }
    assertThat(Objects.requireNonNull(find("1,234").doubt()).reason()).isNull();
  }

  @Test
  void bothReadingsOfADoubtHaveAnExampleThatIsReadInOneWay() {
    for (String text : List.of("1,234", "$1,234", "1.234 €", "1,234%", "(1,234)")) {
      NumberReading reading = find(text);
      NumberReading.Doubt doubt = Objects.requireNonNull(reading.doubt());
      assertThat(NumberFinder.byExample(text)).isEmpty();
      for (NumberForm form : List.of(reading.form(), doubt.other())) {
        NumberForm example = NumberFinder.byExample(NumberReading.example(form)).orElseThrow();
        assertThat(example.separators()).isEqualTo(form.separators());
        assertThat(example.before() + example.after()).isEqualTo(form.before() + form.after());
      }
    }
  }

  @Test
  void refusesTwoCurrenciesAndSharesBesideNumbers() {
    int[] counts = {3, 1};
    List<String> texts = List.of("$5", "5 €");
    assertThat(NumberFinder.find(texts, counts, () -> POINTS).mixed(counts))
        .containsEntry("$", 3)
        .containsEntry("€", 1);
    assertThat(find("5%", "5").mixed(new int[] {1, 1})).containsOnlyKeys("%", "");
    assertThat(find("$5", "5").mixed(new int[] {1, 1})).isEmpty();
    assertThat(find("5%", "0").mixed(new int[] {1, 1})).isEmpty();
    assertThat(find("$5", "$ 5").mixed(new int[] {1, 1})).isEmpty();
  }

  @Test
  void aUnitIsOneWhereManyNumbersHaveIt() {
    List<String> weights = IntStream.range(0, 30).mapToObj(i -> i + ".5 kg").toList();
    NumberReading reading = NumberFinder.find(weights, ones(weights), () -> POINTS);
    assertThat(reading.form().after()).isEqualTo(" kg");
    assertThat(reading.values()[7]).isEqualTo(7.5);
    List<String> mixed = new ArrayList<>(weights);
    mixed.add("300 g");
    assertThat(NumberFinder.find(mixed, ones(mixed), () -> POINTS).rows(ones(mixed))).isZero();
    List<String> terms = List.of("36 months", "60 months");
    assertThat(NumberFinder.findLike(terms, ones(terms), null, () -> POINTS).values())
        .containsExactly(36, 60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "×", "\"", "″", "万", "個", "号", " Mio. €", " k€", "k€", "° N", " E"})
  void unitsOfOneColumn(String unit) {
    List<String> texts = IntStream.range(0, 30).mapToObj(i -> i + ".5" + unit).toList();
    NumberReading reading = NumberFinder.find(texts, ones(texts), () -> POINTS);
    assertThat(reading.form().after()).isEqualTo(unit);
    assertThat(reading.values()[7]).isEqualTo(7.5);
    assertThat(reading.form().text(2.5)).isEqualTo("2.5" + unit);
  }

  @Test
  void aKnownFormWinsWhereItFits() {
    NumberForm euros = find("1.234,50 €").form();
    List<String> doubtful = List.of("1.234 €");
    assertThat(NumberFinder.findLike(doubtful, ones(doubtful), euros, () -> POINTS).values())
        .containsExactly(1234);
    List<String> plain = List.of("1.234", "12.5");
    assertThat(NumberFinder.findLike(plain, ones(plain), euros, () -> POINTS).values())
        .containsExactly(1.234, 12.5);
    List<String> dollars = List.of("$1,234.50");
    assertThat(NumberFinder.findLike(dollars, ones(dollars), euros, () -> POINTS).values())
        .containsExactly(1234.5);
  }

  @Test
  void aGivenFormReadsNoOther() {
    NumberForm form = NumberFinder.byExample("1.234,50 €").orElseThrow();
    List<String> texts = List.of("1.234 €", "12,5", "12.5", "$5");
    NumberReading reading = NumberFinder.readAs(texts, ones(texts), form);
    assertThat(reading.values()[0]).isEqualTo(1234);
    assertThat(reading.values()[1]).isEqualTo(12.5);
    assertThat(reading.reads(2)).isFalse();
  }

  @Test
  void anExampleMayHaveMarksThatAreKnownNowhere() {
    NumberForm rand = NumberFinder.byExample("R 1 234,50").orElseThrow();
    List<String> texts = List.of("R 12", "R 1 234,50", "X 5");
    assertThat(NumberFinder.readAs(texts, ones(texts), rand).values())
        .containsExactly(12, 1234.5, Double.NaN);
  }

  /** By hand: a debit is below zero, and so is a credit on a statement of what is owed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12.50 DR|80.00 CR|-12.5|80
          12.50DR|80.00|-12.5|80
          12.50 Dr.|80.00 Cr.|-12.5|80
          12.50|80.00 CR|12.5|-80
          """)
  void debitsAreBelowZero(String one, String other, double first, double second) {
    List<String> texts = List.of(one, other);
    assertThat(NumberFinder.find(texts, ones(texts), () -> POINTS).values())
        .containsExactly(first, second);
  }

  @Test
  void otherPairsOfLettersAreNoSigns() {
    List<String> texts = List.of("33.9 N", "48.1 E");
    assertThat(NumberFinder.find(texts, ones(texts), () -> POINTS).rows(ones(texts))).isZero();
  }

  @Test
  void aCroreIsNoCredit() {
    List<String> texts =
        IntStream.range(1, 50).mapToObj(i -> i + ".5" + (i % 2 == 0 ? " Cr" : "")).toList();
    NumberReading reading = NumberFinder.find(texts, ones(texts), () -> POINTS);
    assertThat(reading.values()[1]).isEqualTo(2.5e7);
  }
}

package dev.synth.internal.table.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.table.number.DecimalHabit.DecimalSeparator;
import dev.synth.table.NumberForm;
import dev.synth.table.NumberForm.Fraction;
import dev.synth.table.NumberForm.Grouping;
import dev.synth.table.NumberForm.Place;
import dev.synth.table.NumberForm.Separators;
import dev.synth.table.NumberForm.Signs;
import dev.synth.table.reading.SeparatorReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFinderTest {
  private static final DecimalHabit POINTS =
      new DecimalHabit(DecimalSeparator.POINT, true, SeparatorReason.DECIMAL_POINTS);
  private static final DecimalHabit COMMAS =
      new DecimalHabit(DecimalSeparator.COMMA, true, SeparatorReason.DECIMAL_COMMAS);

  private static int[] ones(List<String> texts) {
    return texts.stream().mapToInt(text -> 1).toArray();
  }

  private static NumberReading find(DecimalHabit habit, String... texts) {
    List<String> all = List.of(texts);
    return NumberFinder.find(all, ones(all), () -> habit);
  }

  private static NumberReading find(String... texts) {
    return find(DecimalHabit.UNKNOWN, texts);
  }

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
        "e5",
        "1_000",
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

  private static final double[] NUMBERS = {
    0, 0.01, 0.5, 7, 12.34, 999.99, 1000, 1234.5, 12345.67, 123456, 1234567.89, 98765432.1
  };

  private static List<NumberForm> forms() {
    List<NumberForm> forms = new ArrayList<>();
    List<String[]> marks =
        List.of(
            new String[] {"", ""},
            new String[] {"$", ""},
            new String[] {"CHF ", ""},
            new String[] {"€\u00a0", ""},
            new String[] {"", " €"},
            new String[] {"", "%"},
            new String[] {"", "\u202f%"},
            new String[] {"", " EUR"},
            new String[] {"", " kg"},
            new String[] {"'", ""},
            new String[] {"US$", ""});
    List<Separators> separators =
        List.of(
            Separators.POINT,
            new Separators(Grouping.NONE, "", ","),
            new Separators(Grouping.THOUSANDS, ",", "."),
            new Separators(Grouping.INDIAN, ",", "."),
            new Separators(Grouping.THOUSANDS, ".", ","),
            new Separators(Grouping.THOUSANDS, " ", ","),
            new Separators(Grouping.THOUSANDS, "\u00a0", ","),
            new Separators(Grouping.THOUSANDS, "\u202f", "."),
            new Separators(Grouping.THOUSANDS, "\u2009", ","),
            new Separators(Grouping.THOUSANDS, "'", "."),
            new Separators(Grouping.THOUSANDS, "\u2019", "."));
    for (String[] mark : marks) {
      for (Separators each : separators) {
        for (Place place : Place.values()) {
          for (String minus : List.of("-", "\u2212")) {
            for (String plus : List.of("", "+")) {
              for (Fraction fraction : List.of(new Fraction(2, false), new Fraction(2, true))) {
                boolean isBracket = place == Place.BRACKETS || place == Place.INNER_BRACKETS;
                boolean sameAsFirst = place == Place.INSIDE && mark[0].isEmpty();
                boolean sameAsBrackets = place == Place.INNER_BRACKETS && mark[0].isEmpty();
                if ((isBracket && (!plus.isEmpty() || !minus.equals("-"))) || sameAsFirst) {
                  continue;
                }
                if (sameAsBrackets && mark[1].isEmpty()) {
                  continue;
                }
                forms.add(
                    new NumberForm(
                        mark[0], mark[1], each, fraction, new Signs(place, minus, plus)));
              }
            }
          }
        }
      }
    }
    for (Signs signs :
        List.of(
            new Signs(Place.LAST, " DR", " CR"),
            new Signs(Place.LAST, "Dr.", ""),
            new Signs(Place.LAST, " CR", ""))) {
      Separators points = new Separators(Grouping.THOUSANDS, ",", ".");
      forms.add(new NumberForm("$", "", points, new Fraction(2, false), signs));
    }
    return forms;
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

  /** South of the equator and west of Greenwich are below zero, as ISO 6709 has it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          33.9° S|48.1° N|-33.9|48.1
          33.9 S|48.1 N|-33.9|48.1
          70.5°W|11.6°E|-70.5|11.6
          """)
  void southAndWestAreBelowZero(String one, String other, double first, double second) {
    List<String> texts = List.of(one, other);
    NumberReading reading = NumberFinder.find(texts, ones(texts), () -> POINTS);
    assertThat(reading.values()).containsExactly(first, second);
    assertThat(reading.form().text(first)).isEqualTo(one);
    assertThat(reading.form().text(second)).isEqualTo(other);
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

  /** Every form is found from what it writes, and reads back each number that it wrote. */
  @Test
  void whatAFormWritesIsReadBackAndShowsTheForm() {
    double[] numbers =
        DoubleStream.concat(Arrays.stream(NUMBERS), Arrays.stream(NUMBERS).skip(1).map(n -> -n))
            .toArray();
    for (NumberForm form : forms()) {
      List<String> texts = Arrays.stream(numbers).mapToObj(form::text).toList();
      NumberReading reading = NumberFinder.find(texts, ones(texts), () -> POINTS);
      assertThat(reading.values()).as("%s: %s", form, texts).isEqualTo(numbers);
      assertThat(reading.doubt()).as("%s", form).isNull();
      assertThat(reading.form()).as("%s", texts).isEqualTo(form);
      assertThat(Arrays.stream(numbers).mapToObj(reading.form()::text).toList()).isEqualTo(texts);
    }
  }

  /** A dash in the place of cents is written where whole numbers have it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5,- €|12,50 €|1.234,- €",
        "Fr. 5.–|Fr. 12.50|Fr. 1'234.–",
        "5,-|7,-|10,-",
        "-5,-|12,50|10,-",
        "€ 5,-|€ 12,50|€ 1.234,-"
      })
  void writesDashesInThePlaceOfCents(String one, String other, String third) {
    List<String> texts = List.of(one, other, third);
    NumberReading reading = NumberFinder.find(texts, ones(texts), () -> DecimalHabit.UNKNOWN);

    assertThat(IntStream.range(0, 3).mapToObj(i -> reading.form().text(reading.values()[i])))
        .containsExactlyElementsOf(texts);
    assertThat(reading.doubt()).isNull();
  }
}

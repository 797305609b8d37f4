package dev.synth.internal.table.number;

import static dev.synth.internal.table.number.FoundNumbers.POINTS;
import static dev.synth.internal.table.number.FoundNumbers.ones;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.table.NumberForm;
import dev.synth.table.NumberForm.Fraction;
import dev.synth.table.NumberForm.Grouping;
import dev.synth.table.NumberForm.Place;
import dev.synth.table.NumberForm.Separators;
import dev.synth.table.NumberForm.Signs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of numbers, written and found again. */
class WrittenFormsTest {
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

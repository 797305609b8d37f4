package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.synth.table.NumberForm.Fraction;
import dev.synth.table.NumberForm.Grouping;
import dev.synth.table.NumberForm.Place;
import dev.synth.table.NumberForm.Separators;
import dev.synth.table.NumberForm.Signs;
import org.junit.jupiter.api.Test;

class NumberFormTest {
  private static final Separators WESTERN = new Separators(Grouping.THOUSANDS, ",", ".");
  private static final Fraction CENTS = new Fraction(2, false);

  private static NumberForm of(String before, String after, Separators separators, Place place) {
    return new NumberForm(before, after, separators, CENTS, new Signs(place, "-", ""));
  }

  @Test
  void writesMoneyAsPeopleDo() {
    assertThat(of("$", "", WESTERN, Place.FIRST).text(1234.5)).isEqualTo("$1,234.50");
    assertThat(of("$", "", WESTERN, Place.FIRST).text(-1234567)).isEqualTo("-$1,234,567.00");
    assertThat(of("$", "", WESTERN, Place.INSIDE).text(-5)).isEqualTo("$-5.00");
    assertThat(of("$", "", WESTERN, Place.BRACKETS).text(-5)).isEqualTo("($5.00)");
    assertThat(of("$", "", WESTERN, Place.INNER_BRACKETS).text(-5)).isEqualTo("$(5.00)");
    assertThat(of("", "", WESTERN, Place.LAST).text(-5)).isEqualTo("5.00-");
    assertThat(of("", " €", new Separators(Grouping.THOUSANDS, ".", ","), Place.FIRST).text(1234.5))
        .isEqualTo("1.234,50 €");
    assertThat(of("₹", "", new Separators(Grouping.INDIAN, ",", "."), Place.FIRST).text(123456789))
        .isEqualTo("₹12,34,56,789.00");
  }

  @Test
  void groupsNothingBelowAThousand() {
    assertThat(of("", "", WESTERN, Place.FIRST).text(999.99)).isEqualTo("999.99");
    assertThat(of("", "", WESTERN, Place.FIRST).text(1000)).isEqualTo("1,000.00");
  }

  @Test
  void writesZeroWithoutASign() {
    Signs plus = new Signs(Place.FIRST, "\u2212", "+");
    NumberForm form = new NumberForm("", "%", Separators.POINT, Fraction.SHORTEST, plus);
    assertThat(form.text(-0.0)).isEqualTo("0%");
    assertThat(form.text(2)).isEqualTo("+2%");
    assertThat(form.text(-2)).isEqualTo("\u22122%");
  }

  @Test
  void keepsDigitsThatTheNumberNeeds() {
    assertThat(of("", "", WESTERN, Place.FIRST).text(0.125)).isEqualTo("0.125");
    assertThat(of("", "", WESTERN, Place.FIRST).text(1e-12)).isEqualTo("0.000000000001");
    Fraction bare = new Fraction(2, true);
    NumberForm form = new NumberForm("$", "", WESTERN, bare, Signs.MINUS);
    assertThat(form.text(5)).isEqualTo("$5");
    assertThat(form.text(5.5)).isEqualTo("$5.50");
  }

  @Test
  void theShortestFormIsThePlainOne() {
    assertThat(NumberForm.SHORTEST.isPlain()).isTrue();
    assertThat(NumberForm.SHORTEST.text(1e30)).isEqualTo("1.0E30");
  }

  @Test
  void refusesSeparatorsThatCannotBeTold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Separators(Grouping.THOUSANDS, ",", ","));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Separators(Grouping.THOUSANDS, "", "."));
    assertThatIllegalArgumentException().isThrownBy(() -> new Separators(Grouping.NONE, ",", "."));
  }
}

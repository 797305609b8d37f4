package dev.synth.internal.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.table.CellForm;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTextTest {
  /** Values by hand. */
  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "1/2, 0.5",
    "3 1/2, 3.5",
    "3-1/2, 3.5",
    "3 and 1/2, 3.5",
    "3½, 3.5",
    "3 ½, 3.5",
    "¾, 0.75",
    "12 63/64, 12.984375",
    "-2 1/4, -2.25",
    "2⅓, 2.3333333333333335",
    "5/2, 2.5",
    "31/2, 15.5"
  })
  void readsAndWrites(String text, double value) {
    FractionText read = Objects.requireNonNull(FractionText.parse(text));

    assertThat(read.value()).isEqualTo(value);
    String example = read.numerator() == 0 ? "1 1/2" : text.replace("-2", "2");
    assertThat(new CellForm.Fractions(example, List.of(2, 3, 4, 64)).text(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3 5/2", "1/0", "0/2", "1/100", "1.5", "1/2/2024", "a", "3 ", "-"})
  void othersAreNone(String text) {
    assertThat(FractionText.parse(text)).isNull();
  }

  @Test
  void roundsToTheDenominatorsOfTheColumn() {
    CellForm.Fractions form = new CellForm.Fractions("1 1/2", List.of(2, 3, 4));

    assertThat(form.rounded(3.3)).isEqualTo(3 + 1.0 / 3); // 5/12 is none of them
    assertThat(form.rounded(3.7)).isEqualTo(3 + 2.0 / 3);
    assertThat(form.rounded(3.99)).isEqualTo(4);
    assertThat(form.rounded(-0.3)).isEqualTo(-1.0 / 3);
    assertThat(form.text(3.1)).isEqualTo("3.1");
    assertThat(form.text(0)).isEqualTo("0");
    assertThat(form.text(2 / 4.0)).isEqualTo("1/2");
  }

  /** A file of eighths alone has no quarters. */
  @Test
  void keepsTheDenominatorsOfTheColumn() {
    CellForm.Fractions eighths = new CellForm.Fractions("1 2/8", List.of(8));

    assertThat(eighths.text(0.25)).isEqualTo("2/8");
    assertThat(eighths.text(3.5)).isEqualTo("3 4/8");
    assertThat(eighths.text(2)).isEqualTo("2");
    assertThat(new CellForm.Fractions("1½", List.of(8)).text(1.5)).isEqualTo("1½");
  }

  @Test
  void readsAgainWhatItWrites() {
    FractionText odds = Objects.requireNonNull(FractionText.parse("5/2"));
    String text = Objects.requireNonNull(odds.text(50.515625, List.of(2, 64)));
    assertThat(text).isEqualTo("3233/64");
    assertThat(Objects.requireNonNull(FractionText.parse(text)).value()).isEqualTo(50.515625);
  }
}

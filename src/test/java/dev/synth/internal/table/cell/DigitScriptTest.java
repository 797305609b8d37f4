package dev.synth.internal.table.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitScriptTest {
  @ParameterizedTest
  @CsvSource({
    "١٬٢٣٤٫٥٠, '1,234.50', ٠",
    "۲۰۲۴/۰۳/۱۵, 2024/03/15, ۰",
    "१२५, 125, ०",
    "２０２４－０３－１５, 2024-03-15, ０",
    "￥１２．５, ￥12.5, ０",
    "৪২, 42, ০",
    "٪٤٢, %42, ٠"
  })
  void readsAndWrites(String own, String usual, String zero) {
    DigitScript script = DigitScript.find(List.of(own));

    assertThat(script.toUsual(own)).isEqualTo(usual);
    assertThat(script.text()).startsWith(zero);
    assertThat(DigitScript.of(script.text()).fromUsual(usual)).isEqualTo(own);
  }

  @Test
  void oneScriptAColumn() {
    assertThat(DigitScript.find(List.of("١٢", "12")).isUsual()).isTrue();
    assertThat(DigitScript.find(List.of("١٢", "१२")).isUsual()).isTrue();
    assertThat(DigitScript.find(List.of("abc", "-")).isUsual()).isTrue();
    assertThat(DigitScript.find(List.of()).text()).isEmpty();
  }

  @Test
  void aSignThatStandsThereInAsciiTooIsLeft() {
    DigitScript script = DigitScript.find(List.of("١٢٫٥ د.ك"));

    assertThat(script.toUsual("١٢٫٥ د.ك")).isEqualTo("12.5 د.ك");
    assertThat(script.fromUsual("12.5 د.ك")).isEqualTo("١٢.٥ د.ك");
  }

  @Test
  void otherTextsDescribeNone() {
    assertThatThrownBy(() -> DigitScript.of("1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DigitScript.of("٠.")).isInstanceOf(IllegalArgumentException.class);
  }
}

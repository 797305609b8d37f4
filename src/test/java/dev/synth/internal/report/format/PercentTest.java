package dev.synth.internal.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentTest {
  @Test
  void smallSharesHaveMoreDigits() {
    assertThat(Percent.of(172, 100_000)).isEqualTo("0.2 %");
    assertThat(Percent.of(98, 100_000)).isEqualTo("0.098 %");
    assertThat(Percent.of(1, 3)).isEqualTo("33 %");
    assertThat(Percent.of(3, 3)).isEqualTo("100 %");
  }

  @Test
  void nothingOfNothingIsNothing() {
    assertThat(Percent.of(0, 0)).isEqualTo("0 %");
    assertThat(Percent.of(0, 7)).isEqualTo("0 %");
  }

  /** One row of a billion is not none. */
  @Test
  void whatIsThereIsNeverShownAsNone() {
    assertThat(Percent.of(5, 1_000_000)).isEqualTo("0.001 %");
    assertThat(Percent.of(4, 1_000_000)).isEqualTo("< 0.001 %");
    assertThat(Percent.of(1, 1e9)).isEqualTo("< 0.001 %");
  }

  @Test
  void aWholePercentageIsRounded() {
    assertThat(Percent.whole(0.494)).isEqualTo("49 %");
    assertThat(Percent.whole(1)).isEqualTo("100 %");
  }
}

package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void valuesLieInProportionOnAnAxisOfEitherDirection() {
    assertThat(new Axis(0, 10, 100, 200).at(2.5)).isEqualTo(125);
    assertThat(new Axis(0, 10, 200, 100).at(2.5)).isEqualTo(175);
  }

  /** 6 % of the range on either side; of equal values a tenth of them, or a thousandth of 0. */
  @Test
  void anAxisAroundValuesLeavesRoom() {
    assertThat(Axis.around(0, 10, 0, 1)).isEqualTo(new Axis(-0.6, 10.6, 0, 1));
    assertThat(Axis.around(5, 5, 0, 1)).isEqualTo(new Axis(4.5, 5.5, 0, 1));
    assertThat(Axis.around(0, 0, 0, 1)).isEqualTo(new Axis(-0.001, 0.001, 0, 1));
  }

  @Test
  void ticksAreRound() {
    // 10 / 4 = 2.5, of which the next step of 1, 2 or 5 is 5
    assertThat(new Axis(0, 10, 0, 1).ticks(4)).containsExactly(0.0, 5.0, 10.0);
    assertThat(new Axis(-0.3, 0.45, 0, 1).ticks(4))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
        .containsExactly(-0.2, 0.0, 0.2, 0.4);
    assertThat(new Axis(3, 1003, 0, 1).ticks(5))
        .containsExactly(200.0, 400.0, 600.0, 800.0, 1000.0);
  }

  @Test
  void placesHaveOneDecimalAndNoNegativeZero() {
    assertThat(Axis.place(1.26)).isEqualTo("1.3");
    assertThat(Axis.place(-0.04)).isEqualTo("0.0");
    assertThat(Axis.place(12)).isEqualTo("12.0");
  }

  @Test
  void anAxisWithoutLengthOrNumbersIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Axis(1, 1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Axis(Double.NaN, 1, 0, 1));
  }
}

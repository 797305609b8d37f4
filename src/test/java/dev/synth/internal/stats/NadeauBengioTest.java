package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NadeauBengioTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  /** Sum .115, mean .0115, s² = .0001725 (numpy.var(ddof=1)). */
  private static final List<Double> DIFFERENCES =
      List.of(.02, .01, -.005, .03, .015, .0, .025, .01, .02, -.01);

  private static NadeauBengio test() {
    return NadeauBengio.of(DIFFERENCES, 1.0 / 3);
  }

  @Test
  void theVarianceIsCorrectedForSharedTrainingRows() {
    // by hand: √(.0001725 · (1/10 + 1/3)) = √.00007475
    assertThat(test().mean()).isCloseTo(0.0115, CLOSE);
    assertThat(test().variance()).isCloseTo(0.0001725, CLOSE);
    assertThat(test().standardError()).isCloseTo(Math.sqrt(0.00007475), CLOSE);
  }

  @Test
  void theTestIsStudentsWithOneDegreeLessThanRepeats() {
    // 2 * t.sf(.0115 / .008645808232895293, 9); t.ppf(.975, 9) * .008645808232895293
    assertThat(test().p()).isCloseTo(0.21619746500443093, CLOSE);
    assertThat(test().halfWidth(0.95)).isCloseTo(0.019558177022223778, within(1e-11));
  }

  @Test
  void theUncorrectedTestWouldHaveClaimedUplift() {
    // 2 * t.sf(.0115 / sqrt(.0001725 / 10), 9); a test part of no size takes the correction away
    assertThat(NadeauBengio.of(DIFFERENCES, 1e-12).p())
        .isCloseTo(0.021793573193719305, within(1e-9));
  }

  @Test
  void equalDifferencesHaveNoVarianceAndNoSignificance() {
    NadeauBengio test = NadeauBengio.of(Collections.nCopies(10, 0.1), 1.0 / 3);
    assertThat(test.variance()).isZero();
    assertThat(test.p()).isEqualTo(1);
  }

  @Test
  void refusesASingleRepeatAndNaN() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NadeauBengio.of(List.of(0.1), 1.0 / 3))
        .withMessageContaining("1 repeats");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NadeauBengio.of(List.of(0.1, Double.NaN), 1.0 / 3));
    assertThatIllegalArgumentException().isThrownBy(() -> NadeauBengio.of(DIFFERENCES, Double.NaN));
  }
}

package dev.synth.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.internal.stats.NadeauBengio;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The minimum detectable effect by numbers. */
class DetectableTest {
  /** Sum .115, mean .0115, s² = .0001725 (numpy.var(ddof=1)). */
  private static final List<Double> DIFFERENCES =
      List.of(.02, .01, -.005, .03, .015, .0, .025, .01, .02, -.01);

  private static NadeauBengio test() {
    return NadeauBengio.of(DIFFERENCES, 1.0 / 3);
  }

  @Test
  void theMinimumDetectableEffectAddsTheTwoQuantiles() {
    // (t.ppf(.975, 9) + t.ppf(.8, 9)) * SE, and with t.ppf(1 - .05 / 6, 9) for three contrasts
    assertThat(Detectable.of(test(), 1, 0.03, 98).minimum())
        .isCloseTo(0.027195917385264452, within(1e-11));
    assertThat(Detectable.of(test(), 3, 0.03, 98).minimum())
        .isCloseTo(0.0329986979160546, within(1e-11));
  }

  @Test
  void repeatsTendToALimit() {
    // (norm.ppf(.975) + norm.ppf(.8)) * sqrt(.0001725 / 3)
    assertThat(Detectable.of(test(), 1, 0.03, 98).limit())
        .isCloseTo(0.021244071754846636, within(1e-11));
    assertThat(Detectable.of(test(), 3, 0.03, 98).limit())
        .isCloseTo(0.024535159622851656, within(1e-11));
  }

  @Test
  void theRepeatsThatAnEffectTakesAreCounted() {
    // the first R from 10 with (t.ppf(.975, R-1) + t.ppf(.8, R-1)) * sqrt(s² (1/R + 1/3)) ≤ effect
    assertThat(Detectable.of(test(), 1, 0.0275, 98).repeatsNeeded()).isEqualTo(10);
    assertThat(Detectable.of(test(), 1, 0.025, 98).repeatsNeeded()).isEqualTo(16);
    assertThat(Detectable.of(test(), 1, 0.022, 98).repeatsNeeded()).isEqualTo(71);
    assertThat(Detectable.of(test(), 1, 0.0215, 98).repeatsNeeded()).isEqualTo(207);
    assertThat(Detectable.of(test(), 1, 0.0215, 98).testRareNeeded()).isNull();
  }

  @Test
  void belowTheLimitOnlyMoreFraudsHelp() {
    Detectable detectable = Detectable.of(test(), 1, 0.02, 98);
    assertThat(detectable.repeatsNeeded()).isNull();
    // ⌈98 · (.027195917 / .02)²⌉ = ⌈181.2⌉
    assertThat(detectable.testRareNeeded()).isEqualTo(182);
  }
}

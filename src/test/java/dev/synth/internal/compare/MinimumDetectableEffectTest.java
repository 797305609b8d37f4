package dev.synth.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.compare.Detectable;
import dev.synth.compare.TimeBlocks;
import dev.synth.internal.stats.NadeauBengio;
import dev.synth.split.TestBlocks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The minimum detectable effect by numbers. */
class MinimumDetectableEffectTest {
  /** Sum .115, mean .0115, s² = .0001725 (numpy.var(ddof=1)). */
  private static final List<Double> DIFFERENCES =
      List.of(.02, .01, -.005, .03, .015, .0, .025, .01, .02, -.01);

  private static NadeauBengio test() {
    return NadeauBengio.of(DIFFERENCES, 1.0 / 3);
  }

  @Test
  void theMinimumDetectableEffectAddsTheTwoQuantiles() {
    // (t.ppf(.975, 9) + t.ppf(.8, 9)) * SE, and with t.ppf(1 - .05 / 6, 9) for three contrasts
    assertThat(MinimumDetectableEffect.of(test(), 1, 0.03, 98).minimum())
        .isCloseTo(0.027195917385264452, within(1e-11));
    assertThat(MinimumDetectableEffect.of(test(), 3, 0.03, 98).minimum())
        .isCloseTo(0.0329986979160546, within(1e-11));
  }

  @Test
  void repeatsTendToALimit() {
    // (norm.ppf(.975) + norm.ppf(.8)) * sqrt(.0001725 / 3)
    assertThat(MinimumDetectableEffect.of(test(), 1, 0.03, 98).limit())
        .isCloseTo(0.021244071754846636, within(1e-11));
    assertThat(MinimumDetectableEffect.of(test(), 3, 0.03, 98).limit())
        .isCloseTo(0.024535159622851656, within(1e-11));
  }

  @Test
  void theRepeatsThatAnEffectTakesAreCounted() {
    // the first R from 10 with (t.ppf(.975, R-1) + t.ppf(.8, R-1)) * sqrt(s² (1/R + 1/3)) ≤ effect
    assertThat(MinimumDetectableEffect.of(test(), 1, 0.0275, 98).repeatsNeeded()).isEqualTo(10);
    assertThat(MinimumDetectableEffect.of(test(), 1, 0.025, 98).repeatsNeeded()).isEqualTo(16);
    assertThat(MinimumDetectableEffect.of(test(), 1, 0.022, 98).repeatsNeeded()).isEqualTo(71);
    assertThat(MinimumDetectableEffect.of(test(), 1, 0.0215, 98).repeatsNeeded()).isEqualTo(207);
    assertThat(MinimumDetectableEffect.of(test(), 1, 0.0215, 98).testRareNeeded()).isNull();
  }

  @Test
  void belowTheLimitOnlyMoreFraudsHelp() {
    Detectable detectable = MinimumDetectableEffect.of(test(), 1, 0.02, 98);
    assertThat(detectable.repeatsNeeded()).isNull();
    // ⌈98 · (.027195917 / .02)²⌉ = ⌈181.2⌉
    assertThat(detectable.testRareNeeded()).isEqualTo(182);
  }

  /**
   * scipy.stats: (t.ppf(.975, 12) + t.ppf(.8, 12)) * .01 = .030514; with B blocks (t.ppf(.975, B -
   * 2) + t.ppf(.8, B - 2)) * .01 * sqrt(14 / B) is first at most .02 for B = 30.
   */
  @Test
  void moreDaysAndNotMoreRepeatsSeeSmallerEffects() {
    TimeBlocks blocks = new TimeBlocks(2, 3, 14, TestBlocks.Unit.DAY);
    Detectable detectable = MinimumDetectableEffect.ofBlocks(0.01, blocks, 1, 0.02);
    assertThat(detectable.minimum()).isCloseTo(0.030514, within(1e-5));
    assertThat(detectable.limit()).isEqualTo(detectable.minimum());
    assertThat(detectable.blocksNeeded()).isEqualTo(30);
    assertThat(MinimumDetectableEffect.ofBlocks(0.01, blocks, 1, 0.05).blocksNeeded())
        .isEqualTo(14);
  }
}

package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void multipliesTheSmallestMost() {
    // sorted .01 .02 .03 .04: ×4 .04, ×3 .06, ×2 .06, ×1 .04 → .06
    assertThat(Holm.correct(List.of(.04, .01, .03, .02))).containsExactly(.06, .04, .06, .06);
    assertThat(Holm.correct(List.of(.5, .9))).containsExactly(1, 1);
    assertThat(Holm.correct(List.of(.03))).containsExactly(.03);
    assertThat(Holm.correct(List.of())).isEmpty();
  }

  @Test
  void givesEqualPValuesTheSame() {
    // p.adjust(c(.01, .01, .2), "holm") in R
    assertThat(Holm.correct(List.of(.01, .01, .2))).containsExactly(.03, .03, .2);
  }
}

package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WilcoxonSignedRankTest {
  @Test
  void agreesWithScipy() {
    // scipy.stats.wilcoxon([.02, .031, -.004, .05, .012, .007, -.015, .041], method='exact')
    assertThat(WilcoxonSignedRank.p(List.of(.02, .031, -.004, .05, .012, .007, -.015, .041)))
        .isCloseTo(0.078125, within(1e-12));
  }

  @Test
  void cannotBeSurerThanItsSignsAllow() {
    // Two of the 2^5 signs are as one-sided: 2 / 32.
    assertThat(WilcoxonSignedRank.p(List.of(1.0, 2.0, 3.0, 4.0, 5.0))).isEqualTo(0.0625);
  }

  @Test
  void countsEqualSizesByTheirMeanRank() {
    // By hand: ranks 1.5, 1.5 and 3; sums of positive ranks ≤ 1.5: {}, {1}, {2}: 3 of 8; twice.
    assertThat(WilcoxonSignedRank.p(List.of(1.0, -1.0, 2.0))).isEqualTo(0.75);
  }

  @Test
  void leavesOutZerosAndSaysNothingOfNothing() {
    assertThat(WilcoxonSignedRank.p(List.of(0.0, 0.0))).isEqualTo(1);
    assertThat(WilcoxonSignedRank.p(List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0))).isEqualTo(0.0625);
  }
}

package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoOneSidedTestsTest {
  private static final NadeauBengio TEST =
      NadeauBengio.of(List.of(.02, .01, -.005, .03, .015, .0, .025, .01, .02, -.01), 1.0 / 3);

  private static double p(PairedTest test, double margin) {
    return TwoOneSidedTests.p(test.mean(), test.standardError(), test.distribution(), margin);
  }

  @Test
  void theLevelIsReachedWhereTheNarrowerIntervalEnds() {
    for (double level : new double[] {0.2, 0.05, 0.01}) {
      // two one-sided tests at a level are an interval of confidence 1 − 2·level
      double margin = TEST.mean() + TEST.halfWidth(1 - 2 * level);
      assertThat(p(TEST, margin)).isCloseTo(level, within(1e-12));
    }
  }

  @Test
  void theSignDoesNotMatter() {
    NadeauBengio mirrored =
        new NadeauBengio(TEST.repeats(), -TEST.mean(), TEST.variance(), TEST.testToTraining());
    assertThat(p(mirrored, 0.02)).isEqualTo(p(TEST, 0.02));
  }

  @Test
  void atTheMarginItIsOneHalfAndBeyondItMore() {
    assertThat(p(TEST, TEST.mean())).isEqualTo(0.5);
    assertThat(p(TEST, TEST.mean() / 2)).isGreaterThan(0.5);
  }

  @Test
  void blocksOfTimeHaveTheirOwnDistribution() {
    BlockBootstrap blocks = new BlockBootstrap(0.001, 0.004, 14, 2);
    double margin = 0.001 + blocks.halfWidth(0.9);
    assertThat(p(blocks, margin)).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void withoutVariationNothingIsTested() {
    NadeauBengio still = NadeauBengio.of(Collections.nCopies(10, 0.0), 1.0 / 3);
    assertThat(p(still, 0.01)).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> p(TEST, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> p(TEST, Double.NaN));
  }
}

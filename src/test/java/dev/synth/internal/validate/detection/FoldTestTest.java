package dev.synth.internal.validate.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FoldTestTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void putsTheFoldsTogether() {
    FoldTest test =
        new FoldTest(
            List.of(
                scores(new double[] {.1, .4, .35, .5}, new double[] {.8, .4, .7}),
                scores(new double[] {.2, .3, .3}, new double[] {.3, .6, .1, .9})));
    // NumPy: the mean of psi.mean() with psi = (b[:, None] > a) + (b[:, None] == a) / 2 per fold.
    assertThat(test.area()).isCloseTo(0.7708333333333333, within(ROUNDING));
    // sqrt of the sum over folds of psi.mean(1).var(ddof=1) / len(b) + psi.mean(0).var(ddof=1) /
    // len(a), over 2.
    assertThat(test.standardError()).isCloseTo(0.14078565925495343, within(ROUNDING));
    // The sum over folds of scipy.stats.mannwhitneyu(b, a, alternative='greater',
    // use_continuity=False, method='asymptotic').pvalue: twice their mean.
    assertThat(test.pValue()).isCloseTo(0.2857396574980266, within(ROUNDING));
  }

  @Test
  void tiedScoresSayNothing() {
    FoldTest test = new FoldTest(List.of(scores(new double[] {1, 1}, new double[] {1, 1, 1})));
    assertThat(test.area()).isEqualTo(0.5);
    assertThat(test.standardError()).isZero();
    assertThat(test.pValue()).isEqualTo(1);
  }

  private static FoldTest.FoldScores scores(double[] first, double[] second) {
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    boolean[] isSecond = new boolean[all.length];
    Arrays.fill(isSecond, first.length, all.length, true);
    return new FoldTest.FoldScores(all, isSecond);
  }
}

package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MannWhitneyTest {
  @Test
  void isSciPys() {
    // scipy.stats.mannwhitneyu(second, first, alternative='greater', use_continuity=False,
    // method='asymptotic').pvalue, SciPy 1.17.1
    double[] first = {.1, .4, .35, .5};
    double[] second = {.8, .4, .7};
    assertThat(MannWhitney.pOfHigher(first, second)).isCloseTo(0.054204149990732566, within(1e-14));
    assertThat(MannWhitney.pOfHigher(second, first)).isCloseTo(0.9457958500092675, within(1e-14));
  }

  @Test
  void valuesThatAllTieSayNothing() {
    assertThat(MannWhitney.pOfHigher(new double[] {1, 1}, new double[] {1, 1, 1})).isEqualTo(0.5);
  }

  @Test
  void isNaNWhereASampleHasNoValue() {
    assertThat(MannWhitney.pOfHigher(new double[0], new double[] {1})).isNaN();
    assertThat(MannWhitney.pOfHigher(new double[] {1}, new double[0])).isNaN();
  }
}

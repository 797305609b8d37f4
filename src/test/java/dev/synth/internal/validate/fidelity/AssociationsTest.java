package dev.synth.internal.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.validate.metric.TestSamples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AssociationsTest {
  private static final double ROUNDING = 1e-14;

  @Test
  void spearmanEqualsTheTextbook() {
    // Wikipedia, "Spearman's rank correlation coefficient", IQ and hours of television: -29/165.
    TestSamples rows =
        TestSamples.rows()
            .numbers("iq", 106, 100, 86, 101, 99, 103, 97, 113, 112, 110)
            .numbers("hours", 7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
    assertThat(between(rows)).isCloseTo(-29.0 / 165, within(ROUNDING));
  }

  @Test
  void spearmanSharesRanksAmongTies() {
    // scipy.stats.spearmanr([1, 2, 2, 3], [1, 2, 3, 4]): ranks 1, 2.5, 2.5, 4, so 4.5/sqrt(4.5 *
    // 5).
    TestSamples rows = TestSamples.rows().numbers("a", 1, 2, 2, 3).numbers("b", 1, 2, 3, 4);
    assertThat(between(rows)).isCloseTo(0.9486832980505138, within(ROUNDING));
  }

  @Test
  void cramersVEqualsItsFormula() {
    // scipy.stats.contingency.association([[1, 2], [3, 4]], method='cramer'):
    // chi2 = 10 * (1*4 - 2*3)^2 / (3 * 7 * 4 * 6) = 0.0793650..., V = sqrt(chi2 / 10).
    TestSamples rows = TestSamples.rows().levels("a", "xxxyyyyyyy").levels("b", "uvvuuuvvvv");
    assertThat(between(rows)).isCloseTo(0.0890870806374748, within(ROUNDING));
    TestSamples same = TestSamples.rows().levels("a", "xyzxyz").levels("b", "uvwuvw");
    assertThat(between(same)).isCloseTo(1, within(ROUNDING));
  }

  @Test
  void correlationRatioOfRanksIsThatOfKruskalAndWallis() {
    // scipy.stats.kruskal([1, 2, 3], [4, 5, 6]) is 27/7; eta = sqrt(27/7 / 5).
    TestSamples rows =
        TestSamples.rows().levels("group", "aaabbb").numbers("x", 1, 2, 3, 4, 5, 600);
    assertThat(between(rows)).isCloseTo(Math.sqrt(27.0 / 35), within(ROUNDING));
    TestSamples turned =
        TestSamples.rows().numbers("x", 1, 2, 3, 4, 5, 600).levels("group", "aaabbb");
    assertThat(between(turned)).isEqualTo(between(rows));
  }

  @Test
  void hasNoValueForConstantColumnsAndForFewRows() {
    assertThat(between(TestSamples.rows().numbers("a", 1, 1, 1).numbers("b", 1, 2, 3))).isNaN();
    assertThat(between(TestSamples.rows().levels("a", "xxx").numbers("b", 1, 2, 3))).isNaN();
    assertThat(between(TestSamples.rows().levels("a", "xyz").numbers("b", 2, 2, 2))).isNaN();
    assertThat(between(TestSamples.rows().levels("a", "xxx").levels("b", "uvw"))).isNaN();
    double gap = Double.NaN;
    assertThat(between(TestSamples.rows().numbers("a", 1, 2, gap).numbers("b", 1, 2, 3))).isNaN();
    assertThat(between(TestSamples.rows().levels("a", "...").levels("b", "uvw"))).isNaN();
  }

  /** Ranks are taken among the rows that both columns have, as if the others were not there. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void usesTheRowsThatBothColumnsHave(long seed) {
    RandomStream stream = new Seeds(seed).stream("pairs");
    int rows = 40;
    double[] a = new double[rows];
    double[] b = new double[rows];
    StringBuilder letters = new StringBuilder();
    double[] keptA = new double[rows];
    double[] keptB = new double[rows];
    StringBuilder keptLetters = new StringBuilder();
    int kept = 0;
    for (int row = 0; row < rows; row++) {
      a[row] = stream.nextInt(4) == 0 ? Double.NaN : stream.nextInt(10);
      b[row] = stream.nextInt(4) == 0 ? Double.NaN : stream.nextInt(10);
      letters.append((char) ('a' + stream.nextInt(3)));
      if (!Double.isNaN(a[row]) && !Double.isNaN(b[row])) {
        keptA[kept] = a[row];
        keptB[kept++] = b[row];
        keptLetters.append(letters.charAt(row));
      }
    }
    double[] onlyA = Arrays.copyOf(keptA, kept);
    double[] onlyB = Arrays.copyOf(keptB, kept);
    assertThat(between(TestSamples.rows().numbers("a", a).numbers("b", b)))
        .isCloseTo(
            between(TestSamples.rows().numbers("a", onlyA).numbers("b", onlyB)), within(ROUNDING));
    for (int row = 0; row < rows; row++) {
      a[row] = Double.isNaN(b[row]) ? Double.NaN : a[row];
    }
    assertThat(between(TestSamples.rows().numbers("a", a).levels("c", letters.toString())))
        .isCloseTo(
            between(TestSamples.rows().numbers("a", onlyA).levels("c", keptLetters.toString())),
            within(ROUNDING));
  }

  private static double between(TestSamples rows) {
    return new Associations(rows.sample()).between(0, 1);
  }
}

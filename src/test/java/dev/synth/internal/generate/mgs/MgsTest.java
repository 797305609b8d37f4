package dev.synth.internal.generate.mgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.generate.MgsOptions;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.generate.smote.Rows;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MgsTest {
  private static final int DRAWS = 20_000;
  private static final double NAN = Double.NaN;

  /**
   * (0, 0), (2, 2), (4, 4) and (6, 10) have the mean (3, 4), the variances 20/4 = 5 and 56/4 = 14,
   * and the covariance (12 + 2 + 0 + 18)/4 = 8.
   */
  @Test
  void drawsWithTheMeanAndTheCovarianceOfTheNeighbourhood() {
    double[][] rows = {{0, 0}, {2, 2}, {4, 4}, {6, 10}, {100, 100}};
    double[] moments = moments(rows, new int[] {0, 1, 2, 3}, 1);
    // Five standard errors of 20,000 draws: √(variance / n), and √2 variance / √n.
    assertThat(moments[0]).isCloseTo(3, within(.08));
    assertThat(moments[1]).isCloseTo(4, within(.14));
    assertThat(moments[2]).isCloseTo(5, within(.25));
    assertThat(moments[3]).isCloseTo(14, within(.7));
    assertThat(moments[4]).isCloseTo(8, within(.5));
    double[] wide = moments(rows, new int[] {0, 1, 2, 3}, 2);
    assertThat(wide[2]).isCloseTo(20, within(1.0));
    assertThat(wide[4]).isCloseTo(32, within(2.0));
  }

  /** The second column has 1 and 5: the mean 3 and the variance 4. */
  @Test
  void drawsANumberFromTheRowsThatHaveIt() {
    double[][] rows = {{0, NAN}, {0, 1}, {0, 5}, {0, NAN}};
    double[] moments = moments(rows, new int[] {0, 1, 2, 3}, 1);
    assertThat(moments[1]).isCloseTo(3, within(.08));
    assertThat(moments[3]).isCloseTo(4, within(.2));
    RandomStream stream = new Seeds(1).stream("draws");
    double[] lacking =
        new Neighbourhoods(new MixedRows(rows, new int[4][0]), new int[][] {{0, 3}}, 1)
            .numbers(0, stream);
    assertThat(lacking[0]).isZero();
    assertThat(lacking[1]).isNaN();
  }

  private static double[] moments(double[][] rows, int[] members, double spread) {
    Neighbourhoods around =
        new Neighbourhoods(
            new MixedRows(rows, new int[rows.length][0]), new int[][] {members}, spread);
    RandomStream stream = new Seeds(1).stream("draws");
    double[] sums = new double[5];
    for (int i = 0; i < DRAWS; i++) {
      double[] drawn = around.numbers(0, stream);
      sums[0] += drawn[0] / DRAWS;
      sums[1] += drawn[1] / DRAWS;
      sums[2] += drawn[0] * drawn[0] / DRAWS;
      sums[3] += drawn[1] * drawn[1] / DRAWS;
      sums[4] += drawn[0] * drawn[1] / DRAWS;
    }
    return new double[] {
      sums[0],
      sums[1],
      sums[2] - sums[0] * sums[0],
      sums[3] - sums[1] * sums[1],
      sums[4] - sums[0] * sums[1]
    };
  }

  /**
   * Two clouds far apart, of 30 rows each: few draws lie in neither. Some do, since on a scale of
   * quantiles the clouds touch.
   */
  @Test
  void staysLocal() {
    RandomStream stream = new Seeds(2).stream("rows");
    double[][] rows = new double[60][2];
    for (int row = 0; row < rows.length; row++) {
      double centre = row % 2 == 0 ? 0 : 100;
      rows[row] = new double[] {centre + stream.nextGaussian(), -centre + stream.nextGaussian()};
    }
    Table drawn = draw(new MgsOptions(5, 1), Rows.numbers(rows), 2000);
    Set<Double> values = new HashSet<>();
    int inNeither = 0;
    for (int row = 0; row < 2000; row++) {
      double x = Rows.number(drawn, row, 0);
      double y = Rows.number(drawn, row, 1);
      boolean first = Math.abs(x) < 10 && Math.abs(y) < 10;
      boolean second = Math.abs(x - 100) < 10 && Math.abs(y + 100) < 10;
      inNeither += first || second ? 0 : 1;
      values.add(x);
    }
    assertThat(inNeither).isLessThan(100);
    assertThat(values.size()).isGreaterThan(1500);
  }

  @Test
  void takesOneNeighbourMoreThanThereAreNumbersAndAtLeastFive() {
    double[][] narrow = new double[30][2];
    double[][] wide = new double[30][9];
    RandomStream stream = new Seeds(3).stream("rows");
    for (int row = 0; row < 30; row++) {
      for (int i = 0; i < 9; i++) {
        wide[row][i] = stream.nextGaussian();
      }
      narrow[row] = new double[] {wide[row][0], wide[row][1]};
    }
    assertThat(fit(new MgsOptions(null, 1), Rows.numbers(narrow)).neighbours()).isEqualTo(5);
    assertThat(fit(new MgsOptions(null, 1), Rows.numbers(wide)).neighbours()).isEqualTo(10);
    assertThat(fit(new MgsOptions(3, 1), Rows.numbers(wide)).neighbours()).isEqualTo(3);
  }

  @Test
  void neverDrawsBetweenAtoms() {
    double[][] rows = new double[40][1];
    for (int row = 0; row < 40; row++) {
      rows[row][0] = row % 4 == 0 ? 0 : row % 4 == 1 ? 2 : 7;
    }
    Table drawn = draw(new MgsOptions(null, 1), Rows.numbers(rows), 500);
    for (int row = 0; row < 500; row++) {
      assertThat(Rows.number(drawn, row, 0)).isIn(0.0, 2.0, 7.0);
    }
  }

  private static Table draw(MgsOptions options, Table rare, int rows) {
    return fit(options, rare).sample(rows, Context.quiet(1));
  }

  private static Mgs fit(MgsOptions options, Table rare) {
    Training training = Rows.training(rare, rare.rowCount());
    FeatureEncoder encoder = FeatureEncoder.fit(training, FeatureEncoder.QuantileRows.RARE);
    return new Mgs(options, encoder, training.rare(), new Cancellation());
  }
}

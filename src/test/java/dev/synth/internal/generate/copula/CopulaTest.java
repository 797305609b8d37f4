package dev.synth.internal.generate.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.generate.CopulaOptions;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.generate.smote.Rows;
import dev.synth.table.Table;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class CopulaTest {
  private static final double NAN = Double.NaN;

  /** scipy.stats.norm.ppf([.125, .25, .625]) is -1.15034938, -0.67448975, 0.31863936. */
  @Test
  void givesCasesIntervalsByFrequency() {
    LevelMargin margin = new LevelMargin(new int[] {1, 0, 3});
    assertThat(margin.score(1)).isCloseTo(-1.15034938, within(1e-8));
    assertThat(margin.score(3)).isCloseTo(.31863936, within(1e-8));
    assertThat(margin.score(0)).isNaN();
    assertThat(margin.code(-.6745)).isEqualTo(1);
    assertThat(margin.code(-.6744)).isEqualTo(3);
    assertThat(margin.code(9)).isEqualTo(3);
    assertThat(new LevelMargin(new int[] {2, 1, 0}).code(9)).isEqualTo(2); // never one without rows
    assertThat(new LevelMargin(new int[] {0, 0}).code(1)).isEqualTo(1);
  }

  /** 10, 20, 20 and 40 have the mid-ranks .5, 2, 2 and 3.5 of 4; the mean slope is 30 / 2.3007. */
  @Test
  void drawsStraightLinesThroughNormalScores() {
    ScoreMargin margin =
        ScoreMargin.fit(
            new MixedRows(new double[][] {{20}, {40}, {NAN}, {10}, {20}}, new int[5][0]), 0);
    assertThat(margin.score(10)).isCloseTo(-1.15034938, within(1e-8));
    assertThat(margin.score(20)).isCloseTo(0, within(1e-15));
    assertThat(margin.score(NAN)).isNaN();
    assertThat(margin.value(-1.15034938 / 2)).isCloseTo(15, within(1e-6));
    assertThat(margin.value(2.15034938)).isCloseTo(40 + 30 / (2 * 1.15034938), within(1e-6));
    assertThat(new ScoreMargin(new double[0], new double[0]).value(1)).isNaN();
    assertThat(new ScoreMargin(new double[] {0}, new double[] {3}).value(1)).isEqualTo(3);
    assertThatThrownBy(() -> new ScoreMargin(new double[] {0, 0}, new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * λ in numpy, with Z the columns by mean and std(ddof=1), w = Z[:, i] * Z[:, j], and r = 6/5 *
   * w.mean(): Σ 6/125 * ((w - w.mean())**2).sum() / Σ r² = .77891963; numpy.corrcoef gives r =
   * .64333316, -.44538449, -.08571429.
   */
  @Test
  void shrinksAsSchaeferAndStrimmerDo() {
    double[][] rows = {{0, 1, 2}, {1, 0, 5}, {2, 2, 1}, {3, 5, 4}, {4, 4, 3}, {6, 3, 0}};
    ShrunkCorrelation shrunk = ShrunkCorrelation.of(rows, null);
    assertThat(shrunk.shrinkage()).isCloseTo(.77891963, within(1e-8));
    double[][] matrix = product(shrunk.factor());
    double left = 1 - .77891963;
    assertThat(matrix[1][0]).isCloseTo(left * .64333316, within(1e-8));
    assertThat(matrix[2][0]).isCloseTo(left * -.44538449, within(1e-8));
    assertThat(matrix[2][1]).isCloseTo(left * -.08571429, within(1e-8));
    assertThat(matrix[2][2]).isCloseTo(1, within(1e-12));
    assertThat(product(ShrunkCorrelation.of(rows, 0.0).factor())[1][0])
        .isCloseTo(.64333316, within(1e-8));
  }

  @Test
  void staysPositiveDefiniteWithEightRowsInFortyColumns() {
    double[][] rows = noise(8, 40, 5);
    for (double[] row : rows) {
      row[1] = row[0]; // two equal columns
      row[2] = 7; // and a constant one
    }
    rows[3][4] = NAN;
    for (Double given : Arrays.asList(null, 0.0)) {
      ShrunkCorrelation shrunk = ShrunkCorrelation.of(rows, given);
      assertThat(shrunk.shrinkage()).isPositive();
      double[][] matrix = product(shrunk.factor());
      for (int i = 0; i < 40; i++) {
        assertThat(shrunk.factor()[i][i]).isPositive();
        assertThat(matrix[i][i]).isCloseTo(1, within(1e-12));
      }
      assertThat(matrix[1][0]).isPositive();
      assertThat(matrix[2][0]).isZero();
    }
  }

  private static double[][] product(double[][] factor) {
    double[][] product = new double[factor.length][factor.length];
    for (int i = 0; i < factor.length; i++) {
      for (int j = 0; j < factor.length; j++) {
        for (int k = 0; k < factor.length; k++) {
          product[i][j] += factor[i][k] * factor[j][k];
        }
      }
    }
    return product;
  }

  @Test
  void keepsMarginsAndRankCorrelations() {
    double correlationGap = 0;
    double marginGap = 0;
    for (int seed = 0; seed < 3; seed++) {
      double[][] rows = noise(500, 2, seed);
      for (double[] row : rows) {
        row[1] = Math.exp(.8 * row[0] + .6 * row[1]); // skewed, and tied to the first
      }
      Table real = Rows.numbers(rows);
      Table drawn =
          new CopulaTrainer(new CopulaOptions(null))
              .fit(Rows.training(real, 500), Context.quiet(seed))
              .sample(4000, Context.quiet(seed));
      correlationGap += Math.abs(spearman(real) - spearman(drawn)) / 3;
      marginGap += Math.max(gap(real, drawn, 0), gap(real, drawn, 1)) / 3;
    }
    // A rank correlation of .78 in 4,000 draws has a standard error of about .007.
    assertThat(correlationGap).isLessThan(.02);
    // 4,000 draws from the very margin are within 1.36/√4000 = .0215 of it in 95 % of cases.
    assertThat(marginGap).isLessThan(.025);
  }

  private static double[][] noise(int rows, int columns, int seed) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[][] noise = new double[rows][columns];
    for (double[] row : noise) {
      for (int i = 0; i < columns; i++) {
        row[i] = stream.nextGaussian();
      }
    }
    return noise;
  }

  private static double spearman(Table table) {
    double[] a = ranks(column(table, 0));
    double[] b = ranks(column(table, 1));
    double mean = (a.length - 1) / 2.0;
    double product = 0;
    double square = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - mean) * (b[i] - mean);
      square += (a[i] - mean) * (a[i] - mean);
    }
    return product / square;
  }

  private static double[] column(Table table, int column) {
    double[] values = new double[table.rowCount()];
    for (int row = 0; row < values.length; row++) {
      values[row] = Rows.number(table, row, column);
    }
    return values;
  }

  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(values).map(value -> Arrays.binarySearch(sorted, value)).toArray();
  }

  /** Kolmogorov and Smirnov's distance. */
  private static double gap(Table real, Table drawn, int column) {
    double[] a = column(real, column);
    double[] b = column(drawn, column);
    double largest = 0;
    for (double point : a) {
      double below = Arrays.stream(a).filter(value -> value <= point).count() / (double) a.length;
      double drawnBelow =
          Arrays.stream(b).filter(value -> value <= point).count() / (double) b.length;
      largest = Math.max(largest, Math.abs(below - drawnBelow));
    }
    return largest;
  }
}

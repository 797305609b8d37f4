package dev.synth.internal.generate.copula;

import org.jspecify.annotations.Nullable;

/**
 * Correlations shrunk towards 0, so that even eight rows in forty columns give a positive definite
 * matrix: R* = λ I + (1 − λ) R with the λ that makes the expected squared error least, estimated as
 * Σ Var(rᵢⱼ) / Σ rᵢⱼ² over i ≠ j (Schäfer and Strimmer, "A shrinkage approach to large-scale
 * covariance matrix estimation", Stat. Appl. Genet. Mol. Biol. 4, 2005, target D with unit
 * variances).
 *
 * <p>Departures: a correlation is of the rows that have both numbers, 0 where they are fewer than
 * four. Where that makes the matrix indefinite, λ is raised in steps of a tenth of what is left of
 * it until a Cholesky factor exists.
 *
 * @param shrinkage λ, in [0, 1]
 * @param factor the lower triangle L with L Lᵀ = R*, row by row, width × width
 */
@SuppressWarnings("ArrayRecordComponent") // the package's own, which nobody compares
record ShrunkCorrelation(double shrinkage, double[][] factor) {
  private static final int FEWEST_ROWS = 4;
  private static final double SMALLEST_PIVOT = 1e-8;

  /**
   * Estimates.
   *
   * @param latents one array a row, NaN where a number is lacking
   * @param given the λ to use, or null to estimate it
   */
  static ShrunkCorrelation of(double[][] latents, @Nullable Double given) {
    double[][] rows = standardised(latents);
    int width = rows[0].length;
    double[][] correlation = new double[width][width];
    double variances = 0;
    double squares = 0;
    for (int i = 0; i < width; i++) {
      correlation[i][i] = 1;
      for (int j = 0; j < i; j++) {
        Pair pair = Pair.of(rows, i, j);
        correlation[i][j] = pair.correlation;
        variances += pair.variance;
        squares += pair.correlation * pair.correlation;
      }
    }
    double estimated = squares > 0 ? Math.min(1, variances / squares) : 0;
    double shrinkage = given == null ? estimated : given;
    double[][] factor = factor(correlation, shrinkage);
    while (factor == null) {
      shrinkage = shrinkage > 0.99 ? 1 : shrinkage + (1 - shrinkage) / 10;
      factor = factor(correlation, shrinkage);
    }
    return new ShrunkCorrelation(shrinkage, factor);
  }

  /** Each column with mean 0 and variance 1 (divisor n − 1); all 0 where it doesn't vary. */
  private static double[][] standardised(double[][] latents) {
    int width = latents[0].length;
    double[][] rows = new double[latents.length][width];
    for (int column = 0; column < width; column++) {
      int count = 0;
      double mean = 0;
      double squares = 0;
      for (double[] row : latents) {
        if (!Double.isNaN(row[column])) {
          count++;
          double gap = row[column] - mean;
          mean += gap / count;
          squares += gap * (row[column] - mean);
        }
      }
      double deviation = count < 2 ? 0 : Math.sqrt(squares / (count - 1));
      for (int row = 0; row < rows.length; row++) {
        double gap = latents[row][column] - mean;
        rows[row][column] = deviation > 1e-9 || Double.isNaN(gap) ? gap / deviation : 0;
      }
    }
    return rows;
  }

  /** A correlation and the estimated variance of it. */
  private record Pair(double correlation, double variance) {
    static Pair of(double[][] rows, int i, int j) {
      int count = 0;
      double mean = 0;
      double squares = 0;
      for (double[] row : rows) {
        double product = row[i] * row[j];
        if (!Double.isNaN(product)) {
          count++;
          double gap = product - mean;
          mean += gap / count;
          squares += gap * (product - mean);
        }
      }
      if (count < FEWEST_ROWS) {
        return new Pair(0, 0);
      }
      double less = count - 1.0;
      double correlation = Math.max(-1, Math.min(1, count / less * mean));
      return new Pair(correlation, count / (less * less * less) * squares);
    }
  }

  /** The Cholesky factor of the shrunk matrix, or null where it is not positive definite. */
  private static double @Nullable [][] factor(double[][] correlation, double shrinkage) {
    int width = correlation.length;
    double[][] factor = new double[width][width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? 1 : (1 - shrinkage) * correlation[i][j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        if (i > j) {
          factor[i][j] = sum / factor[j][j];
        } else if (sum > SMALLEST_PIVOT) {
          factor[i][i] = Math.sqrt(sum);
        } else {
          return null;
        }
      }
    }
    return factor;
  }
}

package dev.synth.benchmarks.interval;

import dev.synth.benchmarks.LinearDiscriminant;

/** A classifier of the interval benchmark, fitted in a millisecond at most. */
interface CheapLearner {
  /** Returns the score of a row, higher for what looks rare. */
  double score(double[] row);

  /** Returns all rows' scores. */
  default double[] scores(double[][] rows) {
    double[] scores = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      scores[row] = score(rows[row]);
    }
    return scores;
  }

  /**
   * Fisher's linear discriminant of the first columns, its pooled covariance with a ridge of so
   * many times its mean diagonal.
   */
  static CheapLearner discriminant(IntervalRows rows, int columns, double ridge) {
    double[] direction = direction(rows, columns, ridge);
    return row -> {
      double sum = 0;
      for (int column = 0; column < columns; column++) {
        sum += direction[column] * row[column];
      }
      return sum;
    };
  }

  private static double[] direction(IntervalRows rows, int columns, double ridge) {
    double[][] cells = rows.cells();
    double[][] means = new double[2][columns];
    for (int row = 0; row < cells.length; row++) {
      double[] own = means[row < rows.rare() ? 1 : 0];
      for (int column = 0; column < columns; column++) {
        own[column] += cells[row][column];
      }
    }
    double[] difference = new double[columns];
    for (int column = 0; column < columns; column++) {
      means[0][column] /= cells.length - rows.rare();
      means[1][column] /= rows.rare();
      difference[column] = means[1][column] - means[0][column];
    }
    double[][] covariance = new double[columns][columns];
    double[] centred = new double[columns];
    for (int row = 0; row < cells.length; row++) {
      double[] own = means[row < rows.rare() ? 1 : 0];
      for (int one = 0; one < columns; one++) {
        centred[one] = cells[row][one] - own[one];
        for (int other = 0; other <= one; other++) {
          covariance[one][other] += centred[one] * centred[other];
        }
      }
    }
    double trace = 0;
    for (int column = 0; column < columns; column++) {
      trace += covariance[column][column];
    }
    for (int column = 0; column < columns; column++) {
      covariance[column][column] += (ridge + 1e-9) * trace / columns;
    }
    return LinearDiscriminant.solve(covariance, difference);
  }

  /**
   * Naive Bayes on the first three columns, each cut in four at its mean and one deviation on
   * either side: 64 scores at most, so that many rows are equal.
   */
  static CheapLearner bins(IntervalRows rows) {
    int columns = 3;
    double[] means = new double[columns];
    double[] deviations = new double[columns];
    double count = rows.cells().length;
    for (double[] row : rows.cells()) {
      for (int column = 0; column < columns; column++) {
        means[column] += row[column] / count;
        deviations[column] += row[column] * row[column] / count;
      }
    }
    for (int column = 0; column < columns; column++) {
      deviations[column] = Math.sqrt(deviations[column] - means[column] * means[column]);
    }
    double[][][] odds = new double[columns][4][2];
    for (int row = 0; row < rows.cells().length; row++) {
      for (int column = 0; column < columns; column++) {
        int bin = bin(rows.cells()[row][column], means[column], deviations[column]);
        odds[column][bin][row < rows.rare() ? 1 : 0]++;
      }
    }
    return row -> {
      double sum = 0;
      for (int column = 0; column < columns; column++) {
        double[] own = odds[column][bin(row[column], means[column], deviations[column])];
        sum += Math.log((own[1] + 1) / (own[0] + count / rows.rare()));
      }
      return sum;
    };
  }

  private static int bin(double value, double mean, double deviation) {
    double scaled = (value - mean) / deviation;
    return scaled < -1 ? 0 : scaled < 0 ? 1 : scaled < 1 ? 2 : 3;
  }
}

package dev.synth.internal.generate.mgs;

import dev.synth.base.RandomStream;
import dev.synth.internal.generate.mixed.MixedRows;

/**
 * Gaussians around rows, each learned from a row and its nearest others.
 *
 * <p>A draw is μ + Σᵢ uᵢ (xᵢ − μ) / √m over the m = K + 1 rows xᵢ with mean μ and independent
 * standard normal uᵢ: its covariance is Σᵢ (xᵢ − μ)(xᵢ − μ)ᵀ / m, that of Multivariate Gaussian
 * SMOTE, and no matrix has to be built or factorised. A number that some of the rows lack is drawn
 * from those that have it.
 *
 * @param rows the rows
 * @param members for each row itself and its neighbours
 * @param spread factor on the standard deviations
 */
@SuppressWarnings("ArrayRecordComponent") // one array of the package's own, which nobody compares
record Neighbourhoods(MixedRows rows, int[][] members, double spread) {
  /** Returns numbers drawn from a row's Gaussian, NaN where no row of its neighbourhood has any. */
  double[] numbers(int row, RandomStream stream) {
    int[] near = members[row];
    double[] noise = new double[near.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = spread * stream.nextGaussian();
    }
    double[] numbers = new double[rows.numberColumns()];
    for (int column = 0; column < numbers.length; column++) {
      numbers[column] = number(column, near, noise);
    }
    return numbers;
  }

  private double number(int column, int[] near, double[] noise) {
    int count = 0;
    double sum = 0;
    for (int member : near) {
      double value = rows.numbers(member)[column];
      if (!Double.isNaN(value)) {
        count++;
        sum += value;
      }
    }
    double mean = sum / count;
    double offset = 0;
    for (int i = 0; i < near.length; i++) {
      double value = rows.numbers(near[i])[column];
      offset += Double.isNaN(value) ? 0 : noise[i] * (value - mean);
    }
    return mean + offset / Math.sqrt(count); // 0 / 0 is NaN, as wanted
  }
}

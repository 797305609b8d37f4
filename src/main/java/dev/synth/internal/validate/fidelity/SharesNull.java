package dev.synth.internal.validate.fidelity;

import dev.synth.internal.stats.StandardNormal;
import java.util.Arrays;

/**
 * The null distribution of the total variation distance of two large samples over cells: ½·Σ|p̂ −
 * q̂|.
 *
 * <p>With n and m rows and ε² = 1/n + 1/m, the differences of a cell's shares tend to normal ones
 * with variance ε²·p·(1 − p) and covariances −ε²·p·q. So with two cells the distance is
 * |N|·ε·√(p·(1 − p)). With more it has the exact mean of such a sum (a rare cell's is at most 2·p,
 * as where no row meets another), and a variance from the covariance of folded normal variables,
 * σ·τ·(2/π)·(ρ· asin ρ + √(1 − ρ²) − 1), by its first term σ·τ·ρ²/π. Its quantiles are those of a
 * multiple of a χ variable with that mean and variance, which two cells have exactly (Wilson and
 * Hilferty 1931). From 2.5 % to 97.5 % they are within 6 % of drawn ones, but for the lowest with
 * few cells, which are nearly 0.
 */
final class SharesNull {
  /** The number of equal steps at whose middles quantiles are taken. */
  private static final int QUANTILES = 400;

  private static final double[] NORMAL = new double[QUANTILES];
  private static final double[] FOLDED = new double[QUANTILES];
  private static final double MEAN = Math.sqrt(2 / Math.PI);
  private static final double VARIANCE = 1 - 2 / Math.PI;

  static {
    for (int i = 0; i < QUANTILES; i++) {
      double probability = (i + 0.5) / QUANTILES;
      NORMAL[i] = StandardNormal.quantile(probability);
      FOLDED[i] = StandardNormal.quantile((1 + probability) / 2);
    }
  }

  private SharesNull() {}

  /**
   * Returns evenly spaced quantiles of the distance.
   *
   * @param counts rows in each cell, not all 0
   * @param n rows on one side
   * @param m rows on the other
   */
  static double[] distance(int[] counts, double n, double m) {
    return distance(Arrays.stream(counts).asLongStream().toArray(), n, m);
  }

  /** Returns the same of more rows than an int holds. */
  static double[] distance(long[] counts, double n, double m) {
    double rows = Arrays.stream(counts).sum();
    double[] shares = Arrays.stream(counts).filter(c -> c > 0).mapToDouble(c -> c / rows).toArray();
    double noise = Math.sqrt(1 / n + 1 / m);
    if (shares.length <= 2) {
      return folded(noise * Math.sqrt(shares[0] * (1 - shares[0])));
    }
    double mean = 0;
    double squares = 0;
    double linked = 0;
    double own = 0;
    for (double p : shares) {
      mean += Math.min(MEAN * noise * Math.sqrt(p * (1 - p)), 2 * p) / 2;
      squares += VARIANCE * p * (1 - p);
      double link = p * Math.sqrt(p / (1 - p));
      linked += link;
      own += link * link;
    }
    return chi(mean, noise * noise / 4 * (squares + (linked * linked - own) / Math.PI));
  }

  /** Returns evenly spaced quantiles of |N| with a deviation. */
  static double[] folded(double deviation) {
    return Arrays.stream(FOLDED).map(quantile -> deviation * quantile).toArray();
  }

  /**
   * Returns evenly spaced quantiles of a multiple of χ(ν), with ν from the mean √(ν − ½ + 1/(8ν))
   * and the variance ½ − 1/(8ν), both to O(1/ν²).
   */
  private static double[] chi(double mean, double variance) {
    double c = variance / (mean * mean);
    double b = 4 * c + 4;
    double nu = (b + Math.sqrt(Math.max(0, b * b - 32 * c * (c + 1)))) / (16 * c);
    double unit = mean / Math.sqrt(nu - 0.5 + 1 / (8 * nu));
    return Arrays.stream(NORMAL)
        .map(z -> Math.max(0, 1 - 2 / (9 * nu) + z * Math.sqrt(2 / (9 * nu))))
        .map(root -> Math.min(1, unit * Math.sqrt(nu * root * root * root)))
        .toArray();
  }
}

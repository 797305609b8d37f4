package dev.synth.validate.fidelity;

/** The distance of two distributions over levels. */
final class TotalVariation {
  private TotalVariation() {}

  /**
   * Total variation distance between two columns of levels, ½·Σ|p(k) − q(k)|, where missing is a
   * level of its own.
   *
   * <p>0 where the level shares agree, 1 where the columns have no level in common. Two constant
   * columns differ by 0 or by 1; so do two columns that are all missing, or one that is.
   *
   * @param levels how many levels there are
   * @param real indices of levels, NaN where missing, at least one row
   * @param synthetic the same
   * @return in [0, 1]
   */
  static double distance(int levels, double[] real, double[] synthetic) {
    double[] p = shares(levels, real);
    double[] q = shares(levels, synthetic);
    double total = 0;
    for (int level = 0; level < p.length; level++) {
      total += Math.abs(p[level] - q[level]);
    }
    return Math.min(1, total / 2);
  }

  private static double[] shares(int levels, double[] values) {
    double[] shares = new double[levels + 1];
    for (double value : values) {
      shares[Double.isNaN(value) ? levels : (int) value]++;
    }
    for (int level = 0; level <= levels; level++) {
      shares[level] /= values.length;
    }
    return shares;
  }
}

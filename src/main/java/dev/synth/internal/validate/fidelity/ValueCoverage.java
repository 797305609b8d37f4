package dev.synth.internal.validate.fidelity;

import dev.synth.internal.stats.Present;

/** The part of a real column's values that the synthetic rows don't reach. */
final class ValueCoverage {
  private ValueCoverage() {}

  /**
   * The uncovered part of the real range, ((min s − min r)⁺ + (max r − max s)⁺) / (max r − min r),
   * at most 1.
   *
   * @param real values, NaN where missing; missing ones are left aside
   * @param synthetic the same
   * @return in [0, 1]; NaN where the real side is constant, or either has fewer than three values
   */
  static double rangeLoss(double[] real, double[] synthetic) {
    double[] a = Present.sorted(real);
    double[] b = Present.sorted(synthetic);
    if (Math.min(a.length, b.length) < EnoughValues.LEAST || a[0] == a[a.length - 1]) {
      return Double.NaN;
    }
    double range = a[a.length - 1] - a[0];
    double below = Math.max(0, b[0] - a[0]);
    double above = Math.max(0, a[a.length - 1] - b[b.length - 1]);
    return Math.min(1, below / range + above / range);
  }

  /**
   * The share of real levels that no synthetic row has.
   *
   * @param levels how many levels there are
   * @param real indices of levels, NaN where missing
   * @param synthetic the same
   * @return in [0, 1]; NaN where the real side has no level
   */
  static double levelLoss(int levels, double[] real, double[] synthetic) {
    boolean[] wanted = occurring(levels, real);
    boolean[] there = occurring(levels, synthetic);
    int all = 0;
    int lost = 0;
    for (int level = 0; level < levels; level++) {
      all += wanted[level] ? 1 : 0;
      lost += wanted[level] && !there[level] ? 1 : 0;
    }
    return all == 0 ? Double.NaN : (double) lost / all;
  }

  private static boolean[] occurring(int levels, double[] values) {
    boolean[] occurring = new boolean[levels];
    for (double value : values) {
      if (!Double.isNaN(value)) {
        occurring[(int) value] = true;
      }
    }
    return occurring;
  }
}

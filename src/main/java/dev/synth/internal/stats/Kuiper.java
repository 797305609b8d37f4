package dev.synth.internal.stats;

/**
 * The two-sample statistic of Kuiper ("Tests concerning random points on a circle", Proc.
 * Koninklijke Nederlandse Akademie van Wetenschappen A 63, 1960): what {@link KolmogorovSmirnov} is
 * on a line, this is on a circle.
 */
public final class Kuiper {
  private Kuiper() {}

  /**
   * Returns the largest plus the largest opposite difference of two empirical distribution
   * functions, sup (F(x) − G(x)) + sup (G(x) − F(x)).
   *
   * <p>0 where the samples agree, 1 where one lies wholly in a gap of the other. It is the same
   * wherever the circle is cut, and never below the Kolmogorov–Smirnov distance of any cut. Ties
   * are exact.
   *
   * @param first values, NaN where missing; missing ones are left aside
   * @param second the same
   * @return in [0, 1]; NaN where either side has no value
   */
  public static double distance(double[] first, double[] second) {
    Deviations deviations = Deviations.of(first, second);
    return Math.min(1, deviations.above() + deviations.below());
  }
}

package dev.synth.internal.stats;

/** The two-sample Kolmogorov–Smirnov statistic (Smirnov, Annals of Math. Statistics 19, 1948). */
public final class KolmogorovSmirnov {
  private KolmogorovSmirnov() {}

  /**
   * Returns the largest difference of two empirical distribution functions, sup |F(x) − G(x)|.
   *
   * <p>0 where the samples agree, 1 where one lies wholly below the other. Ties are exact: both
   * functions jump before they are compared.
   *
   * @param first values, NaN where missing; missing ones are left aside
   * @param second the same
   * @return in [0, 1]; NaN where either side has no value
   */
  public static double distance(double[] first, double[] second) {
    Deviations deviations = Deviations.of(first, second);
    return Math.max(deviations.above(), deviations.below());
  }
}

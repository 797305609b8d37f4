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
    double[] a = Present.sorted(first);
    double[] b = Present.sorted(second);
    if (a.length == 0 || b.length == 0) {
      return Double.NaN;
    }
    double largest = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      double x = Math.min(a[i], b[j]);
      while (i < a.length && a[i] <= x) {
        i++;
      }
      while (j < b.length && b[j] <= x) {
        j++;
      }
      largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return largest;
  }
}

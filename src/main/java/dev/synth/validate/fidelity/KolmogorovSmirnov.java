package dev.synth.validate.fidelity;

/** The two-sample Kolmogorov–Smirnov statistic. */
public final class KolmogorovSmirnov {
  private KolmogorovSmirnov() {}

  /**
   * The largest difference of two empirical distribution functions, sup |F(x) − G(x)|.
   *
   * <p>0 where the samples agree, 1 where one lies wholly below the other. Ties are exact: both
   * functions jump before they are compared. Two constant columns differ by 0 or by 1.
   *
   * @param real values, NaN where missing; missing ones are left aside
   * @param synthetic the same
   * @return in [0, 1]; NaN where either side has fewer than three values, which say nothing of a
   *     distribution (how many are missing is another metric's business)
   */
  public static double distance(double[] real, double[] synthetic) {
    double[] a = Present.sorted(real);
    double[] b = Present.sorted(synthetic);
    if (Math.min(a.length, b.length) < Present.LEAST_VALUES) {
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

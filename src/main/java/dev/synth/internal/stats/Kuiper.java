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
    double[] a = Present.sorted(first);
    double[] b = Present.sorted(second);
    if (a.length == 0 || b.length == 0) {
      return Double.NaN;
    }
    double above = 0;
    double below = 0;
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
      double difference = (double) i / a.length - (double) j / b.length;
      above = Math.max(above, difference);
      below = Math.max(below, -difference);
    }
    return Math.min(1, above + below);
  }
}

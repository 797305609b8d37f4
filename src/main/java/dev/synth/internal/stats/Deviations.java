package dev.synth.internal.stats;

/**
 * The largest differences of two empirical distribution functions F and G. Ties are exact: both
 * functions jump before they are compared.
 *
 * @param above sup (F(x) − G(x)), in [0, 1]; NaN where either side has no value
 * @param below sup (G(x) − F(x)), the same
 */
record Deviations(double above, double below) {
  /**
   * Returns the differences of two samples.
   *
   * @param first values, NaN where missing; missing ones are left aside
   * @param second the same
   */
  static Deviations of(double[] first, double[] second) {
    double[] a = Present.sorted(first);
    double[] b = Present.sorted(second);
    if (a.length == 0 || b.length == 0) {
      return new Deviations(Double.NaN, Double.NaN);
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
    return new Deviations(above, below);
  }
}

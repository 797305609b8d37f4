package dev.synth.internal.stats;

/** The Wasserstein-1 distance of two samples of numbers (Kantorovich 1942, Vaserstein 1969). */
public final class Wasserstein {
  private Wasserstein() {}

  /**
   * Returns the area between two empirical distribution functions, ∫ |F(x) − G(x)| dx: how far a
   * value has to be moved on average to turn one sample into the other.
   *
   * <p>In [0, ∞), in the values' unit; ties are exact.
   *
   * @param first values, NaN where missing; missing ones are left aside
   * @param second the same
   * @return NaN where either side has no value
   */
  public static double distance(double[] first, double[] second) {
    double[] a = Present.sorted(first);
    double[] b = Present.sorted(second);
    if (a.length == 0 || b.length == 0) {
      return Double.NaN;
    }
    double area = 0;
    int i = 0;
    int j = 0;
    double last = Math.min(a[0], b[0]);
    while (i < a.length || j < b.length) {
      double next = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
      area += Math.abs((double) i / a.length - (double) j / b.length) * (next - last);
      last = next;
      while (i < a.length && a[i] <= next) {
        i++;
      }
      while (j < b.length && b[j] <= next) {
        j++;
      }
    }
    return area;
  }
}

package dev.synth.internal.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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

  /**
   * Returns the same on a circle, where values are moved the shorter way round: the least ∫ |F(x) −
   * G(x) − c| dx over c, which the median c of F − G gives (Rabin, Delon and Gousseau,
   * "Transportation Distances on the Circle", 2011). It is the same wherever the circle is cut.
   *
   * @param first values in [0, circumference), NaN where missing; missing ones are left aside
   * @param second the same
   * @return in [0, circumference / 2]; NaN where either side has no value
   */
  public static double onCircle(double[] first, double[] second, Circle circle) {
    double[] a = Present.sorted(first);
    double[] b = Present.sorted(second);
    if (a.length == 0 || b.length == 0) {
      return Double.NaN;
    }
    double[] places = new double[a.length + b.length + 1];
    System.arraycopy(a, 0, places, 0, a.length);
    System.arraycopy(b, 0, places, a.length, b.length);
    places[a.length + b.length] = circle.circumference();
    Arrays.sort(places);
    double[] heights = new double[places.length];
    double[] widths = new double[places.length];
    int i = 0;
    int j = 0;
    double last = 0;
    for (int k = 0; k < places.length; k++) {
      heights[k] = (double) i / a.length - (double) j / b.length;
      widths[k] = places[k] - last;
      last = places[k];
      while (i < a.length && a[i] <= last) {
        i++;
      }
      while (j < b.length && b[j] <= last) {
        j++;
      }
    }
    return areaAroundMedian(heights, widths);
  }

  /**
   * Returns the area between a step function and its own median.
   *
   * @param heights the height of each step
   * @param widths how wide each is, not negative
   */
  public static double areaAroundMedian(double[] heights, double[] widths) {
    int[] order =
        IntStream.range(0, heights.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> heights[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    double half = Arrays.stream(widths).sum() / 2;
    double below = 0;
    double median = 0;
    for (int k : order) {
      median = heights[k];
      below += widths[k];
      if (below >= half) {
        break;
      }
    }
    double area = 0;
    for (int k = 0; k < heights.length; k++) {
      area += Math.abs(heights[k] - median) * widths[k];
    }
    return area;
  }
}

package dev.synth.internal.monitor;

import dev.synth.internal.bundle.Bins;
import java.util.Arrays;

/** Distances of binned samples. */
final class BinDistances {
  private static final int JOINED = 2;

  private BinDistances() {}

  /**
   * Returns the distance of two samples: for levels the total variation, ½·Σ|p − q|; for values the
   * largest difference of the distribution functions at the edges of bins (Kolmogorov-Smirnov),
   * missing cells above all values.
   *
   * @return in [0, 1]; NaN where a side has no row
   */
  static double of(Bins bins, long[] first, long[] second) {
    double n = Arrays.stream(first).sum();
    double m = Arrays.stream(second).sum();
    if (n == 0 || m == 0) {
      return Double.NaN;
    }
    return switch (bins) {
      case Bins.OfLevels levels -> totalVariation(first, second, n, m);
      case Bins.OfValues values -> kolmogorovSmirnov(first, second, n, m);
    };
  }

  private static double totalVariation(long[] first, long[] second, double n, double m) {
    double sum = 0;
    for (int bin = 0; bin < first.length; bin++) {
      sum += Math.abs(first[bin] / n - second[bin] / m);
    }
    return Math.min(1, sum / 2);
  }

  private static double kolmogorovSmirnov(long[] first, long[] second, double n, double m) {
    double largest = 0;
    long below = 0;
    long other = 0;
    for (int bin = 0; bin < first.length; bin++) {
      below += first[bin];
      other += second[bin];
      largest = Math.max(largest, Math.abs(below / n - other / m));
    }
    return largest;
  }

  /**
   * Returns the population stability index, Σ (p − q)·ln(p/q), of levels, or of ten bins of values;
   * a bin that one side lacks counts half a row there.
   *
   * @return 0 or more; NaN where a side has no row
   */
  static double stabilityIndex(Bins bins, long[] first, long[] second) {
    double n = Arrays.stream(first).sum();
    double m = Arrays.stream(second).sum();
    if (n == 0 || m == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int from = 0; from < first.length; ) {
      int to = end(bins, from);
      double p = Arrays.stream(first, from, to).sum();
      double q = Arrays.stream(second, from, to).sum();
      if (p + q > 0) {
        double one = Math.max(p, 0.5) / n;
        double two = Math.max(q, 0.5) / m;
        sum += (one - two) * StrictMath.log(one / two);
      }
      from = to;
    }
    return sum;
  }

  /** The first two pairs of values have what lies at the lowest edge and below it with them. */
  private static int end(Bins bins, int from) {
    return switch (bins) {
      case Bins.OfLevels levels -> from + 1;
      case Bins.OfValues values -> {
        int missing = bins.count() - 1;
        int to = from == 0 ? 2 + JOINED : from + JOINED;
        yield from == missing ? from + 1 : Math.min(to, missing);
      }
    };
  }
}

package dev.synth.validate.sdmetrics;

import java.util.Arrays;

/** SDMetrics' scores of single columns: KSComplement and TVComplement. */
final class ColumnShapes {
  /** The library rounds to {@code sys.float_info.dig - 1} decimals. */
  private static final double ROUNDING = 1e14;

  /** What the library adds to a level that occurs among synthetic rows alone. */
  private static final double UNSEEN = 1e-6;

  private ColumnShapes() {}

  /** Returns the score of a column, in [0, 1]; NaN where either side is all missing. */
  static double score(ScoredColumn real, ScoredColumn synthetic) {
    return real.isNumber()
        ? kolmogorovSmirnov(sorted(real), sorted(synthetic))
        : totalVariation(real, synthetic);
  }

  private static double[] sorted(ScoredColumn column) {
    return Arrays.stream(column.values())
        .filter(value -> !Double.isNaN(value))
        .map(value -> column.isTime() ? value : rounded(value) + 0.0) // -0.0 becomes 0.0
        .sorted()
        .toArray();
  }

  private static double rounded(double value) {
    double scaled = value * ROUNDING;
    return Double.isInfinite(scaled) ? value : Math.rint(scaled) / ROUNDING;
  }

  private static double kolmogorovSmirnov(double[] a, double[] b) {
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
    return 1 - largest;
  }

  private static double totalVariation(ScoredColumn real, ScoredColumn synthetic) {
    double[] r = counts(real);
    double[] s = counts(synthetic);
    double ofSynthetic = Arrays.stream(s).sum();
    if (Arrays.stream(r).sum() == 0 || ofSynthetic == 0) {
      return Double.NaN;
    }
    for (int level = 0; level < r.length; level++) {
      r[level] += r[level] == 0 && s[level] > 0 ? UNSEEN : 0;
    }
    double ofReal = Arrays.stream(r).sum();
    double variation = 0;
    for (int level = 0; level < r.length; level++) {
      variation += Math.abs(s[level] / ofSynthetic - r[level] / ofReal);
    }
    return 1 - 0.5 * variation;
  }

  /** Counts levels, missing cells left aside. */
  private static double[] counts(ScoredColumn column) {
    double[] counts = new double[column.codeCount()];
    for (int code : column.codes()) {
      counts[code]++;
    }
    return Arrays.copyOf(counts, counts.length - 1);
  }
}

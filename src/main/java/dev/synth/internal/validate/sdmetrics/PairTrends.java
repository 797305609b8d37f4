package dev.synth.internal.validate.sdmetrics;

import dev.synth.internal.stats.TotalVariation;
import java.util.Arrays;

/**
 * SDMetrics' scores of pairs of columns: CorrelationSimilarity of two columns of numbers,
 * ContingencySimilarity of all others.
 *
 * <p>A pair without a strong trend among the real rows is not scored: |r| up to {@value
 * #LEAST_CORRELATION}, or Cramér's V up to {@value #LEAST_ASSOCIATION}, the defaults of 0.29.
 */
final class PairTrends {
  static final double LEAST_CORRELATION = 0.5;
  static final double LEAST_ASSOCIATION = 0.3;

  /** The number of cells up to which a table is an array; beyond, its keys are sorted. */
  private static final long DENSE_CELLS = 1 << 20;

  private PairTrends() {}

  /** Both sides' columns of a pair. */
  record Pair(
      ScoredColumn realFirst,
      ScoredColumn realSecond,
      ScoredColumn syntheticFirst,
      ScoredColumn syntheticSecond) {}

  /** Returns a pair's score, in [0, 1]; NaN where it is not scored. */
  static double score(Pair pair) {
    return score(pair, trend(pair.realFirst(), pair.realSecond()));
  }

  /**
   * Returns a pair's score, in [0, 1]; NaN where it is not scored.
   *
   * @param trend what {@link #trend} says of the real rows
   */
  static double score(Pair pair, double trend) {
    if (Double.isNaN(trend)) {
      return Double.NaN;
    }
    return pair.realFirst().isNumber() && pair.realSecond().isNumber()
        ? correlationSimilarity(pair, trend)
        : contingencySimilarity(pair);
  }

  /** Returns the trend of two columns of the real rows; NaN where it is not strong. */
  static double trend(ScoredColumn first, ScoredColumn second) {
    if (first.isNumber() && second.isNumber()) {
      double trend = first.constant() || second.constant() ? Double.NaN : pearson(first, second);
      return Math.abs(trend) > LEAST_CORRELATION ? trend : Double.NaN;
    }
    double trend = cramersV(first, second);
    return trend > LEAST_ASSOCIATION ? trend : Double.NaN;
  }

  private static double correlationSimilarity(Pair pair, double trend) {
    if (pair.syntheticFirst().constant() || pair.syntheticSecond().constant()) {
      return Double.NaN;
    }
    double synthetic = pearson(pair.syntheticFirst(), pair.syntheticSecond());
    return 1 - Math.abs(trend - synthetic) / 2;
  }

  private static double pearson(ScoredColumn first, ScoredColumn second) {
    double[] a = first.centred();
    double[] b = second.centred();
    return a != null && b != null && a.length >= 2
        ? product(a, b, a.length)
        : pearson(first.values(), second.values());
  }

  /** Pearson's r over the rows in which neither is missing; NaN of fewer than two, or constants. */
  private static double pearson(double[] first, double[] second) {
    double[] a = new double[first.length];
    double[] b = new double[first.length];
    int count = 0;
    for (int row = 0; row < first.length; row++) {
      if (!Double.isNaN(first[row]) && !Double.isNaN(second[row])) {
        a[count] = first[row];
        b[count++] = second[row];
      }
    }
    if (count < 2 || !centre(a, count) || !centre(b, count)) {
      return Double.NaN;
    }
    return product(a, b, count);
  }

  private static double product(double[] a, double[] b, int count) {
    double product = 0;
    for (int i = 0; i < count; i++) {
      product += a[i] * b[i];
    }
    return Math.clamp(product, -1, 1);
  }

  /** Turns values into deviations from their mean of length 1; false where they are constant. */
  static boolean centre(double[] values, int count) {
    boolean varies = false;
    double mean = 0;
    for (int i = 0; i < count; i++) {
      varies |= values[i] != values[0];
      mean += values[i] / count;
    }
    double largest = 0;
    for (int i = 0; i < count; i++) {
      values[i] -= mean;
      largest = Math.max(largest, Math.abs(values[i]));
    }
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double scaled = values[i] / largest;
      squares += scaled * scaled;
    }
    double length = largest * Math.sqrt(squares);
    for (int i = 0; i < count; i++) {
      values[i] /= length;
    }
    return varies && length > 0;
  }

  private static double contingencySimilarity(Pair pair) {
    long width = Math.max(pair.realSecond().codeCount(), pair.syntheticSecond().codeCount());
    long[] real = keys(pair.realFirst(), pair.realSecond(), width);
    long[] synthetic = keys(pair.syntheticFirst(), pair.syntheticSecond(), width);
    long cells = width * Math.max(pair.realFirst().codeCount(), pair.syntheticFirst().codeCount());
    return 1
        - (cells <= DENSE_CELLS
            ? dense(real, synthetic, (int) cells)
            : TotalVariation.ofLevels(real, synthetic));
  }

  private static long[] keys(ScoredColumn first, ScoredColumn second, long width) {
    long[] keys = new long[first.codes().length];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = first.codes()[row] * width + second.codes()[row];
    }
    return keys;
  }

  private static double dense(long[] real, long[] synthetic, int cells) {
    int[] r = new int[cells];
    int[] s = new int[cells];
    for (long key : real) {
      r[(int) key]++;
    }
    for (long key : synthetic) {
      s[(int) key]++;
    }
    return TotalVariation.ofCounts(r, s);
  }

  /** √(χ² / n / (min(r, c) − 1)) with χ²/n = Σ o² / (row · column) − 1; NaN of a single row. */
  private static double cramersV(ScoredColumn first, ScoredColumn second) {
    int[] rows = new int[first.codeCount()];
    int[] columns = new int[second.codeCount()];
    for (int row = 0; row < first.codes().length; row++) {
      rows[first.codes()[row]]++;
      columns[second.codes()[row]]++;
    }
    long smaller = Math.min(occupied(rows), occupied(columns));
    if (smaller < 2) {
      return Double.NaN;
    }
    long[] keys = keys(first, second, columns.length);
    Arrays.sort(keys);
    double sum = 0;
    int from = 0;
    while (from < keys.length) {
      int to = from;
      while (to < keys.length && keys[to] == keys[from]) {
        to++;
      }
      double size = to - from;
      int a = (int) (keys[from] / columns.length);
      int b = (int) (keys[from] % columns.length);
      sum += size * size / ((double) rows[a] * columns[b]);
      from = to;
    }
    return Math.sqrt(Math.max(0, sum - 1) / (smaller - 1));
  }

  private static long occupied(int[] counts) {
    return Arrays.stream(counts).filter(count -> count > 0).count();
  }
}

package dev.synth.internal.validate.privacy;

import dev.synth.internal.validate.metric.Sample;
import java.util.Arrays;

/**
 * Pairs of equal rows in a sample, beside those that there would be if its columns were
 * independent.
 *
 * <p>Columns that go together make rows meet more often, not less. So far fewer equal pairs than
 * that mean rows that were not drawn by themselves: a table of distinct combinations, or one whose
 * duplicates were removed. Such rows do not say how often a fresh row repeats one by chance.
 *
 * @param found pairs of equal rows
 * @param byChance their expected number with independent columns
 */
record EqualPairs(double found, double byChance) {
  /** The chance with which rows drawn by themselves are called distinct by design. */
  private static final double ERROR = 0.01;

  /** Among many pairs, small departures from independence are significant too, and mean nothing. */
  private static final double FAR_FEWER = 0.5;

  /**
   * Counts.
   *
   * @param sample at least two rows
   * @param ids its rows by {@link RowIds}
   */
  static EqualPairs of(Sample sample, int[] ids) {
    double rows = sample.rowCount();
    double all = rows * (rows - 1) / 2;
    double chance = 1;
    for (int column = 0; column < sample.columnCount(); column++) {
      double[] cells = RowIds.rounded(sample.columns().get(column), sample.values(column));
      chance *= equalPairs(cells) / all;
    }
    return new EqualPairs(equalPairs(Arrays.stream(ids).asDoubleStream().toArray()), all * chance);
  }

  /** Returns the number of pairs of equal values, missing ones being equal. */
  private static double equalPairs(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double pairs = 0;
    int start = 0;
    for (int end = 1; end <= sorted.length; end++) {
      if (end == sorted.length || Double.compare(sorted[end], sorted[start]) != 0) {
        double size = end - start;
        pairs += size * (size - 1) / 2;
        start = end;
      }
    }
    return pairs;
  }

  /**
   * Returns whether there are far fewer equal pairs than chance would give: less than half, and so
   * few with a probability of at most a hundredth (the number of rare coincidences is Poisson's).
   */
  boolean distinctByDesign() {
    return found < FAR_FEWER * byChance && poisson() <= ERROR;
  }

  /** The probability of at most the found number. */
  private double poisson() {
    double term = Math.exp(-byChance); // 0 for many, where half of them are far fewer anyway
    double sum = term;
    for (int i = 1; i <= found && term > 0; i++) {
      term *= byChance / i;
      sum += term;
    }
    return sum;
  }
}

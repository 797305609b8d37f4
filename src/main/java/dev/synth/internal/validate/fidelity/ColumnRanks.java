package dev.synth.internal.validate.fidelity;

import dev.synth.internal.base.SortedValues;
import java.util.Arrays;

/**
 * The present values of one column of numbers in ascending order, and their mid-ranks.
 *
 * <p>Ties share the mean of the ranks that they take, from 1. The order allows to rank any subset
 * of rows again without sorting.
 */
final class ColumnRanks {
  private final double[] values;
  private final int[] order;
  private final double[] ranks;
  private final double squares;

  /** Ranks the values that are not NaN. */
  ColumnRanks(double[] values) {
    this.values = values;
    this.order = order(values);
    this.ranks = new double[values.length];
    rankInto(ranks, order, order.length);
    this.squares = squares(ranks);
  }

  private static double squares(double[] ranks) {
    double mean = (ranks.length + 1) / 2.0;
    double squares = 0;
    for (double rank : ranks) {
      squares += (rank - mean) * (rank - mean);
    }
    return squares;
  }

  /** Returns whether no row is missing. */
  boolean isComplete() {
    return order.length == values.length;
  }

  /** Returns the mid-ranks among all present rows; meaningless where missing. Shared. */
  double[] ranks() {
    return ranks;
  }

  /**
   * Returns the correlation of the mid-ranks of two columns without missing rows; NaN where either
   * is constant.
   */
  double correlation(ColumnRanks other) {
    double mean = (ranks.length + 1) / 2.0;
    double covariance = 0;
    for (int row = 0; row < ranks.length; row++) {
      covariance += (ranks[row] - mean) * (other.ranks[row] - mean);
    }
    return covariance / Math.sqrt(squares * other.squares); // 0/0 where constant
  }

  /**
   * Writes the mid-ranks among the chosen rows.
   *
   * @param chosen the rows to rank; missing rows are left out whatever it says
   * @param target receives the ranks at the chosen rows' positions
   */
  void rankAmong(boolean[] chosen, double[] target) {
    int[] subset = new int[order.length];
    int count = 0;
    for (int row : order) {
      if (chosen[row]) {
        subset[count++] = row;
      }
    }
    rankInto(target, subset, count);
  }

  private void rankInto(double[] target, int[] ascending, int count) {
    int start = 0;
    while (start < count) {
      int end = start + 1;
      while (end < count && values[ascending[end]] == values[ascending[start]]) {
        end++;
      }
      for (int i = start; i < end; i++) {
        target[ascending[i]] = (start + 1 + end) / 2.0;
      }
      start = end;
    }
  }

  /** Sorts rows by value without boxing: sorted values give each row its place. */
  private static int[] order(double[] values) {
    double[] sorted = new double[values.length];
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sorted[count++] = value + 0.0;
      }
    }
    Arrays.sort(sorted, 0, count);
    int[] taken = new int[count];
    int[] order = new int[count];
    for (int row = 0; row < values.length; row++) {
      if (!Double.isNaN(values[row])) {
        int first = SortedValues.countBelow(sorted, count, values[row]);
        order[first + taken[first]++] = row;
      }
    }
    return order;
  }
}

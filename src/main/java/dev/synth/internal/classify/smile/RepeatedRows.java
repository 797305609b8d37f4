package dev.synth.internal.classify.smile;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Row weights for learners that have none: a row that counts k times is a row that stands there k
 * times. All rows come first, in order, and the further copies of rare rows behind them.
 */
final class RepeatedRows {
  /** The position of each row among the original ones. */
  private final int[] order;

  private final int[] labels;

  private RepeatedRows(int[] order, int[] labels) {
    this.order = order;
    this.labels = labels;
  }

  /**
   * Repeats rare rows.
   *
   * @param rows how many rows there are
   * @param rare which of them are rare
   * @param weight what a rare row weighs, rounded to a number of copies, at least 1
   */
  static RepeatedRows of(int rows, BitSet rare, double weight) {
    int copies = (int) Math.max(1, Math.round(weight));
    int[] order = new int[rows + (copies - 1) * rare.cardinality()];
    int[] labels = new int[order.length];
    int next = rows;
    for (int row = 0; row < rows; row++) {
      order[row] = row;
      labels[row] = rare.get(row) ? 1 : 0;
      for (int copy = 1; copy < copies && rare.get(row); copy++) {
        labels[next] = 1;
        order[next++] = row;
      }
    }
    return new RepeatedRows(order, labels);
  }

  /** Returns the rows in this order; copies are the same array. */
  double[][] of(double[][] rows) {
    return Arrays.stream(order).mapToObj(row -> rows[row]).toArray(double[][]::new);
  }

  /** Returns 1 for rare rows and 0 for others; not to be changed. */
  int[] labels() {
    return labels;
  }
}

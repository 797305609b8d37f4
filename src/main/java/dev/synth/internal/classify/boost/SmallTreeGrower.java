package dev.synth.internal.classify.boost;

/**
 * Grows trees on the gradients of a loss, as XGBoost does (Chen and Guestrin, KDD 2016, equations 6
 * and 7, algorithm 3), with λ = 1, γ = 0 and a second derivative of at least 1 in each child.
 *
 * <p>Sums by bin are in one small array, and a bit for each bin that has any rows: in nodes of few
 * rows most bins are empty, and no time is spent on them.
 */
final class SmallTreeGrower {
  private static final double PENALTY = 1;
  private static final double LEAST_CHILD = 1;

  /** A smaller gain is rounding. */
  private static final double LEAST_GAIN = 1e-6;

  private final BinnedColumns columns;
  private final int depth;
  private final double rate;

  /** The tree's rows, each node's side by side, and their derivatives in the same order. */
  private final int[] rows;

  private final int[] aside;
  private final double[] first;
  private final double[] second;

  /** By bin, the sums of both derivatives. */
  private final double[] sums = new double[2 * (BinnedColumns.MISSING + 1)];

  private double[] gradients = new double[0];
  private double[] curvatures = new double[0];
  private int[] looked = new int[0];

  /** The best cut of the node that is looked at, and the derivatives' sums there. */
  private double bestScore;

  private int bestColumn;
  private int bestBin;
  private boolean bestMissingBelow;
  private double allFirst;
  private double allSecond;

  /** A grower of trees of a depth at most, whose leaves are multiplied by a rate. */
  SmallTreeGrower(BinnedColumns columns, int depth, double rate) {
    this.columns = columns;
    this.depth = depth;
    this.rate = rate;
    rows = new int[columns.rowCount()];
    aside = new int[rows.length];
    first = new double[rows.length];
    second = new double[rows.length];
  }

  /**
   * Grows a tree; one that finds no cut adds nothing, so that rows that are all alike score one
   * half.
   *
   * @param chosen the rows that it sees
   * @param count how many of them
   * @param looked the columns that it looks at, ascending
   * @param gradients the loss's first derivative by each row's margin
   * @param curvatures the second derivative
   */
  BoostedTree grow(int[] chosen, int count, int[] looked, double[] gradients, double[] curvatures) {
    this.looked = looked;
    this.gradients = gradients;
    this.curvatures = curvatures;
    System.arraycopy(chosen, 0, rows, 0, count);
    BoostedTree tree = new BoostedTree(depth);
    grow(tree, 0, 0, count, 0);
    if (tree.column[0] == BoostedTree.LEAF) {
      tree.value[0] = 0;
    }
    return tree;
  }

  private void grow(BoostedTree tree, int node, int from, int to, int level) {
    gather(from, to);
    tree.column[node] = BoostedTree.LEAF;
    tree.value[node] = -rate * allFirst / (allSecond + PENALTY);
    if (level == depth || allSecond < 2 * LEAST_CHILD) {
      return;
    }
    bestScore = allFirst * allFirst / (allSecond + PENALTY) + LEAST_GAIN;
    bestColumn = BoostedTree.LEAF;
    for (int column : looked) {
      look(column, columns.codes(column), from, to);
    }
    if (bestColumn == BoostedTree.LEAF) {
      return;
    }
    tree.column[node] = bestColumn;
    tree.bin[node] = bestBin;
    tree.cut[node] = columns.end(bestColumn, bestBin);
    tree.missingBelow[node] = bestMissingBelow;
    int middle = part(columns.codes(bestColumn), bestBin, bestMissingBelow, from, to);
    grow(tree, 2 * node + 1, from, middle, level + 1);
    grow(tree, 2 * node + 2, middle, to, level + 1);
  }

  private void gather(int from, int to) {
    double sumFirst = 0;
    double sumSecond = 0;
    for (int i = from; i < to; i++) {
      first[i] = gradients[rows[i]];
      second[i] = curvatures[rows[i]];
      sumFirst += first[i];
      sumSecond += second[i];
    }
    allFirst = sumFirst;
    allSecond = sumSecond;
  }

  /** Weighs all cuts of a column, with missing numbers on either side. */
  private void look(int column, byte[] codes, int from, int to) {
    long occurring = count(codes, from, to);
    boolean missing = occurring < 0;
    int none = 2 * BinnedColumns.MISSING;
    double below = 0;
    double weightBelow = 0;
    for (long left = occurring & Long.MAX_VALUE; left != 0; left &= left - 1) {
      int bin = Long.numberOfTrailingZeros(left);
      below += sums[2 * bin];
      weightBelow += sums[2 * bin + 1];
      sums[2 * bin] = 0;
      sums[2 * bin + 1] = 0;
      weigh(column, bin, false, below, weightBelow);
      if (missing) {
        weigh(column, bin, true, below + sums[none], weightBelow + sums[none + 1]);
      }
    }
    sums[none] = 0;
    sums[none + 1] = 0;
  }

  /** Sums the derivatives by bin, and returns a bit for each bin that occurs. */
  private long count(byte[] codes, int from, int to) {
    long occurring = 0;
    for (int i = from; i < to; i++) {
      int bin = codes[rows[i]];
      occurring |= 1L << bin;
      sums[2 * bin] += first[i];
      sums[2 * bin + 1] += second[i];
    }
    return occurring;
  }

  private void weigh(int column, int bin, boolean missingBelow, double below, double weightBelow) {
    double weightAbove = allSecond - weightBelow;
    if (weightBelow < LEAST_CHILD || weightAbove < LEAST_CHILD) {
      return;
    }
    double above = allFirst - below;
    double one = weightBelow + PENALTY;
    double other = weightAbove + PENALTY;
    double score = (below * below * other + above * above * one) / (one * other);
    if (score > bestScore) {
      bestScore = score;
      bestColumn = column;
      bestBin = bin;
      bestMissingBelow = missingBelow;
    }
  }

  /** Parts rows, each side in its order, and returns where the upper side begins. */
  private int part(byte[] codes, int bin, boolean missingBelow, int from, int to) {
    int middle = from;
    int others = 0;
    for (int i = from; i < to; i++) {
      int code = codes[rows[i]];
      if (code == BinnedColumns.MISSING ? missingBelow : code <= bin) {
        rows[middle++] = rows[i];
      } else {
        aside[others++] = rows[i];
      }
    }
    System.arraycopy(aside, 0, rows, middle, others);
    return middle;
  }
}

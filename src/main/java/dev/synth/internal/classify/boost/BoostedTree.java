package dev.synth.internal.classify.boost;

import dev.synth.internal.classify.feature.FeatureMatrix;

/**
 * A small tree as arrays: the children of node n are 2n + 1, below its cut, and 2n + 2. {@link
 * SmallTreeGrower} fills it; afterwards it is read only.
 */
final class BoostedTree {
  /** The column of a leaf. */
  static final int LEAF = -1;

  final int[] column;

  /** The last bin below the cut, and the number that values below the cut are below. */
  final int[] bin;

  final double[] cut;

  /** The nodes at which a row goes below the cut where its number is missing. */
  final boolean[] missingBelow;

  /** The number that a leaf adds to a row's margin. */
  final double[] value;

  /** A tree of a depth at most, of one leaf that adds nothing. */
  BoostedTree(int depth) {
    int nodes = (2 << depth) - 1;
    column = new int[nodes];
    bin = new int[nodes];
    cut = new double[nodes];
    missingBelow = new boolean[nodes];
    value = new double[nodes];
    column[0] = LEAF;
  }

  /** Adds what the rows that it was grown on have of it. */
  void addTo(double[] margins, BinnedColumns rows) {
    for (int row = 0; row < margins.length; row++) {
      int node = 0;
      while (column[node] != LEAF) {
        int code = rows.codes(column[node])[row];
        boolean below = code == BinnedColumns.MISSING ? missingBelow[node] : code <= bin[node];
        node = 2 * node + (below ? 1 : 2);
      }
      margins[row] += value[node];
    }
  }

  /** Adds what any rows have of it. */
  void addTo(double[] margins, FeatureMatrix rows) {
    for (int row = 0; row < margins.length; row++) {
      int node = 0;
      while (column[node] != LEAF) {
        double number = rows.column(column[node])[row];
        boolean below = Double.isNaN(number) ? missingBelow[node] : number < cut[node];
        node = 2 * node + (below ? 1 : 2);
      }
      margins[row] += value[node];
    }
  }
}

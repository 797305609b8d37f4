package dev.synth.internal.classify.xgboost;

/**
 * The nodes of boosted trees as flat arrays, tree after tree and level by level, so that a node's
 * children stand side by side. {@link MarginTreeReader} fills them; afterwards they are read only,
 * and the loops of {@link MarginTrees} share them.
 */
final class MarginNodes {
  /** The place of each tree's root, and the number of steps to its deepest leaf. */
  final int[] roots;

  final int[] depths;

  /** The feature that a node cuts; behind the last feature for a leaf. */
  final int[] feature;

  /** A node's cut, or what a leaf adds to the margin. */
  final float[] number;

  /** The next node of a row whose feature is at the cut or above; one further where it is below. */
  final int[] child;

  /** The nodes at which a row whose feature is missing goes below the cut. */
  final boolean[] missingBelow;

  /** The sum of the second derivatives of the fitted rows that came to a node. */
  final float[] cover;

  MarginNodes(int trees, int nodes) {
    roots = new int[trees];
    depths = new int[trees];
    feature = new int[nodes];
    number = new float[nodes];
    child = new int[nodes];
    missingBelow = new boolean[nodes];
    cover = new float[nodes];
  }

  /**
   * Checks the nodes.
   *
   * @param width how many features a row has
   * @throws IllegalArgumentException if a node looks at a feature that there isn't, or holds no
   *     finite number
   */
  void check(int width) {
    for (int node = 0; node < feature.length; node++) {
      if (feature[node] < 0
          || feature[node] > width
          || !Float.isFinite(number[node])
          || !(cover[node] >= 0)) {
        throw new IllegalArgumentException("node " + node + " of the trees is damaged");
      }
    }
  }
}

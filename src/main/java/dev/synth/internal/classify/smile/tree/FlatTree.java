package dev.synth.internal.classify.smile.tree;

import dev.synth.internal.classify.feature.FeatureMatrix;

/**
 * A grown tree as arrays, one entry a node, the root first and each true child right behind its
 * parent: what scoring needs, and no more.
 */
final class FlatTree {
  private static final int LEAF = -1;

  /** The feature that a node cuts, or {@link #LEAF}. */
  private final int[] feature;

  /** A node's cut, or a leaf's probability of the rare class. */
  private final double[] number;

  /** Where a row goes whose feature is above the cut. */
  private final int[] falseChild;

  private FlatTree(int nodes) {
    feature = new int[nodes];
    number = new double[nodes];
    falseChild = new int[nodes];
  }

  static FlatTree of(CutTree.Node root, double rareWeight, double prior) {
    FlatTree tree = new FlatTree(2 * root.leaves() - 1);
    tree.write(root, 0, rareWeight, prior);
    return tree;
  }

  /** Writes a node and all below it from a position on, and returns the next free position. */
  private int write(CutTree.Node node, int position, double rareWeight, double prior) {
    return switch (node) {
      case CutTree.Inner inner -> {
        feature[position] = inner.feature();
        number[position] = inner.cut();
        falseChild[position] = write(inner.atMost(), position + 1, rareWeight, prior);
        yield write(inner.above(), falseChild[position], rareWeight, prior);
      }
      case CutTree.Leaf leaf -> {
        double rare = rareWeight * leaf.rareRows();
        feature[position] = LEAF;
        number[position] = (rare + prior) / (rare + leaf.size() - leaf.rareRows() + 1);
        yield position + 1;
      }
    };
  }

  /** Adds each row's leaf probability to its score. */
  void addScores(FeatureMatrix features, double[] scores) {
    for (int row = 0; row < scores.length; row++) {
      int node = 0;
      while (feature[node] != LEAF) {
        node = features.column(feature[node])[row] <= number[node] ? node + 1 : falseChild[node];
      }
      scores[row] += number[node];
    }
  }
}

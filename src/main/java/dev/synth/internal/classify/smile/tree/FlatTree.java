package dev.synth.internal.classify.smile.tree;

/**
 * A grown tree as arrays, one entry a node, the root first and each true child right behind its
 * parent: what scoring needs, and no more.
 */
final class FlatTree {
  /** The feature that a node cuts; any for a leaf. */
  private final int[] feature;

  /** A node's cut, or a leaf's probability of the rare class. */
  private final double[] number;

  /** Where a row goes whose feature is at most the cut; the leaf itself for a leaf. */
  private final int[] trueChild;

  /** How much further a row goes whose feature is above the cut; 0 for a leaf. */
  private final int[] jump;

  private FlatTree(int nodes) {
    feature = new int[nodes];
    number = new double[nodes];
    trueChild = new int[nodes];
    jump = new int[nodes];
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
        number[position] = inner.cut() + 0.0; // -0 becomes 0
        trueChild[position] = position + 1;
        int falseChild = write(inner.atMost(), position + 1, rareWeight, prior);
        jump[position] = falseChild - position - 1;
        yield write(inner.above(), falseChild, rareWeight, prior);
      }
      case CutTree.Leaf leaf -> {
        double rare = rareWeight * leaf.rareRows();
        trueChild[position] = position;
        number[position] = (rare + prior) / (rare + leaf.size() - leaf.rareRows() + 1);
        yield position + 1;
      }
    };
  }

  /**
   * Adds each row's leaf probability to its score.
   *
   * <p>Four rows go down together, and without a branch that depends on them, since which way a row
   * goes is what a processor cannot guess. A leaf leads to itself until all four are at one.
   *
   * @param rows row after row, without NaN and negative zeros
   * @param width how many numbers a row has
   * @param first which score is that of the first row
   */
  void addScores(double[] rows, int width, int count, double[] scores, int first) {
    int row = 0;
    for (; row + 4 <= count; row += 4) {
      int start = row * width;
      int a = 0;
      int b = 0;
      int c = 0;
      int d = 0;
      while ((jump[a] | jump[b] | jump[c] | jump[d]) != 0) {
        a = next(a, rows[start + feature[a]]);
        b = next(b, rows[start + width + feature[b]]);
        c = next(c, rows[start + 2 * width + feature[c]]);
        d = next(d, rows[start + 3 * width + feature[d]]);
      }
      scores[first + row] += number[a];
      scores[first + row + 1] += number[b];
      scores[first + row + 2] += number[c];
      scores[first + row + 3] += number[d];
    }
    for (; row < count; row++) {
      int node = 0;
      while (jump[node] != 0) {
        node = next(node, rows[row * width + feature[node]]);
      }
      scores[first + row] += number[node];
    }
  }

  /** Returns where a value leads: the sign of the cut less the value tells which is larger. */
  private int next(int node, double value) {
    int above = (int) (Double.doubleToRawLongBits(number[node] - value) >> 63); // -1 or 0
    return trueChild[node] + (above & jump[node]);
  }
}

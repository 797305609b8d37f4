package dev.synth.internal.classify.smile.tree;

import dev.synth.internal.classify.explain.TreeShap;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.stored.ClassifierInput;
import java.util.Arrays;
import java.util.List;

/**
 * A grown tree as arrays, one entry a node, the root first and each true child right behind its
 * parent: what scoring needs, and no more.
 */
public final class FlatTree {
  /** In the place of a leaf's feature. */
  public static final int LEAF = -1;

  /** The count of numbers that are scored at a time: these stay in a near cache beside a tree. */
  private static final int BLOCK_NUMBERS = 1 << 15;

  private static final int LEAST_BLOCK = 64;

  /** The feature that a node cuts; any for a leaf. */
  private final int[] feature;

  /** A node's cut, or a leaf's probability of the rare class; no negative zero. */
  private final double[] number;

  /** The next node of a row whose feature is at most the cut; the leaf itself for a leaf. */
  private final int[] trueChild;

  /** The extra step of a row whose feature is above the cut; 0 for a leaf. */
  private final int[] jump;

  /** The fitted rows that came to a node; no entries where that is not known. */
  private final int[] cover;

  private FlatTree(int nodes, boolean isCovered) {
    cover = new int[isCovered ? nodes : 0];
    feature = new int[nodes];
    number = new double[nodes];
    trueChild = new int[nodes];
    jump = new int[nodes];
  }

  /**
   * A tree of given arrays, one entry a node.
   *
   * @param feature the feature that a node cuts, or {@link #LEAF}
   * @param number a node's cut, or what a leaf adds
   * @param falseChild where a row goes whose feature is above the cut
   * @param cover the fitted rows that came to a node; empty where that is not known
   * @throws IllegalArgumentException if they are no tree, or look at a feature that there isn't
   */
  public FlatTree(int[] feature, double[] number, int[] falseChild, int[] cover, int width) {
    this(feature.length, cover.length > 0);
    ClassifierInput.require(
        feature.length > 0
            && number.length == feature.length
            && falseChild.length == feature.length
            && (cover.length == 0 || cover.length == feature.length),
        "a tree's arrays have other sizes");
    ClassifierInput.require(
        Arrays.stream(cover).allMatch(rows -> rows >= 0), "a tree's node has fewer than no rows");
    System.arraycopy(cover, 0, this.cover, 0, cover.length);
    for (int node = 0; node < feature.length; node++) {
      boolean isLeaf = feature[node] == LEAF;
      boolean isInner =
          feature[node] >= 0
              && feature[node] < width
              && falseChild[node] > node + 1
              && falseChild[node] < feature.length;
      ClassifierInput.require(isLeaf || isInner, "node " + node + " of a tree is damaged");
      if (isLeaf) {
        leaf(node, number[node]);
      } else {
        cut(node, feature[node], number[node], falseChild[node]);
      }
    }
  }

  private void leaf(int node, double says) {
    number[node] = says + 0.0;
    trueChild[node] = node;
  }

  private void cut(int node, int cuts, double at, int falseChild) {
    feature[node] = cuts;
    number[node] = at + 0.0; // -0 becomes 0
    trueChild[node] = node + 1;
    jump[node] = falseChild - node - 1;
  }

  /** Returns the features as files have them, {@link #LEAF} for a leaf. */
  int[] storedFeatures() {
    int[] stored = feature.clone();
    for (int node = 0; node < stored.length; node++) {
      stored[node] = jump[node] == 0 ? LEAF : stored[node];
    }
    return stored;
  }

  /** Returns the nodes' cuts and the leaves' probabilities. */
  double[] storedNumbers() {
    return number.clone();
  }

  /** Returns the fitted rows that came to each node; empty where that is not known. */
  int[] storedCover() {
    return cover.clone();
  }

  /** Returns the next nodes of rows above the cuts, 0 for a leaf. */
  int[] storedFalseChildren() {
    int[] stored = new int[jump.length];
    for (int node = 0; node < stored.length; node++) {
      stored[node] = jump[node] == 0 ? 0 : trueChild[node] + jump[node];
    }
    return stored;
  }

  static FlatTree of(CutTree.Node root, double rareWeight, double prior) {
    FlatTree tree = new FlatTree(2 * root.leaves() - 1, true);
    tree.write(root, 0, rareWeight, prior);
    return tree;
  }

  /** Writes a node and all below it from a position on, and returns the next free position. */
  private int write(CutTree.Node node, int position, double rareWeight, double prior) {
    return switch (node) {
      case CutTree.Inner inner -> {
        int falseChild = write(inner.atMost(), position + 1, rareWeight, prior);
        cut(position, inner.feature(), inner.cut(), falseChild);
        int next = write(inner.above(), falseChild, rareWeight, prior);
        cover[position] = cover[position + 1] + cover[falseChild];
        yield next;
      }
      case CutTree.Leaf leaf -> {
        double rare = rareWeight * leaf.rareRows();
        leaf(position, (rare + prior) / (rare + leaf.size() - leaf.rareRows() + 1));
        cover[position] = leaf.size();
        yield position + 1;
      }
    };
  }

  /** Adds what each row's leaf says in each tree, times a factor, to its score, tree by tree. */
  public static void addScores(
      List<FlatTree> trees, FeatureMatrix features, double[] scores, double factor) {
    int width = features.width();
    int most = Math.max(LEAST_BLOCK, BLOCK_NUMBERS / Math.max(1, width));
    double[] block = new double[Math.min(most, scores.length) * width];
    for (int first = 0; first < scores.length; first += most) {
      int count = Math.min(most, scores.length - first);
      RowBlock rows = RowBlock.filled(block, features, first, count);
      for (FlatTree tree : trees) {
        tree.addScores(rows, scores, factor);
      }
    }
  }

  /**
   * Adds what each row's leaf says.
   *
   * <p>Four rows go down together, and without a branch that depends on them, since which way a row
   * goes is what a processor cannot guess. A leaf leads to itself until all four are at one.
   */
  private void addScores(RowBlock block, double[] scores, double factor) {
    double[] rows = block.rows();
    int width = block.width();
    int first = block.first();
    int count = block.count();
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
      int to = first + row;
      scores[to] += factor * number[a];
      scores[to + 1] += factor * number[b];
      scores[to + 2] += factor * number[c];
      scores[to + 3] += factor * number[d];
    }
    for (; row < count; row++) {
      int node = 0;
      while (jump[node] != 0) {
        node = next(node, rows[row * width + feature[node]]);
      }
      scores[first + row] += factor * number[node];
    }
  }

  /** Returns whether a value goes to a node's true child. */
  boolean isAtMost(int node, double value) {
    return value <= number[node];
  }

  /** Returns the tree as reasons need it. */
  TreeShap.Tree covered() {
    return new TreeShap.Tree() {
      @Override
      public boolean isLeaf(int node) {
        return jump[node] == 0;
      }

      @Override
      public int feature(int node) {
        return feature[node];
      }

      @Override
      public int first(int node) {
        return trueChild[node];
      }

      @Override
      public int second(int node) {
        return trueChild[node] + jump[node];
      }

      @Override
      public double cover(int node) {
        return cover[node];
      }

      @Override
      public double output(int node) {
        return number[node];
      }
    };
  }

  /** Returns where a value leads: the sign of the cut less the value tells which is larger. */
  private int next(int node, double value) {
    int above = (int) (Double.doubleToRawLongBits(number[node] - value) >> 63); // -1 or 0
    return trueChild[node] + (above & jump[node]);
  }
}

package dev.synth.internal.generate.forest;

import dev.synth.base.RandomStream;
import dev.synth.internal.generate.forest.DensityCutSearch.Cut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Grows one tree that tells real from synthetic rows. At every node the square root of the number
 * of features is looked at, and more of them until one can cut the node.
 *
 * <p>Rows out of the bag go down the tree with the others but have no say in its cuts. Every leaf
 * keeps the least number of different real rows, in the bag or not, so that nothing has to be
 * pruned afterwards.
 */
final class TreeGrower {
  private final TreeRows rows;
  private final RandomStream stream;
  private final DensityCutSearch search;
  private final int[] index;
  private final int[] moved;
  private final int[] leafOf;
  private final List<LeafTree.Leaf> leaves = new ArrayList<>();
  private final List<Double> realShares = new ArrayList<>();

  private TreeGrower(TreeRows rows, int minimumLeafRows, RandomStream stream) {
    this.rows = rows;
    this.stream = stream;
    search = new DensityCutSearch(rows, minimumLeafRows);
    index = new int[rows.rowCount()];
    Arrays.setAll(index, row -> row);
    moved = new int[index.length];
    leafOf = new int[index.length];
  }

  /**
   * A grown tree.
   *
   * @param tree its leaves
   * @param realShares for each leaf the real rows' share of the drawn rows, ½ where there are none
   */
  record Grown(LeafTree tree, List<Double> realShares) {
    Grown {
      realShares = List.copyOf(realShares);
    }
  }

  static Grown grow(TreeRows rows, int minimumLeafRows, RandomStream stream) {
    TreeGrower grower = new TreeGrower(rows, minimumLeafRows, stream);
    double[] lower = new double[rows.scalarCount()];
    double[] upper = new double[rows.scalarCount()];
    Arrays.fill(lower, -LeafTree.UNBOUNDED);
    Arrays.fill(upper, LeafTree.UNBOUNDED);
    grower.split(0, grower.index.length, lower, upper);
    return new Grown(new LeafTree(grower.leaves, grower.leafOf), grower.realShares);
  }

  private void split(int from, int to, double[] lower, double[] upper) {
    Cut cut = bestCut(from, to);
    if (cut == null) {
      addLeaf(from, to, lower, upper);
      return;
    }
    int scalar = rows.scalarOf(cut.feature());
    double[] leftUpper = upper;
    double[] rightLower = lower;
    if (scalar >= 0) {
      double threshold = threshold(cut, scalar, from, to);
      leftUpper = upper.clone();
      rightLower = lower.clone();
      leftUpper[scalar] = threshold;
      rightLower[scalar] = threshold;
    }
    int middle = part(cut, from, to);
    split(from, middle, lower, leftUpper);
    split(middle, to, rightLower, upper);
  }

  private @Nullable Cut bestCut(int from, int to) {
    int[] features = stream.permutation(rows.featureCount());
    int looked = (int) Math.sqrt(features.length);
    Cut best = null;
    for (int i = 0; i < features.length && (i < looked || best == null); i++) {
      Cut cut = search.best(features[i], index, from, to);
      if (cut != null && (best == null || cut.gain() > best.gain())) {
        best = cut;
      }
    }
    return best;
  }

  /** Returns the middle between the numbers on both sides of a cut, in single precision. */
  private double threshold(Cut cut, int scalar, int from, int to) {
    int[] codes = rows.codes(cut.feature());
    double below = -LeafTree.UNBOUNDED;
    double above = LeafTree.UNBOUNDED;
    for (int i = from; i < to; i++) {
      double number = rows.number(scalar, index[i]);
      if (Double.isNaN(number)) {
        continue;
      }
      if (codes[index[i]] <= cut.code()) {
        below = Math.max(below, number);
      } else {
        above = Math.min(above, number);
      }
    }
    if (below == -LeafTree.UNBOUNDED) {
      return below; // the cut parts rows without a number from rows with one, and bounds none
    }
    double middle = (float) ((below + above) / 2);
    return middle < above ? middle : below;
  }

  private int part(Cut cut, int from, int to) {
    int[] codes = rows.codes(cut.feature());
    int left = from;
    int right = 0;
    for (int i = from; i < to; i++) {
      if (cut.isLeft().test(codes[index[i]])) {
        index[left++] = index[i];
      } else {
        moved[right++] = index[i];
      }
    }
    System.arraycopy(moved, 0, index, left, right);
    return left;
  }

  private void addLeaf(int from, int to, double[] lower, double[] upper) {
    int[] real = new int[to - from];
    int count = 0;
    double realWeight = 0;
    double weight = 0;
    for (int i = from; i < to; i++) {
      int row = index[i];
      leafOf[row] = leaves.size();
      weight += rows.weight(row);
      if (rows.isReal(row)) {
        real[count++] = row;
        realWeight += rows.weight(row);
      }
    }
    leaves.add(new LeafTree.Leaf(Arrays.stream(real, 0, count).sorted().toArray(), lower, upper));
    realShares.add(weight == 0 ? 0.5 : realWeight / weight);
  }
}

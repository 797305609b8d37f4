package dev.synth.internal.classify.smile.tree;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.explain.TreeShap;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.RowEncoder;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A grown tree as arrays, one entry a node, the root first and each true child right behind its
 * parent: what scoring needs, and no more.
 */
public final class FlatTree {
  /** In the place of a leaf's feature. */
  public static final int LEAF = -1;

  /** Rows are scored so many numbers at a time, which stay in a near cache beside a tree. */
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

  private int[] storedFeatures() {
    int[] stored = feature.clone();
    for (int node = 0; node < stored.length; node++) {
      stored[node] = jump[node] == 0 ? LEAF : stored[node];
    }
    return stored;
  }

  private int[] storedFalseChildren() {
    int[] stored = new int[jump.length];
    for (int node = 0; node < stored.length; node++) {
      stored[node] = jump[node] == 0 ? 0 : trueChild[node] + jump[node];
    }
    return stored;
  }

  /** Writes trees one behind the other into an object's arrays. */
  public static void write(List<FlatTree> trees, ObjectNode json, ClassifierOutput output) {
    json.put("sizes", output.put(trees.stream().mapToInt(tree -> tree.feature.length).toArray()));
    json.put("feature", output.put(joined(trees, FlatTree::storedFeatures)));
    json.put(
        "number",
        output.put(trees.stream().flatMapToDouble(tree -> Arrays.stream(tree.number)).toArray()));
    json.put("false_child", output.put(joined(trees, FlatTree::storedFalseChildren)));
    json.put("cover", output.put(joined(trees, tree -> tree.cover)));
  }

  private static int[] joined(List<FlatTree> trees, Function<FlatTree, int[]> part) {
    return trees.stream().flatMapToInt(tree -> Arrays.stream(part.apply(tree))).toArray();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param width the number of features
   */
  public static List<FlatTree> read(JsonFields json, ClassifierInput input, int width) {
    int[] feature = input.ints(json, "feature");
    double[] number = input.doubles(json, "number");
    int[] falseChild = input.ints(json, "false_child");
    int[] cover = json.json().has("cover") ? input.ints(json, "cover") : new int[0];
    List<FlatTree> trees = new ArrayList<>();
    int from = 0;
    for (int size : input.ints(json, "sizes")) {
      ClassifierInput.require(
          size > 0
              && size <= feature.length - from
              && size <= number.length - from
              && size <= falseChild.length - from
              && (cover.length == 0 || size <= cover.length - from),
          "a tree is cut off");
      trees.add(
          new FlatTree(
              Arrays.copyOfRange(feature, from, from + size),
              Arrays.copyOfRange(number, from, from + size),
              Arrays.copyOfRange(falseChild, from, from + size),
              cover.length == 0 ? cover : Arrays.copyOfRange(cover, from, from + size),
              width));
      from += size;
    }
    return List.copyOf(trees);
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
      fill(block, features, first, count);
      for (FlatTree tree : trees) {
        tree.addScores(new RowBlock(block, width, first, count), scores, factor);
      }
    }
  }

  private static void fill(double[] block, FeatureMatrix features, int first, int count) {
    int width = features.width();
    for (int column = 0; column < width; column++) {
      double[] values = features.column(column);
      for (int row = 0; row < count; row++) {
        double value = values[first + row] + 0.0; // -0 becomes 0
        block[row * width + column] = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
      }
    }
  }

  /**
   * Some rows.
   *
   * @param rows row after row, without NaN and negative zeros
   * @param width how many numbers a row has
   * @param first which score is that of the first row
   * @param count how many rows there are
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record RowBlock(double[] rows, int width, int first, int count) {}

  /**
   * Adds what each row's leaf says.
   *
   * <p>Four rows go down together, and without a branch that depends on them, since which way a row
   * goes is what a processor cannot guess. A leaf leads to itself until all four are at one.
   */
  private void addScores(RowBlock block, double[] scores, double factor) {
    double[] rows = block.rows;
    int width = block.width;
    int row = 0;
    for (; row + 4 <= block.count; row += 4) {
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
      int to = block.first + row;
      scores[to] += factor * number[a];
      scores[to + 1] += factor * number[b];
      scores[to + 2] += factor * number[c];
      scores[to + 3] += factor * number[d];
    }
    for (; row < block.count; row++) {
      int node = 0;
      while (jump[node] != 0) {
        node = next(node, rows[row * width + feature[node]]);
      }
      scores[block.first + row] += factor * number[node];
    }
  }

  /**
   * Returns what each number of the rows adds to the sum of what their leaves say, and the sum of a
   * row of which nothing is known as the base.
   *
   * @param factor multiplies what leaves say
   * @throws IllegalArgumentException if it is not known how many rows came to the nodes
   */
  public static Contributions explain(
      List<FlatTree> trees,
      RowEncoder encoder,
      Table rows,
      Contributions.MarginScale scale,
      double factor) {
    FeatureMatrix features = encoder.encode(rows);
    double[][] values = new double[features.rowCount()][features.width()];
    double base = 0;
    for (FlatTree tree : trees) {
      ClassifierInput.require(
          tree.cover.length > 0,
          "the model was fitted by a synth that kept no reasons; fit it again");
      TreeShap shap = new TreeShap(tree.covered());
      base += factor * shap.expected();
      for (int row = 0; row < values.length; row++) {
        int own = row;
        shap.add(
            node -> features.column(tree.feature[node])[own] <= tree.number[node],
            factor,
            values[row]);
      }
    }
    return new Contributions(scale, encoder.columns(), base, List.of(values));
  }

  private TreeShap.Tree covered() {
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

package dev.synth.internal.classify.smile.tree;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.internal.classify.stored.ClassifierOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A grown tree as arrays, one entry a node, the root first and each true child right behind its
 * parent: what scoring needs, and no more.
 */
public final class FlatTree {
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

  /**
   * A tree of given arrays, one entry a node.
   *
   * @param feature the feature that a node cuts, or −1 for a leaf
   * @param number a node's cut, or what a leaf adds
   * @param falseChild where a row goes whose feature is above the cut
   * @throws IllegalArgumentException if they are no tree, or look at a feature that there isn't
   */
  public FlatTree(int[] feature, double[] number, int[] falseChild, int width) {
    ClassifierInput.require(
        feature.length > 0
            && number.length == feature.length
            && falseChild.length == feature.length,
        "a tree's arrays have other sizes");
    for (int node = 0; node < feature.length; node++) {
      boolean isLeaf = feature[node] == LEAF;
      boolean isInner =
          feature[node] >= 0
              && feature[node] < width
              && falseChild[node] > node + 1
              && falseChild[node] < feature.length;
      ClassifierInput.require(isLeaf || isInner, "node " + node + " of a tree is damaged");
    }
    this.feature = feature.clone();
    this.number = number.clone();
    this.falseChild = falseChild.clone();
  }

  /** Writes trees one behind the other into an object's arrays. */
  public static void write(List<FlatTree> trees, ObjectNode json, ClassifierOutput output) {
    json.put("sizes", output.put(trees.stream().mapToInt(tree -> tree.feature.length).toArray()));
    json.put("feature", output.put(joined(trees, tree -> tree.feature)));
    json.put(
        "number",
        output.put(trees.stream().flatMapToDouble(tree -> Arrays.stream(tree.number)).toArray()));
    json.put("false_child", output.put(joined(trees, tree -> tree.falseChild)));
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
    List<FlatTree> trees = new ArrayList<>();
    int from = 0;
    for (int size : input.ints(json, "sizes")) {
      ClassifierInput.require(
          size > 0
              && size <= feature.length - from
              && size <= number.length - from
              && size <= falseChild.length - from,
          "a tree is cut off");
      trees.add(
          new FlatTree(
              Arrays.copyOfRange(feature, from, from + size),
              Arrays.copyOfRange(number, from, from + size),
              Arrays.copyOfRange(falseChild, from, from + size),
              width));
      from += size;
    }
    return List.copyOf(trees);
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

  /** Adds what each row's leaf says to its score. */
  public void addScores(FeatureMatrix features, double[] scores) {
    addScores(features, scores, 1);
  }

  /** Adds what each row's leaf says, times a factor, to its score. */
  public void addScores(FeatureMatrix features, double[] scores, double factor) {
    for (int row = 0; row < scores.length; row++) {
      int node = 0;
      while (feature[node] != LEAF) {
        node = features.column(feature[node])[row] <= number[node] ? node + 1 : falseChild[node];
      }
      scores[row] += factor * number[node];
    }
  }
}

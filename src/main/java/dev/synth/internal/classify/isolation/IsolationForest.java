package dev.synth.internal.classify.isolation;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.smile.tree.FlatTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An isolation forest (Liu, Ting and Zhou, "Isolation Forest", ICDM 2008): trees that cut a random
 * feature at a random place, in which rows unlike the others soon stand alone.
 *
 * <p>Written out here because Smile's draws from a normal distribution that all threads share, so
 * that a fit depends on the fits before it and beside it.
 */
public final class IsolationForest {
  private static final int TREES = 100;

  /** The paper's ψ: trees over more rows hide anomalies behind one another. */
  private static final int ROWS_A_TREE = 256;

  private static final double EULER_GAMMA = 0.5772156649015329;

  /** Leaves hold the expected depth of their rows. */
  private final List<FlatTree> trees;

  private final double meanDepth;

  private IsolationForest(List<FlatTree> trees, double meanDepth) {
    this.trees = trees;
    this.meanDepth = meanDepth;
  }

  /** A node of a tree. */
  private sealed interface Node {
    /** Returns how many nodes there are, this one and those below. */
    int size();

    /**
     * Rows that were not cut further.
     *
     * @param depth their expected depth, were they cut on
     */
    record Leaf(double depth) implements Node {
      @Override
      public int size() {
        return 1;
      }
    }

    /** A cut: rows below it on the left, the others on the right. */
    record Cut(int feature, double value, Node left, Node right, int size) implements Node {}
  }

  /**
   * Grows a forest.
   *
   * @param rows finite numbers, at least one row and one number in each
   */
  public static IsolationForest fit(double[][] rows, Seeds seeds) {
    int size = Math.min(ROWS_A_TREE, rows.length);
    int mostDepth = (int) Math.ceil(Math.log(size) / Math.log(2));
    List<FlatTree> trees = new ArrayList<>();
    for (int tree = 0; tree < TREES; tree++) {
      RandomStream stream = seeds.stream("tree/" + tree);
      int[] chosen = Arrays.copyOf(stream.permutation(rows.length), size);
      trees.add(flat(new TreeGrowth(rows, mostDepth, stream).grow(chosen, 0), rows[0].length));
    }
    return new IsolationForest(List.copyOf(trees), expectedDepth(size));
  }

  /** Rows at most at the next smaller number are those below a cut. */
  private static FlatTree flat(Node root, int width) {
    List<Node> nodes = new ArrayList<>();
    list(root, nodes);
    int[] feature = new int[nodes.size()];
    double[] number = new double[nodes.size()];
    int[] falseChild = new int[nodes.size()];
    for (int node = 0; node < feature.length; node++) {
      switch (nodes.get(node)) {
        case Node.Leaf leaf -> {
          feature[node] = FlatTree.LEAF;
          number[node] = leaf.depth();
        }
        case Node.Cut cut -> {
          feature[node] = cut.feature();
          number[node] = Math.nextDown(cut.value());
          falseChild[node] = node + 1 + cut.left().size();
        }
      }
    }
    return new FlatTree(feature, number, falseChild, new int[0], width);
  }

  private static void list(Node node, List<Node> into) {
    into.add(node);
    if (node instanceof Node.Cut cut) {
      list(cut.left(), into);
      list(cut.right(), into);
    }
  }

  /** Equation 1 of the paper: the mean depth of a search in a tree over a number of rows. */
  private static double expectedDepth(int rows) {
    if (rows <= 2) {
      return rows - 1;
    }
    return 2 * (Math.log(rows - 1) + EULER_GAMMA) - 2.0 * (rows - 1) / rows;
  }

  /** Grows one tree. */
  private static final class TreeGrowth {
    private final double[][] rows;
    private final int mostDepth;
    private final RandomStream stream;

    TreeGrowth(double[][] rows, int mostDepth, RandomStream stream) {
      this.rows = rows;
      this.mostDepth = mostDepth;
      this.stream = stream;
    }

    Node grow(int[] chosen, int depth) {
      int[] varying = varying(chosen);
      if (depth >= mostDepth || varying.length == 0) {
        return new Node.Leaf(depth + expectedDepth(chosen.length));
      }
      int feature = varying[stream.nextInt(varying.length)];
      double least =
          Arrays.stream(chosen).mapToDouble(row -> rows[row][feature]).min().getAsDouble();
      double most =
          Arrays.stream(chosen).mapToDouble(row -> rows[row][feature]).max().getAsDouble();
      double share = stream.nextDouble();
      double value = Math.max(Math.nextUp(least), least * (1 - share) + most * share);
      int[] left = Arrays.stream(chosen).filter(row -> rows[row][feature] < value).toArray();
      int[] right = Arrays.stream(chosen).filter(row -> rows[row][feature] >= value).toArray();
      Node below = grow(left, depth + 1);
      Node rest = grow(right, depth + 1);
      return new Node.Cut(feature, value, below, rest, 1 + below.size() + rest.size());
    }

    /** The features in which the rows differ; the others could not be cut. */
    private int[] varying(int[] chosen) {
      double[] first = rows[chosen[0]];
      return IntStream.range(0, first.length)
          .filter(
              feature ->
                  Arrays.stream(chosen).anyMatch(row -> rows[row][feature] != first[feature]))
          .toArray();
    }
  }

  /** Returns equation 2 of the paper for each row: in (0, 1), about ½ for a row like the others. */
  public double[] score(FeatureMatrix rows) {
    double[] scores = new double[rows.rowCount()];
    FlatTree.addScores(trees, rows, scores, 1);
    for (int row = 0; row < scores.length; row++) {
      scores[row] = meanDepth > 0 ? Math.pow(2, -scores[row] / trees.size() / meanDepth) : 0.5;
    }
    return scores;
  }
}

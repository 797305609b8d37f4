package dev.synth.internal.classify.explain;

import java.util.concurrent.CancellationException;

/**
 * Exact Shapley values of a tree's output, path-dependent: TreeSHAP, algorithm 2 of Lundberg, Erion
 * and Lee, "Consistent individualized feature attribution for tree ensembles" (2018,
 * arXiv:1802.03888).
 *
 * <p>A feature that is not known is averaged over: at a node that looks at it, both ways are gone,
 * each by its share of the cover. The values of all features and {@link #expected} add up to the
 * output of the leaf that the row comes to. The time is in proportion to leaves times the square of
 * the depth.
 */
public final class TreeShap {
  private final Tree tree;
  private final int most;
  private final double expected;

  // one path for each depth, which a deeper one copies before it changes it
  private final int[][] features;
  private final double[][] zeros;
  private final double[][] ones;
  private final double[][] weights;

  private double factor;
  private double[] values = new double[0];
  private Router router = node -> true;

  /** A binary tree whose nodes are numbered, the root 0. */
  public interface Tree {
    /** Returns whether a node is a leaf. */
    boolean isLeaf(int node);

    /** Returns the feature at which a node looks. */
    int feature(int node);

    /** Returns the first child. */
    int first(int node);

    /** Returns the second child. */
    int second(int node);

    /** Returns the weight of the fitted rows that came to a node, at least 0. */
    double cover(int node);

    /** Returns the output of a leaf. */
    double output(int node);
  }

  /** The way of a row. */
  public interface Router {
    /** Returns whether the row goes from a node to its first child. */
    boolean toFirst(int node);
  }

  /** The values of a tree; not for several threads. */
  public TreeShap(Tree tree) {
    this.tree = tree;
    this.most = depth(0) + 2;
    this.expected = expected(0);
    features = new int[most][most];
    zeros = new double[most][most];
    ones = new double[most][most];
    weights = new double[most][most];
  }

  private int depth(int node) {
    return tree.isLeaf(node) ? 0 : 1 + Math.max(depth(tree.first(node)), depth(tree.second(node)));
  }

  private double expected(int node) {
    if (tree.isLeaf(node)) {
      return tree.output(node);
    }
    double share = share(node);
    return share * expected(tree.first(node)) + (1 - share) * expected(tree.second(node));
  }

  /** Returns the share of the cover that goes to the first child; one half where there is none. */
  private double share(int node) {
    double first = tree.cover(tree.first(node));
    double both = first + tree.cover(tree.second(node));
    return both > 0 ? first / both : 0.5;
  }

  /** Returns the output of a row of which nothing is known. */
  public double expected() {
    return expected;
  }

  /**
   * Adds the values of a row's features, times a factor.
   *
   * @param into one entry a feature
   * @throws CancellationException if the thread is interrupted
   */
  public void add(Router row, double times, double[] into) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
    router = row;
    factor = times;
    values = into;
    walk(0, 0, 0, 1, 1, -1);
  }

  /**
   * Goes down from a node.
   *
   * @param depth how deep the node is, which says whose path is its own
   * @param length how many features are on the parent's path
   * @param zero the share of rows that would come here, were the feature not known
   * @param one whether the row comes here, as far as the feature says
   * @param feature that led here; −1 for the root
   */
  private void walk(int node, int depth, int length, double zero, double one, int feature) {
    if (depth > 0) {
      System.arraycopy(features[depth - 1], 0, features[depth], 0, length);
      System.arraycopy(zeros[depth - 1], 0, zeros[depth], 0, length);
      System.arraycopy(ones[depth - 1], 0, ones[depth], 0, length);
      System.arraycopy(weights[depth - 1], 0, weights[depth], 0, length);
    }
    int count = extend(depth, length, zero, one, feature);
    if (tree.isLeaf(node)) {
      leaf(depth, count, factor * tree.output(node));
      return;
    }
    int cut = tree.feature(node);
    double knownZero = 1;
    double knownOne = 1;
    for (int i = 1; i < count; i++) {
      if (features[depth][i] == cut) {
        knownZero = zeros[depth][i];
        knownOne = ones[depth][i];
        count = unwind(depth, count, i);
        break;
      }
    }
    boolean first = router.toFirst(node);
    double share = share(node);
    branch(tree.first(node), depth, count, knownZero * share, first ? knownOne : 0, cut);
    branch(tree.second(node), depth, count, knownZero * (1 - share), first ? 0 : knownOne, cut);
  }

  /** A way that neither this row nor any fitted one goes has no weight. */
  private void branch(int node, int depth, int count, double zero, double one, int feature) {
    if (zero > 0 || one > 0) {
      walk(node, depth + 1, count, zero, one, feature);
    }
  }

  /** Lengthens a path by a feature: weights[i] is the weight of the subsets of i features. */
  private int extend(int depth, int length, double zero, double one, int feature) {
    double[] weight = weights[depth];
    features[depth][length] = feature;
    zeros[depth][length] = zero;
    ones[depth][length] = one;
    weight[length] = length == 0 ? 1 : 0;
    for (int i = length - 1; i >= 0; i--) {
      weight[i + 1] += one * weight[i] * (i + 1) / (length + 1);
      weight[i] = zero * weight[i] * (length - i) / (length + 1);
    }
    return length + 1;
  }

  /** Takes a feature off a path, as if it had never been on it. */
  private int unwind(int depth, int count, int place) {
    double[] weight = weights[depth];
    double zero = zeros[depth][place];
    double one = ones[depth][place];
    double next = weight[count - 1];
    for (int i = count - 2; i >= 0; i--) {
      if (one != 0) {
        double before = weight[i];
        weight[i] = next * count / ((i + 1) * one);
        next = before - weight[i] * zero * (count - 1 - i) / count;
      } else {
        weight[i] = weight[i] * count / (zero * (count - 1 - i));
      }
    }
    for (int i = place; i < count - 1; i++) {
      features[depth][i] = features[depth][i + 1];
      zeros[depth][i] = zeros[depth][i + 1];
      ones[depth][i] = ones[depth][i + 1];
    }
    return count - 1;
  }

  private void leaf(int depth, int count, double output) {
    for (int place = 1; place < count; place++) {
      double difference = ones[depth][place] - zeros[depth][place];
      values[features[depth][place]] += sumWithout(depth, count, place) * difference * output;
    }
  }

  /** Returns the sum of the weights that a path has without one of its features. */
  private double sumWithout(int depth, int count, int place) {
    double[] weight = weights[depth];
    double zero = zeros[depth][place];
    double one = ones[depth][place];
    double next = weight[count - 1];
    double sum = 0;
    for (int i = count - 2; i >= 0; i--) {
      if (one != 0) {
        double own = next * count / ((i + 1) * one);
        sum += own;
        next = weight[i] - own * zero * (count - 1 - i) / count;
      } else {
        sum += weight[i] * count / (zero * (count - 1 - i));
      }
    }
    return sum;
  }
}

package dev.synth.internal.classify.xgboost;

import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.explain.TreeShap;
import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Boosted trees as flat arrays, which give the margins that XGBoost gives, to the bit: the base,
 * then every tree's leaf added in single precision, in the order of the trees.
 *
 * <p>Rows go down a tree four at a time and without a branch in the code, since which way a row
 * goes is what a processor cannot guess. A leaf leads to itself, so that all rows take as many
 * steps as the tree is deep. The arrays are read only, and any number of threads can score at once.
 */
final class MarginTrees {
  /** So many rows at a time, so that they and a tree's nodes stay in the nearest cache. */
  private static final int BLOCK = 64;

  private static final int TOGETHER = 4;

  private final int width;
  private final float base;

  /** The place of each tree's root, and the number of steps to its deepest leaf. */
  private final int[] roots;

  private final int[] depths;

  /** The feature that a node cuts; behind the last feature for a leaf. */
  private final int[] feature;

  /** A node's cut, or what a leaf adds to the margin. */
  private final float[] number;

  /** The next node of a row whose feature is at the cut or above; one further where it is below. */
  private final int[] child;

  /** The nodes at which a row whose feature is missing goes below the cut. */
  private final boolean[] missingBelow;

  /** The sum of the second derivatives of the fitted rows that came to a node. */
  private final float[] cover;

  /** The arrays that {@link #links} gives, made at its first call: a row alone takes less time. */
  private volatile long @Nullable [] complete;

  private volatile long @Nullable [] withMissing;

  private MarginTrees(int width, float base, int[] roots, int[] depths, int nodes) {
    this.width = width;
    this.base = base;
    this.roots = roots;
    this.depths = depths;
    feature = new int[nodes];
    number = new float[nodes];
    child = new int[nodes];
    missingBelow = new boolean[nodes];
    cover = new float[nodes];
  }

  private MarginTrees(MarginTrees trees, float base) {
    width = trees.width;
    this.base = base;
    roots = trees.roots;
    depths = trees.depths;
    feature = trees.feature;
    number = trees.number;
    child = trees.child;
    missingBelow = trees.missingBelow;
    cover = trees.cover;
  }

  /**
   * Returns the trees of a model, with the base that the model's text gives.
   *
   * @param model in XGBoost's binary JSON
   * @param width how many features a row has
   */
  static MarginTrees of(byte[] model, int width) {
    Map<?, ?> learner = map(UbjsonReader.read(model), "learner");
    String share = part(map(learner, "learner_model_param"), "base_score", String.class);
    List<?> trees = part(map(map(learner, "gradient_booster"), "model"), "trees", List.class);
    List<int[]> lefts =
        trees.stream().map(tree -> part((Map<?, ?>) tree, "left_children", int[].class)).toList();
    int nodes = lefts.stream().mapToInt(left -> left.length).sum();
    MarginTrees all =
        new MarginTrees(
            width,
            logOdds(Float.parseFloat(share)),
            new int[trees.size()],
            new int[trees.size()],
            nodes);
    int next = 0;
    for (int tree = 0; tree < trees.size(); tree++) {
      all.roots[tree] = next;
      next = all.copy(tree, (Map<?, ?>) trees.get(tree));
    }
    return all;
  }

  private static Map<?, ?> map(Map<?, ?> of, String key) {
    return part(of, key, Map.class);
  }

  private static <T> T part(Map<?, ?> of, String key, Class<T> type) {
    Object value = of.get(key);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("XGBoost's model has no '" + key + "'");
    }
    return type.cast(value);
  }

  /** As XGBoost does, except that its logarithm is of single precision. */
  private static float logOdds(float share) {
    return (float) -StrictMath.log(1 / share - 1);
  }

  /** Copies a tree level by level, so that children stand side by side; returns the next place. */
  private int copy(int tree, Map<?, ?> model) {
    int[] left = part(model, "left_children", int[].class);
    int[] right = part(model, "right_children", int[].class);
    int[] cutFeature = part(model, "split_indices", int[].class);
    int[] defaultLeft = part(model, "default_left", int[].class);
    float[] numbers = part(model, "split_conditions", float[].class);
    float[] hessians = part(model, "sum_hessian", float[].class);
    int root = roots[tree];
    int[] queue = new int[left.length];
    int filled = 1; // the root is the first
    int levelEnd = 1;
    for (int i = 0; i < filled; i++) {
      if (i == levelEnd) {
        depths[tree]++;
        levelEnd = filled;
      }
      int node = queue[i];
      boolean leaf = left[node] < 0;
      int place = root + i;
      feature[place] = leaf ? width : cutFeature[node];
      number[place] = numbers[node] + 0f; // -0 becomes 0
      cover[place] = hessians[node];
      child[place] = leaf ? place : root + filled;
      missingBelow[place] = !leaf && defaultLeft[node] != 0;
      if (!leaf) {
        queue[filled++] = right[node];
        queue[filled++] = left[node];
      }
    }
    return root + filled;
  }

  /**
   * Returns the same trees on the base at which their margins are those of XGBoost.
   *
   * <p>XGBoost takes the logarithm of the base by the machine's own library, in single precision;
   * it may lie a few steps of a float away from the nearest one.
   *
   * @param rows some rows
   * @param margins what XGBoost gives for them
   * @throws IllegalStateException if no base near the present one gives the same
   */
  MarginTrees matching(FeatureMatrix rows, float[] margins) {
    float up = base;
    float down = base;
    for (int step = 0; step < 8; step++) {
      for (float candidate : new float[] {up, down}) {
        MarginTrees trees = new MarginTrees(this, candidate);
        if (Arrays.equals(trees.margins(rows), margins)) {
          return trees;
        }
      }
      up = Math.nextUp(up);
      down = Math.nextDown(down);
    }
    throw new IllegalStateException("XGBoost's margins are not the sums of its leaves");
  }

  /** Returns what every margin begins with. */
  float base() {
    return base;
  }

  /** Returns the same trees on another base. */
  MarginTrees onBase(float other) {
    return new MarginTrees(this, other);
  }

  /**
   * Returns these trees.
   *
   * @throws IllegalArgumentException if a node looks at a feature that there isn't, or holds no
   *     finite number
   */
  MarginTrees checked() {
    for (int node = 0; node < feature.length; node++) {
      if (feature[node] < 0
          || feature[node] > width
          || !Float.isFinite(number[node])
          || !(cover[node] >= 0)) {
        throw new IllegalArgumentException("node " + node + " of the trees is damaged");
      }
    }
    return this;
  }

  /** Returns each row's margin; NaN where a number is missing. */
  float[] margins(FeatureMatrix features) {
    float[] margins = new float[features.rowCount()];
    Arrays.fill(margins, base);
    boolean missing = hasMissing(features);
    int stride = (missing ? 2 * width : width) + 1;
    long[] links = links(missing);
    float[] block = new float[BLOCK * stride];
    for (int first = 0; first < margins.length; first += BLOCK) {
      int count = Math.min(BLOCK, margins.length - first);
      fill(block, stride, features, first, count, missing);
      for (int tree = 0; tree < roots.length; tree++) {
        add(tree, links, block, stride, margins, first, count);
      }
    }
    return margins;
  }

  private static boolean hasMissing(FeatureMatrix features) {
    for (int column = 0; column < features.width(); column++) {
      for (double value : features.column(column)) {
        if (Double.isNaN(value)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns for each node its child and, in the lower half, which number of a row it looks at.
   * Where numbers are missing, rows have each feature twice: missing ones below all cuts, and once
   * more above them; a leaf looks at what is behind all features.
   */
  private long[] links(boolean missing) {
    long[] known = missing ? withMissing : complete;
    if (known != null) {
      return known;
    }
    long[] links = made(missing); // several threads may make the same
    if (missing) {
      withMissing = links;
    } else {
      complete = links;
    }
    return links;
  }

  private long[] made(boolean missing) {
    long[] links = new long[feature.length];
    for (int node = 0; node < links.length; node++) {
      boolean second = missing && (feature[node] == width || !missingBelow[node]);
      links[node] = (long) child[node] << 32 | (second ? feature[node] + width : feature[node]);
    }
    return links;
  }

  private void fill(
      float[] block, int stride, FeatureMatrix features, int first, int count, boolean missing) {
    for (int column = 0; column < width; column++) {
      double[] values = features.column(column);
      for (int row = 0; row < count; row++) {
        float value = FeatureMatrix.single(values[first + row]) + 0f; // -0 becomes 0
        int at = row * stride + column;
        if (missing) {
          boolean none = Float.isNaN(value);
          block[at] = none ? Float.NEGATIVE_INFINITY : value;
          block[at + width] = none ? Float.POSITIVE_INFINITY : value;
        } else {
          block[at] = value;
        }
      }
    }
    for (int row = 0; row < count; row++) {
      block[row * stride + stride - 1] = Float.POSITIVE_INFINITY; // above whatever a leaf adds
    }
  }

  private void add(
      int tree, long[] links, float[] block, int stride, float[] margins, int first, int count) {
    int root = roots[tree];
    int depth = depths[tree];
    int row = 0;
    for (; row + TOGETHER <= count; row += TOGETHER) {
      int start = row * stride;
      int a = root;
      int b = root;
      int c = root;
      int d = root;
      for (int step = 0; step < depth; step++) {
        long toA = links[a];
        long toB = links[b];
        long toC = links[c];
        long toD = links[d];
        a = (int) (toA >> 32) + below(block[start + (int) toA], number[a]);
        b = (int) (toB >> 32) + below(block[start + stride + (int) toB], number[b]);
        c = (int) (toC >> 32) + below(block[start + 2 * stride + (int) toC], number[c]);
        d = (int) (toD >> 32) + below(block[start + 3 * stride + (int) toD], number[d]);
      }
      int to = first + row;
      margins[to] += number[a];
      margins[to + 1] += number[b];
      margins[to + 2] += number[c];
      margins[to + 3] += number[d];
    }
    for (; row < count; row++) {
      int node = root;
      for (int step = 0; step < depth; step++) {
        long to = links[node];
        node = (int) (to >> 32) + below(block[row * stride + (int) to], number[node]);
      }
      margins[first + row] += number[node];
    }
  }

  /**
   * Returns what each feature of the rows adds to their margins.
   *
   * @param names one a feature
   */
  Contributions explain(FeatureMatrix features, List<String> names) {
    double[][] values = new double[features.rowCount()][width];
    double expected = base;
    for (int tree = 0; tree < roots.length; tree++) {
      TreeShap shap = new TreeShap(new Covered(roots[tree]));
      expected += shap.expected();
      for (int row = 0; row < values.length; row++) {
        shap.add(router(roots[tree], features, row), 1, values[row]);
      }
    }
    return new Contributions(Contributions.MarginScale.LOG_ODDS, names, expected, List.of(values));
  }

  /** The way of a row; the first child of a node is that of rows at the cut or above. */
  private TreeShap.Router router(int root, FeatureMatrix features, int row) {
    return node -> {
      float value = FeatureMatrix.single(features.column(feature[root + node])[row]);
      return Float.isNaN(value) ? !missingBelow[root + node] : value >= number[root + node];
    };
  }

  /** One of the trees. */
  private final class Covered implements TreeShap.Tree {
    private final int root;

    Covered(int root) {
      this.root = root;
    }

    @Override
    public boolean isLeaf(int node) {
      return feature[root + node] == width;
    }

    @Override
    public int feature(int node) {
      return feature[root + node];
    }

    @Override
    public int first(int node) {
      return child[root + node] - root;
    }

    @Override
    public int second(int node) {
      return first(node) + 1;
    }

    @Override
    public double cover(int node) {
      return cover[root + node];
    }

    @Override
    public double output(int node) {
      return number[root + node];
    }
  }

  /** Returns 1 where a value is below a cut and 0 elsewhere: the sign of their difference. */
  private static int below(float value, float cut) {
    return Float.floatToRawIntBits(value - cut) >>> 31;
  }
}

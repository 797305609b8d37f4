package dev.synth.internal.classify.xgboost;

import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
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
  /**
   * The number of rows at a time, few enough that they and a tree's nodes stay in the nearest
   * cache.
   */
  private static final int BLOCK = 64;

  private static final int TOGETHER = 4;

  private final int width;
  private final float base;
  private final MarginNodes nodes;

  /** The nodes' arrays, which the loops over rows look at. */
  private final int[] roots;

  private final int[] depths;
  private final int[] feature;
  private final float[] number;
  private final int[] child;
  private final boolean[] missingBelow;

  /** The arrays that {@link #links} gives, made at its first call: a row alone takes less time. */
  private volatile long @Nullable [] complete;

  private volatile long @Nullable [] withMissing;

  /** Trees of a number of features, on a base. */
  MarginTrees(MarginNodes nodes, int width, float base) {
    this.nodes = nodes;
    this.width = width;
    this.base = base;
    roots = nodes.roots;
    depths = nodes.depths;
    feature = nodes.feature;
    number = nodes.number;
    child = nodes.child;
    missingBelow = nodes.missingBelow;
  }

  /**
   * Returns the trees of a model, with the base that the model's text gives.
   *
   * @param model in XGBoost's binary JSON
   * @param width how many features a row has
   */
  static MarginTrees of(byte[] model, int width) {
    return MarginTreeReader.read(model, width);
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
        MarginTrees trees = new MarginTrees(nodes, width, candidate);
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
    return new MarginTrees(nodes, width, other);
  }

  /**
   * Returns these trees.
   *
   * @throws IllegalArgumentException if a node looks at a feature that there isn't, or holds no
   *     finite number
   */
  MarginTrees checked() {
    nodes.check(width);
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
    return new MarginReasons(nodes, width, base).of(features, names);
  }

  /** Returns 1 where a value is below a cut and 0 elsewhere: the sign of their difference. */
  private static int below(float value, float cut) {
    return Float.floatToRawIntBits(value - cut) >>> 31;
  }
}

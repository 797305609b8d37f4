package dev.synth.internal.generate.forest;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cut of a node that parts real from synthetic rows best, by the decrease of Gini's
 * impurity (Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984).
 *
 * <p>Numbers are cut in their order, one that a row doesn't have standing below all others. Cases
 * are first put in the order of their share of real rows. Of all ways to part them in two, the best
 * is a cut in that order (their theorem 4.5), as long as no part has too few real rows.
 */
final class DensityCutSearch {
  private final TreeRows rows;
  private final int minimumLeafRows;
  private final long[] keys;
  private final int[] codes;
  private final int[] reals;
  private final double[] realWeights;
  private final double[] syntheticWeights;

  /**
   * A cut.
   *
   * @param feature the feature's position
   * @param gain how much less impure the node's parts are, above 0
   * @param isLeft which codes go to the left
   * @param code of a number, the largest code that goes left; else −1
   */
  record Cut(int feature, double gain, IntPredicate isLeft, int code) {}

  /**
   * A search.
   *
   * @param rows the tree's rows
   * @param minimumLeafRows the fewest real rows on each side of a cut
   */
  DensityCutSearch(TreeRows rows, int minimumLeafRows) {
    this.rows = rows;
    this.minimumLeafRows = minimumLeafRows;
    keys = new long[rows.rowCount()];
    codes = new int[rows.rowCount()];
    reals = new int[rows.rowCount()];
    realWeights = new double[rows.rowCount()];
    syntheticWeights = new double[rows.rowCount()];
  }

  /** Returns the best cut of a node's rows by a feature, or null if there is none. */
  @Nullable Cut best(int feature, int[] index, int from, int to) {
    int groups = group(rows.codes(feature), index, from, to);
    Integer[] order = new Integer[groups];
    Arrays.setAll(order, group -> group);
    boolean isChoice = rows.isChoice(feature);
    if (isChoice) {
      Arrays.sort(order, (a, b) -> Double.compare(realShare(a), realShare(b)));
    }
    int last = bestEnd(order);
    if (last < 0) {
      return null;
    }
    double gain = gainUpTo(order, last);
    if (!isChoice) {
      int code = codes[last];
      return new Cut(feature, gain, other -> other <= code, code);
    }
    BitSet left = new BitSet();
    for (int i = 0; i <= last; i++) {
      left.set(codes[order[i]]);
    }
    return new Cut(feature, gain, left::get, -1);
  }

  /** Sums up the rows of each code, by rising code, and returns how many codes there are. */
  private int group(int[] codeOf, int[] index, int from, int to) {
    for (int i = from; i < to; i++) {
      keys[i - from] = (long) codeOf[index[i]] << 32 | index[i];
    }
    Arrays.sort(keys, 0, to - from);
    int groups = 0;
    for (int i = 0; i < to - from; i++) {
      int code = (int) (keys[i] >>> 32);
      int row = (int) keys[i];
      if (groups == 0 || code != codes[groups - 1]) {
        codes[groups] = code;
        reals[groups] = 0;
        realWeights[groups] = 0;
        syntheticWeights[groups] = 0;
        groups++;
      }
      if (rows.isReal(row)) {
        reals[groups - 1]++;
        realWeights[groups - 1] += rows.weight(row);
      } else {
        syntheticWeights[groups - 1] += rows.weight(row);
      }
    }
    return groups;
  }

  /** A code that no drawn row has counts as even. */
  private double realShare(int group) {
    double weight = realWeights[group] + syntheticWeights[group];
    return weight == 0 ? 0.5 : realWeights[group] / weight;
  }

  /** Returns the position in the order of the last group on the left of the best cut, or −1. */
  private int bestEnd(Integer[] order) {
    int allReals = Arrays.stream(order).mapToInt(group -> reals[group]).sum();
    double[] total = weights(order, order.length - 1);
    double parent = spread(total[0], total[1]);
    double most = 1e-9 * parent; // tolerates rounding
    int best = -1;
    int left = 0;
    double real = 0;
    double synthetic = 0;
    for (int i = 0; i + 1 < order.length; i++) {
      left += reals[order[i]];
      real += realWeights[order[i]];
      synthetic += syntheticWeights[order[i]];
      if (left < minimumLeafRows || allReals - left < minimumLeafRows) {
        continue;
      }
      double gain =
          parent - spread(real, synthetic) - spread(total[0] - real, total[1] - synthetic);
      if (gain > most) {
        most = gain;
        best = i;
      }
    }
    return best;
  }

  private double gainUpTo(Integer[] order, int last) {
    double[] total = weights(order, order.length - 1);
    double[] left = weights(order, last);
    return spread(total[0], total[1])
        - spread(left[0], left[1])
        - spread(total[0] - left[0], total[1] - left[1]);
  }

  private double[] weights(Integer[] order, int last) {
    double[] weights = new double[2];
    for (int i = 0; i <= last; i++) {
      weights[0] += realWeights[order[i]];
      weights[1] += syntheticWeights[order[i]];
    }
    return weights;
  }

  /** Half the Gini impurity of a node, times the node's weight. */
  private static double spread(double real, double synthetic) {
    double weight = real + synthetic;
    return weight == 0 ? 0 : real * synthetic / weight;
  }
}

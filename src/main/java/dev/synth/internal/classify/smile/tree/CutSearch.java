package dev.synth.internal.classify.smile.tree;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import smile.math.MathEx;

/**
 * Finds the cut of one feature that lowers the weighted Gini impurity of a node most.
 *
 * <p>Not thread-safe: holds the counts of the node under search, which are zeros between searches.
 */
final class CutSearch {
  /** Where fewer than one code in so many occurs, as deep in a tree, sorting them is less work. */
  private static final int FEW = 8;

  private final ForestRows rows;
  private final int minimumLeafRows;
  private final int[] drawn;
  private final double[] drawnRare;
  private final int[] occurring;

  /**
   * A cut between two codes.
   *
   * @param code the largest code on the lower side
   * @param rowsAtMost how many drawn rows are on the lower side
   * @param gain how much weighted impurity the cut takes away, at least 0
   */
  record Cut(int code, int rowsAtMost, double gain) {}

  CutSearch(ForestRows rows, int minimumLeafRows) {
    this.rows = rows;
    this.minimumLeafRows = minimumLeafRows;
    int most = rows.codes().mostCodes();
    this.drawn = new int[most];
    this.drawnRare = new double[most];
    this.occurring = new int[most];
  }

  /**
   * Searches a feature.
   *
   * @param index the node's rows at the positions from {@code from} to before {@code to}
   * @param samples how often each row was drawn
   * @return the best cut, the lowest of equals, or null if there is none that leaves enough rows
   */
  @Nullable Cut best(int feature, CutTree.Leaf node, int[] index, int from, int to, int[] samples) {
    int codes = rows.codes().count(feature);
    int found = count(rows.codes().codes(feature), index, from, to, samples);
    if (FEW * found < codes) {
      Arrays.sort(occurring, 0, found);
      Cut best = best(node, occurring, found, codes);
      for (int i = 0; i < found; i++) {
        drawn[occurring[i]] = 0;
        drawnRare[occurring[i]] = 0;
      }
      return best;
    }
    int ascending = 0;
    for (int code = 0; code < codes; code++) {
      occurring[ascending] = code;
      ascending += drawn[code] > 0 ? 1 : 0;
    }
    Cut best = best(node, occurring, ascending, codes);
    Arrays.fill(drawn, 0, codes, 0);
    Arrays.fill(drawnRare, 0, codes, 0);
    return best;
  }

  /** Searches the codes that occur, in ascending order. */
  private @Nullable Cut best(CutTree.Leaf node, int[] ascending, int count, int codes) {
    double whole = spread(node);
    int below = 0;
    double rareBelow = 0;
    int bestCode = -1;
    int bestBelow = 0;
    double bestGain = 0;
    for (int i = 0; i < count && ascending[i] < codes - 1; i++) {
      int code = ascending[i];
      below += drawn[code];
      rareBelow += drawnRare[code];
      int above = node.size() - below;
      if (above < minimumLeafRows || above == 0) {
        break;
      }
      if (below < minimumLeafRows) {
        continue;
      }
      double gain = gain(whole, node, below, rareBelow);
      if (bestCode < 0 || gain > bestGain) {
        bestCode = code;
        bestBelow = below;
        bestGain = Math.max(gain, 0);
      }
    }
    return bestCode < 0 ? null : new Cut(bestCode, bestBelow, bestGain);
  }

  /**
   * Counts the node's rows by code, into arrays of zeros, and lists the codes that occur in no
   * order; returns how many they are.
   */
  private int count(char[] codes, int[] index, int from, int to, int[] samples) {
    double[] shares = rows.shares();
    int found = 0;
    for (int i = from; i < to; i++) {
      int row = index[i];
      int code = codes[row];
      if (drawn[code] == 0 && samples[row] > 0) {
        occurring[found++] = code;
      }
      drawn[code] += samples[row];
      drawnRare[code] += samples[row] * shares[row];
    }
    return found;
  }

  /**
   * Weighs one cut of a feature at a number drawn evenly between the node's smallest and largest.
   *
   * <p>Rows that share a code are not parted: the cut is moved to the end of its code.
   *
   * @return the cut, or null where the feature is constant or the cut leaves too few rows
   */
  @Nullable Cut random(
      int feature, CutTree.Leaf node, int[] index, int from, int to, int[] samples) {
    double[] values = rows.features().column(feature);
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      smallest = Math.min(smallest, values[index[i]]);
      largest = Math.max(largest, values[index[i]]);
    }
    if (smallest == largest) {
      return null;
    }
    double number = smallest + MathEx.random() * (largest - smallest);
    char[] codes = rows.codes().codes(feature);
    int code = 0;
    for (int i = from; i < to; i++) {
      code = values[index[i]] <= number ? Math.max(code, codes[index[i]]) : code;
    }
    return at(code, codes, node, index, from, to, samples);
  }

  private @Nullable Cut at(
      int code, char[] codes, CutTree.Leaf node, int[] index, int from, int to, int[] samples) {
    double[] shares = rows.shares();
    int below = 0;
    double rareBelow = 0;
    for (int i = from; i < to; i++) {
      int row = index[i];
      if (codes[row] <= code) {
        below += samples[row];
        rareBelow += samples[row] * shares[row];
      }
    }
    if (Math.min(below, node.size() - below) < Math.max(1, minimumLeafRows)) {
      return null;
    }
    return new Cut(code, below, Math.max(gain(spread(node), node, below, rareBelow), 0));
  }

  private double spread(CutTree.Leaf node) {
    return spread(rows.rareWeight() * node.rareRows(), node.size() - node.rareRows());
  }

  /** Returns how much a cut takes away from a node's weighted impurity, {@code whole}. */
  private double gain(double whole, CutTree.Leaf node, int below, double rareBelow) {
    double weight = rows.rareWeight();
    double rareAbove = node.rareRows() - rareBelow;
    int above = node.size() - below;
    return whole
        - spread(weight * rareBelow, below - rareBelow)
        - spread(weight * rareAbove, above - rareAbove);
  }

  /** Half the Gini impurity of a node, times the node's weight. */
  private static double spread(double rare, double others) {
    return rare * others / (rare + others);
  }
}

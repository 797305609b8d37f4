package dev.synth.internal.classify.smile.tree;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import smile.math.MathEx;

/**
 * Finds the cut of one feature that lowers the weighted Gini impurity of a node most.
 *
 * <p>Not thread-safe: holds the counts of the node under search.
 */
final class CutSearch {
  private final ForestRows rows;
  private final int minimumLeafRows;
  private final int[] drawn;
  private final double[] drawnRare;

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
    this.drawn = new int[rows.codes().mostCodes()];
    this.drawnRare = new double[rows.codes().mostCodes()];
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
    count(rows.codes().codes(feature), codes, index, from, to, samples);
    double whole = spread(node);
    int below = 0;
    double rareBelow = 0;
    @Nullable Cut best = null;
    for (int code = 0; code < codes - 1; code++) {
      if (drawn[code] == 0) {
        continue;
      }
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
      if (best == null || gain > best.gain()) {
        best = new Cut(code, below, Math.max(gain, 0));
      }
    }
    return best;
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
    double drawn = smallest + MathEx.random() * (largest - smallest);
    char[] codes = rows.codes().codes(feature);
    int code = 0;
    for (int i = from; i < to; i++) {
      code = values[index[i]] <= drawn ? Math.max(code, codes[index[i]]) : code;
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

  private void count(char[] codes, int count, int[] index, int from, int to, int[] samples) {
    Arrays.fill(drawn, 0, count, 0);
    Arrays.fill(drawnRare, 0, count, 0);
    double[] shares = rows.shares();
    for (int i = from; i < to; i++) {
      int row = index[i];
      int code = codes[row];
      drawn[code] += samples[row];
      drawnRare[code] += samples[row] * shares[row];
    }
  }

  /** Half the Gini impurity of a node, times the node's weight. */
  private static double spread(double rare, double others) {
    return rare * others / (rare + others);
  }
}

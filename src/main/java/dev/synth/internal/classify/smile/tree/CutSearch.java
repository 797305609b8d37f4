package dev.synth.internal.classify.smile.tree;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cut of one feature that lowers the weighted Gini impurity of a node most.
 *
 * <p>Not thread-safe: holds the counts of the node under search.
 */
final class CutSearch {
  private final ForestRows rows;
  private final int minimumLeafRows;
  private final int[] drawn;
  private final int[] drawnRare;

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
    this.drawnRare = new int[rows.codes().mostCodes()];
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
    double weight = rows.rareWeight();
    double parent = spread(weight * node.rareRows(), node.size() - node.rareRows());
    int below = 0;
    int rareBelow = 0;
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
      int rareAbove = node.rareRows() - rareBelow;
      double gain =
          parent
              - spread(weight * rareBelow, below - rareBelow)
              - spread(weight * rareAbove, above - rareAbove);
      if (best == null || gain > best.gain()) {
        best = new Cut(code, below, Math.max(gain, 0));
      }
    }
    return best;
  }

  private void count(char[] codes, int count, int[] index, int from, int to, int[] samples) {
    Arrays.fill(drawn, 0, count, 0);
    Arrays.fill(drawnRare, 0, count, 0);
    boolean[] rare = rows.rare();
    for (int i = from; i < to; i++) {
      int row = index[i];
      int code = codes[row];
      drawn[code] += samples[row];
      if (rare[row]) {
        drawnRare[code] += samples[row];
      }
    }
  }

  /** Half the Gini impurity of a node, times the node's weight. */
  private static double spread(double rare, double others) {
    return rare * others / (rare + others);
  }
}

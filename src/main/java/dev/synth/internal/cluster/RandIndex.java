package dev.synth.internal.cluster;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The adjusted Rand index (Hubert and Arabie, Journal of Classification 2, 1985). */
final class RandIndex {
  private RandIndex() {}

  /**
   * Returns how far two partitions agree: 1 where they are equal, 0 on average by chance.
   *
   * @param one the cluster of each row; negative where the row is left aside
   * @param other the same
   * @return null where fewer than two rows are left, or both have one cluster
   */
  static @Nullable Double adjusted(int[] one, int[] other) {
    Map<Long, Integer> both = new HashMap<>();
    Map<Integer, Integer> first = new HashMap<>();
    Map<Integer, Integer> second = new HashMap<>();
    int rows = 0;
    for (int row = 0; row < one.length; row++) {
      if (one[row] >= 0 && other[row] >= 0) {
        both.merge(((long) one[row] << 32) | other[row], 1, Integer::sum);
        first.merge(one[row], 1, Integer::sum);
        second.merge(other[row], 1, Integer::sum);
        rows++;
      }
    }
    double together = pairs(both);
    double ofFirst = pairs(first);
    double ofSecond = pairs(second);
    double all = rows * (rows - 1.0) / 2;
    double byChance = ofFirst * ofSecond / all;
    double most = (ofFirst + ofSecond) / 2;
    double index = (together - byChance) / (most - byChance);
    return Double.isFinite(index) ? index : null;
  }

  /** The pairs within clusters; sums of whole numbers are exact in any order. */
  private static double pairs(Map<?, Integer> counts) {
    return counts.values().stream().mapToLong(n -> n * (n - 1L) / 2).sum();
  }
}

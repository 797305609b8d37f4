package dev.synth.internal.stats;

import java.util.Arrays;

/**
 * The one-sided test of Mann and Whitney (Annals of Mathematical Statistics 18, 1947) by its normal
 * approximation, corrected for ties and not for continuity.
 *
 * <p>With N = n + m values, the {@link RocArea} has mean ½ and variance (N + 1 − Σ(t³ − t) / (N(N −
 * 1))) / (12nm) where both samples are of one distribution, t being the sizes of groups of equal
 * values.
 */
public final class MannWhitney {
  private MannWhitney() {}

  /**
   * Returns the p-value of the second sample's values being no higher than the first's.
   *
   * @param first finite values, in any order
   * @param second the same
   * @return in [0, 1]; ½ where all values tie; NaN where a sample has no value
   */
  public static double pOfHigher(double[] first, double[] second) {
    double area = RocArea.of(first, second);
    if (Double.isNaN(area)) {
      return Double.NaN;
    }
    double n = first.length;
    double m = second.length;
    double all = n + m;
    double variance = (all + 1 - ties(first, second) / (all * (all - 1))) / (12 * n * m);
    return variance > 0 ? StudentT.NORMAL.cumulative((0.5 - area) / Math.sqrt(variance)) : 0.5;
  }

  /** Σ t³ − t over groups of t equal values. */
  private static double ties(double[] first, double[] second) {
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    Arrays.sort(all);
    double ties = 0;
    int start = 0;
    while (start < all.length) {
      int end = start;
      while (end < all.length && all[end] == all[start]) {
        end++;
      }
      double size = end - start;
      ties += size * size * size - size;
      start = end;
    }
    return ties;
  }
}

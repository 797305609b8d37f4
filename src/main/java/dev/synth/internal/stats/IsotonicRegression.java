package dev.synth.internal.stats;

/**
 * Isotonic regression with equal weights: the rising values with the smallest Σ(value − fitted)²,
 * by pooling neighbours that fall until none does (Ayer et al., Annals of Mathematical Statistics
 * 26, 1955).
 */
public final class IsotonicRegression {
  private IsotonicRegression() {}

  /**
   * Returns the fitted values. Pooled values share their mean; values that rise stay as they are.
   *
   * @param values in the order in which they should rise, finite; may be none
   * @return as many, none below the one before it, within the range of the values
   */
  public static double[] fit(double[] values) {
    double[] sums = new double[values.length];
    int[] counts = new int[values.length];
    int blocks = 0;
    for (double value : values) {
      sums[blocks] = value;
      counts[blocks] = 1;
      blocks++;
      while (blocks > 1 && falls(sums, counts, blocks - 1)) {
        blocks--;
        sums[blocks - 1] += sums[blocks];
        counts[blocks - 1] += counts[blocks];
      }
    }
    double[] fitted = new double[values.length];
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < counts[block]; i++) {
        fitted[at++] = sums[block] / counts[block];
      }
    }
    return fitted;
  }

  /** Returns whether a block's mean is below that of the block before it. */
  private static boolean falls(double[] sums, int[] counts, int block) {
    return sums[block] / counts[block] < sums[block - 1] / counts[block - 1];
  }
}

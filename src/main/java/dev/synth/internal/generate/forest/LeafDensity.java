package dev.synth.internal.generate.forest;

import dev.synth.base.RandomStream;
import java.util.Arrays;

/**
 * The distribution of a number within a leaf: the smoothed bootstrap that keeps mean and variance
 * (Silverman, Density Estimation, 1986, section 6.4), cut off at the leaf's bounds.
 *
 * <p>A draw is m + (x − m + h·ε) / √(1 + h²/s²), with x one of the leaf's n numbers, m and s their
 * mean and standard deviation, ε standard normal and h = 1.06·s·n^(−1/5) (his equation 3.28). A
 * number that is alone in its leaf, and numbers that are all equal, are drawn as they are.
 */
final class LeafDensity {
  private static final double RULE_OF_THUMB = 1.06;

  /** So often a draw beyond the bounds is drawn anew, before it is left unsmoothed. */
  private static final int TRIES = 20;

  private LeafDensity() {}

  /**
   * Draws a number.
   *
   * @param leaf the leaf
   * @param scalar which span the number is of
   * @param numbers the span's numbers in all real rows; at least one row of the leaf has one
   */
  static double draw(LeafTree.Leaf leaf, int scalar, double[] numbers, RandomStream stream) {
    double[] inLeaf =
        Arrays.stream(leaf.rows())
            .mapToDouble(row -> numbers[row])
            .filter(Double::isFinite)
            .toArray();
    double chosen = inLeaf[stream.nextInt(inLeaf.length)];
    double mean = Arrays.stream(inLeaf).average().orElseThrow();
    double squares = 0;
    for (double number : inLeaf) {
      squares += (number - mean) * (number - mean);
    }
    if (squares == 0) {
      return chosen;
    }
    double relativeWidth = RULE_OF_THUMB * Math.pow(inLeaf.length, -0.2);
    double width = relativeWidth * Math.sqrt(squares / (inLeaf.length - 1));
    double shrinkage = 1 / Math.sqrt(1 + relativeWidth * relativeWidth);
    for (int i = 0; i < TRIES; i++) {
      double drawn = mean + shrinkage * (chosen - mean + width * stream.nextGaussian());
      if (drawn > leaf.lower()[scalar] && drawn <= leaf.upper()[scalar]) {
        return drawn;
      }
    }
    return chosen;
  }
}

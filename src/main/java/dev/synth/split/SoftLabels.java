package dev.synth.split;

import java.util.Arrays;

/**
 * The soft labels of synthetic rows. Each row has the probability that a teacher gives it, in place
 * of the certainty of the generator's class.
 */
public final class SoftLabels {
  private final double[] probabilities;

  /**
   * Labels of rows, in their order.
   *
   * @param probabilities one a row, each in [0, 1]; copied
   * @throws IllegalArgumentException if one is outside
   */
  public SoftLabels(double[] probabilities) {
    for (double probability : probabilities) {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("a label must be in [0, 1], but is " + probability);
      }
    }
    this.probabilities = probabilities.clone();
  }

  /** Returns the number of rows. */
  public int count() {
    return probabilities.length;
  }

  /** Returns the probability that a row is rare. */
  public double of(int row) {
    return probabilities[row];
  }

  /** Returns how many rare rows there are among these, by expectation. */
  public double sum() {
    double sum = 0;
    for (double probability : probabilities) {
      sum += probability;
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SoftLabels labels && Arrays.equals(probabilities, labels.probabilities);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(probabilities);
  }
}

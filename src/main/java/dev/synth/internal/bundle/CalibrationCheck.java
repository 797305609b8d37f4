package dev.synth.internal.bundle;

import dev.synth.evaluate.ScoredRows;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The test of probabilities on real rows: how many rows were rare for each that was expected.
 *
 * <p>The rows are scored by models that had not learned from them. The calibration of either half
 * of them is held against the other half, so that no row is judged by a curve that it shaped.
 *
 * @param all of all rows
 * @param alerts of the rows at or above the threshold
 */
public record CalibrationCheck(Ratio all, Ratio alerts) {
  private static final double NORMAL_95 = 1.959963984540054;

  /** Observed over expected within 1/{@value #WIDEST} and {@value #WIDEST} is taken to hold. */
  private static final double WIDEST = 1.25;

  /**
   * Rare rows, observed over expected.
   *
   * @param rare how many rows were rare
   * @param expected the sum of their probabilities
   * @param low lower end of the 95 % interval of the ratio
   * @param high its upper end
   */
  public record Ratio(int rare, double expected, double low, double high) {
    private static Ratio of(int rare, double expected, double variance) {
      double half = NORMAL_95 * Math.sqrt(variance);
      return expected > 0
          ? new Ratio(rare, expected, (rare - half) / expected, (rare + half) / expected)
          : new Ratio(rare, expected, 0, Double.MAX_VALUE);
    }

    /** Returns whether the whole interval is near 1. */
    public boolean holds() {
      return low >= 1 / WIDEST && high <= WIDEST;
    }
  }

  /** Returns whether both hold. */
  public boolean holds() {
    return all.holds() && alerts.holds();
  }

  /**
   * Checks.
   *
   * @param scores one a row
   * @param rare which rows are rare
   * @param threshold rows that score at least this are alerts
   * @param weights how many rows each stands for; null where each stands for itself
   */
  static CalibrationCheck of(
      double[] scores, BitSet rare, double threshold, double @Nullable [] weights) {
    Calibration[] halves = {half(scores, rare, weights, 0), half(scores, rare, weights, 1)};
    double[] caught = new double[2];
    double[] expected = new double[2];
    double[] variance = new double[2];
    for (int row = 0; row < scores.length; row++) {
      double probability = halves[1 - row % 2].probability(scores[row]);
      for (int part = 0; part <= (scores[row] >= threshold ? 1 : 0); part++) {
        double weight = weights == null ? 1 : weights[row];
        caught[part] += rare.get(row) ? weight : 0;
        expected[part] += weight * probability;
        // what the row stands for may be rare or not, and another sample would have other rows
        variance[part] +=
            weight * probability * (1 - probability)
                + weight * (weight - 1) * probability * probability;
      }
    }
    return new CalibrationCheck(
        Ratio.of((int) Math.round(caught[0]), expected[0], variance[0]),
        Ratio.of((int) Math.round(caught[1]), expected[1], variance[1]));
  }

  /** The calibration of every other row; of all rows where a half has rows of one class alone. */
  private static Calibration half(
      double[] scores, BitSet rare, double @Nullable [] weights, int first) {
    double[] own = new double[(scores.length + 1 - first) / 2];
    double[] ownWeights = weights == null ? null : new double[own.length];
    BitSet ownRare = new BitSet();
    for (int i = 0; i < own.length; i++) {
      own[i] = scores[2 * i + first];
      ownRare.set(i, rare.get(2 * i + first));
      if (weights != null && ownWeights != null) {
        ownWeights[i] = weights[2 * i + first];
      }
    }
    int count = ownRare.cardinality();
    return count == 0 || count == own.length
        ? Calibration.learn(ScoredRows.weighted(scores, rare, null, weights))
        : Calibration.learn(ScoredRows.weighted(own, ownRare, null, ownWeights));
  }
}

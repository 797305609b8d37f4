package dev.synth.internal.classify.ensemble;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Learns what the members of a blend weigh from scores of rows that none of them learned from.
 *
 * <p>The weights are at least 0, sum to 1, and minimise the rows' log loss in nats plus {@value
 * #PULL} times their Kullback–Leibler divergence from equal weights. With few rare rows, whose loss
 * is small in sum, the members weigh nearly the same; with many, the better ones prevail. The
 * minimum is found by exponentiated gradient (Kivinen and Warmuth, Information and Computation 132,
 * 1997).
 */
final class BlendWeights {
  private static final double PULL = 5;
  private static final int STEPS = 300;
  private static final double RATE = 0.5;

  private BlendWeights() {}

  /**
   * Learns.
   *
   * @param members log-odds, one array a member and one number a row; at least one member
   * @param rare which rows are rare
   * @return one weight a member
   */
  static double[] learn(List<double[]> members, BitSet rare) {
    return learn(members, rare, PULL);
  }

  /**
   * Learns with another pull.
   *
   * @param nats what stands before the divergence, at least 0
   */
  static double[] learn(List<double[]> members, BitSet rare, double nats) {
    double[] weights = new double[members.size()];
    Arrays.fill(weights, 1.0 / weights.length);
    double scale = RATE / (nats + rare.cardinality());
    for (int step = 0; step < STEPS; step++) {
      double[] slopes = slopes(members, rare, weights);
      double sum = 0;
      for (int member = 0; member < weights.length; member++) {
        double pull = nats * StrictMath.log(weights[member] * weights.length);
        weights[member] *= StrictMath.exp(-scale * (slopes[member] + pull));
        sum += weights[member];
      }
      for (int member = 0; member < weights.length; member++) {
        weights[member] = Math.max(weights[member] / sum, Double.MIN_NORMAL);
      }
    }
    return weights;
  }

  /** Returns the log loss's derivatives by the weights. */
  private static double[] slopes(List<double[]> members, BitSet rare, double[] weights) {
    double[] scores = LogOdds.blend(members, weights);
    double[] slopes = new double[weights.length];
    for (int row = 0; row < scores.length; row++) {
      double error = scores[row] - (rare.get(row) ? 1 : 0);
      for (int member = 0; member < slopes.length; member++) {
        slopes[member] += error * members.get(member)[row];
      }
    }
    return slopes;
  }
}

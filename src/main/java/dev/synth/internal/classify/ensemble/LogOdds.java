package dev.synth.internal.classify.ensemble;

import java.util.List;

/** Scores as log-odds, and back. */
final class LogOdds {
  /** Scores nearer to 0 or 1 are taken for this far: no member outvotes all others. */
  private static final double NEAREST = 1e-4;

  private LogOdds() {}

  /** Returns the log-odds of scores in [0, 1]. */
  static double[] of(double[] scores) {
    double[] logOdds = new double[scores.length];
    for (int row = 0; row < scores.length; row++) {
      logOdds[row] = of(scores[row]);
    }
    return logOdds;
  }

  /** Returns the log-odds of a score in [0, 1]. */
  static double of(double score) {
    double bounded = Math.clamp(score, NEAREST, 1 - NEAREST);
    return StrictMath.log(bounded / (1 - bounded));
  }

  /**
   * Returns the probabilities of weighted means.
   *
   * @param members log-odds, one array a member and one number a row
   * @param weights one a member
   */
  static double[] blend(List<double[]> members, double[] weights) {
    double[] scores = new double[members.getFirst().length];
    for (int row = 0; row < scores.length; row++) {
      double sum = 0;
      for (int member = 0; member < weights.length; member++) {
        sum += weights[member] * members.get(member)[row];
      }
      scores[row] = probability(sum);
    }
    return scores;
  }

  static double probability(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }
}

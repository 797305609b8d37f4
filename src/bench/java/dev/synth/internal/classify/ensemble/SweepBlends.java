package dev.synth.internal.classify.ensemble;

import java.util.BitSet;
import java.util.List;

/** The arithmetic of {@link TeacherTrainer}, for the benchmark that tries other teachers. */
public final class SweepBlends {
  private SweepBlends() {}

  /**
   * Returns what the members weigh.
   *
   * @param members log-odds of rows that none of them learned from, one array a member
   * @param rare which rows are rare
   * @param pull the nats that pull the weights towards equal ones
   */
  public static double[] weights(List<double[]> members, BitSet rare, double pull) {
    return BlendWeights.learn(members, rare, pull);
  }

  /** Returns log-odds of scores, as members have them. */
  public static double[] logOdds(double[] scores) {
    return LogOdds.of(scores);
  }

  /** Returns the probabilities of weighted members. */
  public static double[] probabilities(List<double[]> members, double[] weights) {
    return LogOdds.blend(members, weights);
  }
}

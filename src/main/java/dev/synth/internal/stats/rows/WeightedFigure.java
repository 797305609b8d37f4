package dev.synth.internal.stats.rows;

/**
 * A figure of a ranked test part as a function of what each row counts: its value, and how it moves
 * when a row counts a little more.
 */
public interface WeightedFigure {
  /**
   * Returns the value.
   *
   * @param weights what each row counts, at least 0, one above 0 in each class
   */
  double value(TestRows rows, Ranking ranking, double[] weights);

  /** Returns for each row the derivative of the value by its weight, where every row counts 1. */
  double[] derivatives(TestRows rows, Ranking ranking);

  /**
   * Returns for each row what the value loses without it, times (m − 1)/m for the m rows of its
   * class, where the others of its class make up for its weight. For many rows it tends to the
   * derivative, but for a number that rows of one class share.
   */
  double[] losses(TestRows rows, Ranking ranking);
}

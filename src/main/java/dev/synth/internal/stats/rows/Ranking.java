package dev.synth.internal.stats.rows;

import dev.synth.internal.base.PlainText;
import java.util.Arrays;

/**
 * The rows of one test part in the order of one classifier's scores, the highest first; rows of
 * equal score share a step.
 */
public final class Ranking {
  private final int[] order;

  /** For each step the place in {@link #order} after its last row. */
  private final int[] ends;

  private Ranking(int[] order, int[] ends) {
    this.order = order;
    this.ends = ends;
  }

  /** Ranks rows by their scores, which are finite. */
  public static Ranking of(double[] scores) {
    return ofRanks(ranks(scores));
  }

  /**
   * Returns the rank of each score among the distinct scores, the lowest first and from 0; −0 is 0.
   */
  public static int[] ranks(double[] scores) {
    double[] rising = new double[scores.length];
    for (int row = 0; row < scores.length; row++) {
      rising[row] = scores[row] + 0.0; // -0.0 becomes 0.0
    }
    Arrays.sort(rising);
    int distinct = 0;
    for (int i = 0; i < rising.length; i++) {
      if (i == 0 || rising[i] != rising[i - 1]) {
        rising[distinct++] = rising[i];
      }
    }
    int[] ranks = new int[scores.length];
    for (int row = 0; row < ranks.length; row++) {
      ranks[row] = Arrays.binarySearch(rising, 0, distinct, scores[row] + 0.0);
    }
    return ranks;
  }

  /**
   * Orders rows by their ranks; rows of equal rank stay in their order.
   *
   * @param ranks what {@link #ranks} returned: every number below the largest is there
   * @throws IllegalArgumentException if they are not
   */
  public static Ranking ofRanks(int[] ranks) {
    int steps = 0;
    for (int rank : ranks) {
      steps = Math.max(steps, rank + 1);
    }
    if (steps > ranks.length) {
      throw new IllegalArgumentException(
          PlainText.of("%d distinct ranks of %d rows", steps, ranks.length));
    }
    int[] ends = new int[steps]; // first how many rows each step has
    for (int rank : ranks) {
      ends[steps - 1 - rank]++;
    }
    int[] next = new int[steps];
    int place = 0;
    for (int step = 0; step < steps; step++) {
      if (ends[step] == 0) {
        throw new IllegalArgumentException(
            PlainText.of("no row has the rank %d", steps - 1 - step));
      }
      next[step] = place;
      place += ends[step];
      ends[step] = place;
    }
    int[] order = new int[ranks.length];
    for (int row = 0; row < ranks.length; row++) {
      order[next[steps - 1 - ranks[row]]++] = row;
    }
    return new Ranking(order, ends);
  }

  /** Returns the number of rows. */
  public int size() {
    return order.length;
  }

  /** Returns the row at a place, the one with the highest score at 0. */
  public int row(int place) {
    return order[place];
  }

  /** Returns the number of distinct scores. */
  public int steps() {
    return ends.length;
  }

  /** Returns the place after a step's last row. */
  public int end(int step) {
    return ends[step];
  }
}

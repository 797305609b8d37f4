package dev.synth.validate.detection;

import java.util.Arrays;

/** The area under the ROC curve as a statistic of ranks. */
final class RankArea {
  private RankArea() {}

  /**
   * Returns the share of pairs in which the second sample's row scores higher, ties counting half:
   * the Mann–Whitney statistic over the number of pairs.
   *
   * @param scores one a row
   * @param second which rows are of the second sample; both samples have rows
   * @return in [0, 1]
   */
  static double of(double[] scores, boolean[] second) {
    double[] first = scoresOf(scores, second, false);
    double[] other = scoresOf(scores, second, true);
    double wins = 0;
    int below = 0;
    int upTo = 0;
    for (double score : other) {
      while (below < first.length && first[below] < score) {
        below++;
      }
      while (upTo < first.length && first[upTo] <= score) {
        upTo++;
      }
      wins += (below + upTo) / 2.0;
    }
    return wins / ((double) first.length * other.length);
  }

  private static double[] scoresOf(double[] scores, boolean[] second, boolean wanted) {
    double[] picked = new double[scores.length];
    int count = 0;
    for (int row = 0; row < scores.length; row++) {
      if (second[row] == wanted) {
        picked[count++] = scores[row];
      }
    }
    Arrays.sort(picked, 0, count);
    return Arrays.copyOf(picked, count);
  }
}

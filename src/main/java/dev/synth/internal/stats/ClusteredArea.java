package dev.synth.internal.stats;

import dev.synth.internal.base.SortedValues;
import java.util.Arrays;

/**
 * The area under the ROC curve of members against non-members where each row comes several times as
 * either, and its standard error with rows as clusters: Obuchowski, "Nonparametric analysis of
 * clustered ROC curve data", Biometrics 53 (1997).
 *
 * @param area {@link RocArea}, the share of pairs in which the member scores higher
 * @param standardError of the area, in which a row's scores may depend on each other
 */
public record ClusteredArea(double area, double standardError) {
  /**
   * Computes.
   *
   * @param members for each row its scores as a member, none NaN; at least two rows
   * @param others for each of the same rows its scores as a non-member, none NaN
   * @return NaN where either side has no score
   */
  public static ClusteredArea of(double[][] members, double[][] others) {
    double[] sortedMembers =
        Arrays.stream(members).flatMapToDouble(Arrays::stream).sorted().toArray();
    double[] sortedOthers =
        Arrays.stream(others).flatMapToDouble(Arrays::stream).sorted().toArray();
    int rows = members.length;
    double[] wins = new double[rows]; // over members, of the share of others below
    double[] losses = new double[rows]; // over others, of the share of members above
    for (int row = 0; row < rows; row++) {
      for (double score : members[row]) {
        wins[row] += below(sortedOthers, score) / sortedOthers.length;
      }
      for (double score : others[row]) {
        losses[row] += 1 - below(sortedMembers, score) / sortedMembers.length;
      }
    }
    double area = RocArea.of(sortedOthers, sortedMembers);
    double member = 0;
    double other = 0;
    double both = 0;
    for (int row = 0; row < rows; row++) {
      double a = wins[row] - members[row].length * area;
      double b = losses[row] - others[row].length * area;
      member += a * a;
      other += b * b;
      both += a * b;
    }
    double m = sortedMembers.length;
    double n = sortedOthers.length;
    double variance =
        rows / (rows - 1.0) * (member / (m * m) + other / (n * n) + 2 * both / (m * n));
    return new ClusteredArea(area, Math.sqrt(Math.max(0, variance)));
  }

  /** Returns how many sorted values are below a score, ties counting half. */
  private static double below(double[] sorted, double score) {
    int low = SortedValues.countBelow(sorted, score);
    int high = SortedValues.countBelow(sorted, Math.nextUp(score));
    return (low + high) / 2.0;
  }
}

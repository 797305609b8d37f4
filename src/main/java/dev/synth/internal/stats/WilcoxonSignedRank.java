package dev.synth.internal.stats;

import java.util.Arrays;
import java.util.List;

/**
 * The exact two-sided signed-rank test of Wilcoxon ("Individual comparisons by ranking methods",
 * Biometrics Bulletin 1, 1945): whether differences lie symmetrically around 0.
 *
 * <p>Zero differences are left out; equal sizes share their mean rank, over which the exact
 * distribution is taken as well. It asks of few differences only what they can answer: of five, the
 * smallest p is 0.0625.
 */
public final class WilcoxonSignedRank {
  private WilcoxonSignedRank() {}

  /**
   * Returns the p-value.
   *
   * @param differences independent paired differences, finite, any number
   * @return in (0, 1]; 1 where no difference is other than 0
   */
  public static double p(List<Double> differences) {
    double[] nonZero =
        differences.stream().mapToDouble(Double::doubleValue).filter(d -> d != 0).toArray();
    int[] doubledRanks = doubledRanks(nonZero);
    int total = Arrays.stream(doubledRanks).sum();
    int positive = 0;
    for (int i = 0; i < nonZero.length; i++) {
      positive += nonZero[i] > 0 ? doubledRanks[i] : 0;
    }
    int smaller = Math.min(positive, total - positive);
    double[] probabilities = distribution(doubledRanks, total);
    double tail = 0;
    for (int sum = 0; sum <= smaller; sum++) {
      tail += probabilities[sum];
    }
    return Math.min(1, 2 * tail);
  }

  /** Twice the rank of each difference by size, so that a mean of ranks is whole. */
  private static int[] doubledRanks(double[] differences) {
    int[] ranks = new int[differences.length];
    for (int i = 0; i < ranks.length; i++) {
      for (double other : differences) {
        int order = Double.compare(Math.abs(other), Math.abs(differences[i]));
        ranks[i] += order < 0 ? 2 : order == 0 ? 1 : 0;
      }
      ranks[i]++;
    }
    return ranks;
  }

  /** The probability of each sum of positive ranks, where every sign is as likely. */
  private static double[] distribution(int[] ranks, int total) {
    double[] probabilities = new double[total + 1];
    probabilities[0] = 1;
    int reached = 0;
    for (int rank : ranks) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        double added = sum >= rank ? probabilities[sum - rank] : 0;
        probabilities[sum] = (probabilities[sum] + added) / 2;
      }
    }
    return probabilities;
  }
}

package dev.synth.internal.classify.smile.tree;

import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.Arrays;

/**
 * Every feature's values as ranks among its distinct values, so that a random cut is found and
 * weighed by small numbers alone.
 */
final class ValueRanks {
  private final int[][] ranks;
  private final double[][] distinct;

  /** By feature and code, how many distinct values are of the code or of a lower one. */
  private final int[][] upToCode;

  private ValueRanks(int width) {
    ranks = new int[width][];
    distinct = new double[width][];
    upToCode = new int[width][];
  }

  static ValueRanks of(FeatureMatrix features, CutCodes codes) {
    ValueRanks all = new ValueRanks(features.width());
    for (int feature = 0; feature < features.width(); feature++) {
      double[] values = features.column(feature);
      double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
      int[] ranks = new int[values.length];
      for (int row = 0; row < ranks.length; row++) {
        ranks[row] = Arrays.binarySearch(distinct, values[row]);
      }
      int[] upToCode = new int[codes.count(feature)];
      for (double value : distinct) {
        upToCode[codes.code(feature, value)]++;
      }
      Arrays.parallelPrefix(upToCode, Integer::sum);
      all.ranks[feature] = ranks;
      all.distinct[feature] = distinct;
      all.upToCode[feature] = upToCode;
    }
    return all;
  }

  /** Returns each row's rank, 0 for the smallest value; not to be changed. */
  int[] ranks(int feature) {
    return ranks[feature];
  }

  /** Returns the value of a rank. */
  double value(int feature, int rank) {
    return distinct[feature][rank];
  }

  /** Returns how many distinct values are at most a number, which is no negative zero. */
  int upTo(int feature, double number) {
    int found = Arrays.binarySearch(distinct[feature], number);
    return found >= 0 ? found + 1 : -(found + 1);
  }

  /** Returns how many distinct values are of a code or of a lower one; none of no code. */
  int upToCode(int feature, int code) {
    return code < 0 ? 0 : upToCode[feature][code];
  }
}

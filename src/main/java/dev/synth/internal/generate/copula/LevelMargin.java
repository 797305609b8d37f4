package dev.synth.internal.generate.copula;

import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.stats.StandardNormal;
import java.util.Arrays;

/**
 * A latent standard normal for cases: each case has an interval of it, as likely as the case is
 * frequent, in the order of the cases. Atoms of a number rise, so that theirs is its order.
 */
final class LevelMargin {
  private final int[] counts;
  private final double[] ends;
  private final double[] middles;

  /**
   * A margin.
   *
   * @param counts how often each case occurs, at least 0; where none does, the first case is drawn
   */
  LevelMargin(int[] counts) {
    this.counts = counts.clone();
    if (Arrays.stream(counts).anyMatch(count -> count < 0) || counts.length == 0) {
      throw new IllegalArgumentException("counts are " + Arrays.toString(counts));
    }
    ends = new double[counts.length];
    middles = new double[counts.length];
    double total = Math.max(1, Arrays.stream(counts).asLongStream().sum());
    long before = 0;
    for (int i = 0; i < counts.length; i++) {
      middles[i] = StandardNormal.quantile((before + 0.5 * counts[i]) / total);
      before += counts[i];
      ends[i] = StandardNormal.quantile(before / total);
    }
  }

  /** Learns from a column of codes; 0 is none. */
  static LevelMargin fit(MixedRows rows, int column, int caseCount) {
    int[] counts = new int[caseCount];
    for (int row = 0; row < rows.count(); row++) {
      int code = rows.codes(row)[column];
      if (code > 0) {
        counts[code - 1]++;
      }
    }
    return new LevelMargin(counts);
  }

  /** Returns the middle of a code's interval, by probability; NaN for the code 0. */
  double score(int code) {
    return code == 0 ? Double.NaN : middles[code - 1];
  }

  /** Returns the code of the interval that a latent number lies in; never one without rows. */
  int code(double latent) {
    int last = 0;
    for (int i = 0; i < ends.length; i++) {
      if (counts[i] > 0) {
        last = i;
        if (latent < ends[i]) {
          break;
        }
      }
    }
    return last + 1;
  }

  int[] counts() {
    return counts.clone();
  }
}

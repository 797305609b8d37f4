package dev.synth.internal.profile;

import dev.synth.internal.stats.AveragePrecision;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Groups of rows that share a score, and the average precision of ranking by it. */
final class RankedGroups {
  private RankedGroups() {}

  /**
   * {@link AveragePrecision}; rows with equal scores are taken together.
   *
   * @param scores one a group; groups may share one
   * @param rare the rare rows of each group
   * @param others the other rows of each group
   * @return in [0, 1]; 0 where there is no rare row
   */
  static double averagePrecision(double[] scores, int[] rare, int[] others) {
    List<Integer> order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(group -> -scores[group]))
            .toList();
    AveragePrecision precision = new AveragePrecision();
    long tiedRare = 0;
    long tiedOthers = 0;
    for (int i = 0; i < order.size(); i++) {
      int group = order.get(i);
      tiedRare += rare[group];
      tiedOthers += others[group];
      if (i + 1 == order.size() || scores[order.get(i + 1)] != scores[group]) {
        precision.step((double) tiedRare, (double) tiedOthers);
        tiedRare = 0;
        tiedOthers = 0;
      }
    }
    return Double.isNaN(precision.value()) ? 0 : precision.value(); // there is no rare row
  }
}

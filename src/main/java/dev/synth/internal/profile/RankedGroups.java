package dev.synth.internal.profile;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Groups of rows that share a score, and the average precision of ranking by it. */
final class RankedGroups {
  private RankedGroups() {}

  /**
   * Average precision, Σ (Rₖ − Rₖ₋₁) Pₖ over the different scores from the highest down, as
   * scikit-learn defines it; rows with equal scores are taken together.
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
    long all = IntStream.of(rare).asLongStream().sum();
    long rareSoFar = 0;
    long rowsSoFar = 0;
    long tiedRare = 0;
    double sum = 0;
    for (int i = 0; i < order.size(); i++) {
      int group = order.get(i);
      tiedRare += rare[group];
      rowsSoFar += rare[group] + others[group];
      boolean last = i + 1 == order.size() || scores[order.get(i + 1)] != scores[group];
      if (last && tiedRare > 0) {
        rareSoFar += tiedRare;
        sum += (double) tiedRare / all * rareSoFar / rowsSoFar;
        tiedRare = 0;
      }
    }
    return sum;
  }
}

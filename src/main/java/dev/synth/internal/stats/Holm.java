package dev.synth.internal.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's step-down correction of p-values (Holm, Scand. J. Statistics 6, 1979). */
public final class Holm {
  private Holm() {}

  /**
   * Corrects p-values: the i-th smallest of k is multiplied by k − i + 1, made no smaller than the
   * one before it, and cut at 1. Equal p-values get equal corrected ones.
   *
   * @param pValues each in [0, 1] and none NaN, in any order; may be none
   * @return the corrected p-values, each in [0, 1], in the same order
   */
  public static double[] correct(List<Double> pValues) {
    int size = pValues.size();
    int[] bySize =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparing(pValues::get))
            .mapToInt(i -> i)
            .toArray();
    double[] corrected = new double[size];
    double atLeast = 0;
    for (int rank = 0; rank < size; rank++) {
      double scaled = Math.min(1, (size - rank) * pValues.get(bySize[rank]));
      atLeast = Math.max(atLeast, scaled);
      corrected[bySize[rank]] = atLeast;
    }
    return corrected;
  }
}

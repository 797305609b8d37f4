package dev.synth.internal.experiment.selection;

import dev.synth.internal.table.selection.Taking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The numbers of rows to take of each training stretch. */
final class Quotas {
  private Quotas() {}

  /**
   * Shares a number of rows among stretches in proportion to what they have; what is left over goes
   * to the largest remainders, the earlier stretch on ties.
   *
   * @param others how many rows each has
   * @param majority how many are taken in all, or all where there are no more
   */
  static List<Taking.Quota> of(long[] others, long majority) {
    long all = Arrays.stream(others).sum();
    long wanted = Math.min(all, majority);
    long[] taken = new long[others.length];
    double[] remainders = new double[others.length];
    for (int i = 0; i < others.length; i++) {
      double exact = all == 0 ? 0 : (double) wanted * others[i] / all;
      taken[i] = Math.min(others[i], (long) exact);
      remainders[i] = exact - taken[i];
    }
    List<Integer> order =
        IntStream.range(0, others.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -remainders[i]))
            .toList();
    long left = wanted - Arrays.stream(taken).sum();
    while (left > 0) {
      for (int i : order) {
        if (left > 0 && taken[i] < others[i]) {
          taken[i]++;
          left--;
        }
      }
    }
    List<Taking.Quota> quotas = new ArrayList<>();
    for (int i = 0; i < others.length; i++) {
      quotas.add(new Taking.Quota(others[i], taken[i]));
    }
    return quotas;
  }
}

package dev.synth.internal.generate.mixed;

import dev.synth.base.Cancellation;
import java.util.Arrays;

/**
 * Finds nearest rows by looking at each of them; exact, and fast enough for rare classes of some
 * ten thousand rows, since a distance is given up as soon as it is too large.
 *
 * @param candidates the rows among which neighbours are looked for; their codes must mean the same
 *     levels as those of the rows that ask
 * @param distance how far rows are apart
 */
public record NeighbourSearch(MixedRows candidates, RowDistance distance) {
  /**
   * Returns the nearest candidates of each candidate, itself left out, nearest first.
   *
   * @param count how many neighbours; fewer where there are fewer other rows
   */
  public int[][] ofEach(int count, Cancellation cancellation) {
    int[][] neighbours = new int[candidates.count()][];
    for (int row = 0; row < neighbours.length; row++) {
      cancellation.check();
      neighbours[row] = nearest(candidates, row, row, count);
    }
    return neighbours;
  }

  /**
   * Returns the nearest candidates of a row, nearest first; of equally near ones those that come
   * first in the table.
   *
   * @param excluded the position of a candidate that doesn't count, or −1
   */
  public int[] nearest(MixedRows from, int row, int excluded, int count) {
    int[] found = new int[Math.min(count, candidates.count())];
    double[] distances = new double[found.length];
    int size = 0;
    for (int candidate = 0; candidate < candidates.count(); candidate++) {
      if (candidate == excluded) {
        continue;
      }
      double limit = size < found.length ? Double.POSITIVE_INFINITY : distances[size - 1];
      double squared = distance.squared(from, row, candidates, candidate, limit);
      if (squared < limit) {
        size = Math.min(size + 1, found.length);
        int place = size - 1;
        for (; place > 0 && distances[place - 1] > squared; place--) {
          distances[place] = distances[place - 1];
          found[place] = found[place - 1];
        }
        distances[place] = squared;
        found[place] = candidate;
      }
    }
    return Arrays.copyOf(found, size);
  }
}

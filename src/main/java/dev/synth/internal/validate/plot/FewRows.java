package dev.synth.internal.validate.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Bins of real rows that are merged until each has none or at least {@value #LEAST}, so that no bin
 * tells of single people.
 */
final class FewRows {
  /** Fewer real rows in a bin are not shown. */
  static final int LEAST = 5;

  private FewRows() {}

  /**
   * Returns where merged bins begin, ascending from 0. A bin with 1 to 4 rows joins the nearer
   * neighbour that has rows, of two the one with fewer, with the empty bins between.
   *
   * @param counts rows a bin
   * @return the first bin of each merged bin; 0 alone where there are too few rows at all
   */
  static int[] starts(int[] counts) {
    List<int[]> bins = new ArrayList<>(); // first, rows
    for (int bin = 0; bin < counts.length; bin++) {
      bins.add(new int[] {bin, counts[bin]});
    }
    for (int few = firstFew(bins); few >= 0 && bins.size() > 1; few = firstFew(bins)) {
      int left = withRows(bins, few, -1);
      int right = withRows(bins, few, 1);
      if (left < 0 && right < 0) {
        return new int[] {0};
      }
      if (right < 0 || (left >= 0 && isNearer(bins, few, left, right))) {
        merge(bins, left, few);
      } else {
        merge(bins, few, right);
      }
    }
    return bins.stream().mapToInt(bin -> bin[0]).toArray();
  }

  private static boolean isNearer(List<int[]> bins, int few, int left, int right) {
    int gap = Integer.compare(few - left, right - few);
    return gap == 0 ? bins.get(left)[1] <= bins.get(right)[1] : gap < 0;
  }

  private static int firstFew(List<int[]> bins) {
    for (int i = 0; i < bins.size(); i++) {
      if (isFew(bins.get(i)[1])) {
        return i;
      }
    }
    return -1;
  }

  static boolean isFew(int rows) {
    return rows > 0 && rows < LEAST;
  }

  private static int withRows(List<int[]> bins, int from, int step) {
    int i = from + step;
    while (i >= 0 && i < bins.size() && bins.get(i)[1] == 0) {
      i += step;
    }
    return i < bins.size() ? i : -1;
  }

  private static void merge(List<int[]> bins, int first, int last) {
    int rows = 0;
    for (int i = first; i <= last; i++) {
      rows += bins.get(i)[1];
    }
    bins.get(first)[1] = rows;
    bins.subList(first + 1, last + 1).clear();
  }

  /** Returns sums over merged bins. */
  static int[] sums(int[] counts, int[] starts) {
    int[] sums = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      int end = i + 1 < starts.length ? starts[i + 1] : counts.length;
      for (int bin = starts[i]; bin < end; bin++) {
        sums[i] += counts[bin];
      }
    }
    return sums;
  }

  /** Returns how many bins each merged bin is made of. */
  static int[] widths(int count, int[] starts) {
    int[] widths = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      widths[i] = (i + 1 < starts.length ? starts[i + 1] : count) - starts[i];
    }
    return widths;
  }

  /** Returns counts of which those that are too few are written as 0. */
  static int[] hidden(int[] counts) {
    int[] shown = counts.clone();
    for (int i = 0; i < shown.length; i++) {
      shown[i] = isFew(shown[i]) ? 0 : shown[i];
    }
    return shown;
  }
}

package dev.synth.split;

import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The times of training rows that are split by time. Folds of such rows go forward, so that what
 * scores a row has learned from earlier rows alone.
 */
final class RowTimes {
  private final double[] times;
  private final double gap;

  /**
   * Times of rows.
   *
   * @param times one a row, NaN where it is missing; not copied
   * @param gap the least time between a row that is scored and those that are learned from, in the
   *     units of {@code times}
   */
  RowTimes(double[] times, double gap) {
    this.times = times;
    this.gap = gap;
  }

  /** Returns the times of some of the rows. */
  RowTimes of(int[] rows) {
    return new RowTimes(Arrays.stream(rows).mapToDouble(row -> times[row]).toArray(), gap);
  }

  /**
   * Cuts the rows forward in time. The half of the rare rows that is earlier is only learned from;
   * the others are parted into folds of about as many each. Rows of one time stay together. A later
   * copy of a row that is learned from is left out, as is a row without a time.
   *
   * @param rows the rows
   * @param blocks for each row the number of its copies
   * @param count how many folds; some may be empty where many rows have one time
   */
  List<Folds.Fold> folds(LabelledTable rows, int[] blocks, int count) {
    double[] starts = starts(rows, count);
    List<Folds.Fold> folds = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      double from = starts[fold];
      double to = starts[fold + 1];
      int[] before =
          IntStream.range(0, times.length)
              .filter(row -> times[row] < from && times[row] <= from - gap)
              .toArray();
      Set<Integer> learned = new HashSet<>();
      Arrays.stream(before).forEach(row -> learned.add(blocks[row]));
      int[] after =
          IntStream.range(0, times.length)
              .filter(row -> times[row] >= from && times[row] < to)
              .filter(row -> !learned.contains(blocks[row]))
              .toArray();
      int[] blocksBefore = Arrays.stream(before).map(row -> blocks[row]).toArray();
      folds.add(
          new Folds.Fold(
              new Training(rows.rows(before), blocksBefore, of(before)), rows.rows(after)));
    }
    return List.copyOf(folds);
  }

  /** Returns where each fold starts, and behind them the end. */
  private double[] starts(LabelledTable rows, int count) {
    double[] rare =
        rows.rareRows().stream()
            .mapToDouble(row -> times[row])
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double[] starts = new double[count + 1];
    Arrays.fill(starts, Double.POSITIVE_INFINITY);
    int first = (rare.length + 1) / 2;
    for (int fold = 0; fold < count && first < rare.length; fold++) {
      starts[fold] = rare[first + fold * (rare.length - first) / count];
    }
    return starts;
  }
}

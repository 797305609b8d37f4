package dev.synth.internal.table.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answers of a first look at files: their labels, how times are written, and the columns'
 * ranges.
 *
 * @param labels for each label its rows
 * @param unlabelled the number of rows without a label
 * @param withoutTime how many others are without a time
 * @param numbers the times of the others as numbers
 * @param instants the same as points in time
 * @param columns each column's range, of rows with a label and a time
 */
public record FirstLook(
    Map<String, Long> labels,
    long unlabelled,
    long withoutTime,
    ColumnRange numbers,
    ColumnRange instants,
    List<ColumnRange> columns) {
  private static final int FIXED = 3;

  public FirstLook {
    labels = new TreeMap<>(labels);
    columns = List.copyOf(columns);
  }

  /** Returns how many rows have a label and a time. */
  public long rows() {
    return numbers.present();
  }

  /** Returns the range of the times. */
  public ColumnRange time(boolean isInstant) {
    return isInstant ? instants : numbers;
  }

  /**
   * Joins the answers to {@link UsedRows#look}.
   *
   * @param width the number of columns
   */
  public static FirstLook of(List<List<String>> answers, int width) {
    Map<String, Long> labels = new TreeMap<>();
    long unlabelled = 0;
    long withoutTime = 0;
    List<ColumnRange> ranges = new ArrayList<>();
    for (int i = 0; i < width + 2; i++) {
      ranges.add(ColumnRange.NONE);
    }
    for (List<String> answer : answers) {
      long rows = Long.parseLong(answer.get(2));
      if (answer.getFirst().isEmpty()) {
        unlabelled += rows;
        continue;
      }
      labels.merge(answer.getFirst(), rows, Long::sum);
      if (answer.get(1).equals("0")) {
        withoutTime += rows;
        continue;
      }
      for (int i = 0; i < ranges.size(); i++) {
        int at = FIXED + i * ColumnRange.WIDTH;
        ColumnRange more = ColumnRange.of(answer.subList(at, at + ColumnRange.WIDTH));
        ranges.set(i, ranges.get(i).and(more));
      }
    }
    return new FirstLook(
        labels,
        unlabelled,
        withoutTime,
        ranges.get(0),
        ranges.get(1),
        ranges.subList(2, ranges.size()));
  }
}

package dev.synth.split;

import dev.synth.base.Problem;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows in the order of time, and cuts between them that never part rows of one time.
 *
 * <p>Rows whose time is missing, and later copies of equal rows where these are not to be left,
 * stay out.
 */
final class TimeCut {
  private final int[] order;
  private final double[] times;
  private final double unitsPerSecond;
  private final int withoutTime;
  private final int copies;

  private TimeCut(int[] order, double[] times, double unitsPerSecond, int withoutTime, int copies) {
    this.order = order;
    this.times = times;
    this.unitsPerSecond = unitsPerSecond;
    this.withoutTime = withoutTime;
    this.copies = copies;
  }

  /**
   * Sorts rows by time, and by their order in the table where times are equal.
   *
   * @param equal the equal rows of which only the earliest stays, or none
   */
  static TimeCut of(Table table, String timeColumn, List<EqualRows> equal) {
    Cells cells = table.cellsInUtc(timeColumn);
    double[] times = times(cells, timeColumn);
    int[] sorted =
        IntStream.range(0, times.length)
            .filter(row -> !cells.isMissing(row))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer row) -> times[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] order = sorted;
    for (EqualRows rows : equal) {
      order = withoutCopies(order, rows, times.length);
    }
    int copies = sorted.length - order.length;
    return new TimeCut(order, times, unitsPerSecond(cells), cells.missingCount(), copies);
  }

  /** Returns the times of a table's rows, and a gap in their units. */
  static RowTimes times(Table table, String timeColumn, Duration gap) {
    Cells cells = table.cellsInUtc(timeColumn);
    double[] times = times(cells, timeColumn);
    for (int row = 0; row < times.length; row++) {
      times[row] = cells.isMissing(row) ? Double.NaN : times[row];
    }
    return new RowTimes(times, units(gap, unitsPerSecond(cells)));
  }

  private static double unitsPerSecond(Cells cells) {
    return cells instanceof Cells.Instants ? 1e6 : 1;
  }

  private static double units(Duration gap, double unitsPerSecond) {
    return (gap.getSeconds() + gap.getNano() / 1e9) * unitsPerSecond;
  }

  private static double[] times(Cells cells, String timeColumn) {
    double[] times = new double[cells.size()];
    for (int row = 0; row < times.length; row++) {
      times[row] =
          switch (cells) {
            case Cells.Numbers numbers -> numbers.value(row);
            case Cells.Instants instants -> instants.value(row);
            case Cells.Levels levels -> throw notATime(timeColumn);
            case Cells.Texts texts -> throw notATime(timeColumn);
          };
    }
    return times;
  }

  private static Problem notATime(String timeColumn) {
    return Problem.usage(
        "data.time: column '%s' must hold timestamps or numbers; data.types can say so",
        timeColumn);
  }

  private static int[] withoutCopies(int[] order, EqualRows equal, int rowCount) {
    boolean[] seen = new boolean[rowCount];
    return IntStream.of(order)
        .filter(
            row -> {
              boolean isNew = !seen[equal.first(row)];
              seen[equal.first(row)] = true;
              return isNew;
            })
        .toArray();
  }

  int withoutTime() {
    return withoutTime;
  }

  int copies() {
    return copies;
  }

  int size() {
    return order.length;
  }

  /** Returns the cut nearest to a share of the rows, the earlier one on ties. */
  int cutAt(double share) {
    int target = (int) Math.round(share * order.length);
    if (target <= 0 || target >= order.length) {
      return Math.clamp(target, 0, order.length);
    }
    int before = target;
    while (before > 0 && time(before - 1) == time(target)) {
      before--;
    }
    int after = target;
    while (after < order.length && time(after) == time(target)) {
      after++;
    }
    return target - before <= after - target ? before : after;
  }

  /** Returns the cut before the rows of a time and later. */
  int cutBefore(double time) {
    int position = 0;
    while (position < order.length && time(position) < time) {
      position++;
    }
    return position;
  }

  /** Returns whether times are points in time, and not numbers. */
  boolean isInstant() {
    return unitsPerSecond != 1;
  }

  /** Returns the cut that leaves a gap before the rows that follow another cut. */
  int gapBefore(int cut, Duration gap) {
    if (cut == order.length) {
      return cut;
    }
    double units = units(gap, unitsPerSecond);
    int start = cut;
    while (start > 0 && time(cut) - time(start - 1) < units) {
      start--;
    }
    return start;
  }

  /** Returns the table's rows between two cuts, in the order of time. */
  int[] rows(int from, int to) {
    return Arrays.copyOfRange(order, Math.min(from, to), to);
  }

  private double time(int position) {
    return times[order[position]];
  }
}

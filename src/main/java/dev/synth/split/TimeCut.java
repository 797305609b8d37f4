package dev.synth.split;

import dev.synth.base.Problem;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order of time, and cuts between them that never part rows of one time.
 *
 * <p>Rows whose time is missing, and later copies of equal rows where these are not to be left,
 * stay out.
 */
final class TimeCut {
  private final Cells cells;
  private final double[] times;
  private final int[] order;
  private final int copies;

  /** For each position the weights of the rows before it; null where every row weighs the same. */
  private final double @Nullable [] before;

  private TimeCut(
      Cells cells, double[] times, int[] order, int copies, double @Nullable [] before) {
    this.cells = cells;
    this.times = times;
    this.order = order;
    this.copies = copies;
    this.before = before;
  }

  /**
   * Returns the same rows with shares of them by weight.
   *
   * @param weights how many rows each row of the table stands for; null where each stands for
   *     itself
   */
  TimeCut weighted(double @Nullable [] weights) {
    if (weights == null) {
      return this;
    }
    double[] sums = new double[order.length + 1];
    for (int position = 0; position < order.length; position++) {
      sums[position + 1] = sums[position] + weights[order[position]];
    }
    return new TimeCut(cells, times, order, copies, sums);
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
    return new TimeCut(cells, times, order, sorted.length - order.length, null);
  }

  /** Returns the times of a table's rows, without an order of them, and a gap in their units. */
  static RowTimes times(Table table, String timeColumn, Duration gap) {
    Cells cells = table.cellsInUtc(timeColumn);
    return new RowTimes(times(cells, timeColumn), units(gap, cells));
  }

  /** Returns the times of all rows of the table, and a gap in their units. */
  RowTimes times(Duration gap) {
    return new RowTimes(times, units(gap, cells));
  }

  /** Returns the times of all rows of the table. */
  Cells cells() {
    return cells;
  }

  private static double units(Duration gap, Cells cells) {
    return (gap.getSeconds() + gap.getNano() / 1e9) * (cells instanceof Cells.Instants ? 1e6 : 1);
  }

  /** Returns a time a row, NaN where it is missing. */
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
      if (cells.isMissing(row)) {
        times[row] = Double.NaN;
      }
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
    return cells.missingCount();
  }

  int copies() {
    return copies;
  }

  int size() {
    return order.length;
  }

  /** Returns the cut nearest to a share of the rows, the earlier one on ties. */
  int cutAt(double share) {
    int target = target(share);
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

  /** Returns the position nearest to a share of the rows. */
  private int target(double share) {
    if (before == null) {
      return (int) Math.round(share * order.length);
    }
    double wanted = share * before[order.length];
    int found = Arrays.binarySearch(before, wanted);
    int above = found >= 0 ? found : Math.min(-found - 1, order.length);
    return above > 0 && wanted - before[above - 1] <= before[above] - wanted ? above - 1 : above;
  }

  /** Returns the cut before the rows of a time and later. */
  private int cutBefore(double time) {
    int position = 0;
    while (position < order.length && time(position) < time) {
      position++;
    }
    return position;
  }

  /** Returns the cut before the test rows, which end at a share of the rows. */
  int testStart(SplitOptions options, double end) {
    SplitOptions.Cuts cuts = options.cuts();
    return cuts == null ? cutAt(end - options.test()) : cutBefore(cuts.testStart(isInstant()));
  }

  /** Returns the cut before the validation rows, whose test rows end at a share of the rows. */
  int validationStart(SplitOptions options, double testEnds) {
    SplitOptions.Cuts cuts = options.cuts();
    return cuts == null
        ? cutAt(testEnds - options.test() - options.validation())
        : cutBefore(cuts.validationStart(isInstant()));
  }

  /** Returns the share of the rows before the test rows of the last origin. */
  double shareBeforeTest(SplitOptions options) {
    SplitOptions.Cuts cuts = options.cuts();
    if (cuts == null) {
      return 1 - options.test();
    }
    int cut = cutBefore(cuts.testStart(isInstant()));
    return before == null ? (double) cut / order.length : before[cut] / before[order.length];
  }

  /** Returns whether times are points in time, and not numbers. */
  private boolean isInstant() {
    return cells instanceof Cells.Instants;
  }

  /** Returns the cut that leaves a gap before the rows that follow another cut. */
  int gapBefore(int cut, Duration gap) {
    if (cut == order.length) {
      return cut;
    }
    double units = units(gap, cells);
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

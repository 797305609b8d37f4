package dev.synth.internal.validate.metric;

import dev.synth.internal.base.Micros;
import dev.synth.internal.stats.Circle;
import dev.synth.internal.stats.Quantiles;
import dev.synth.internal.table.LevelOrder;
import dev.synth.internal.validate.metric.SampleColumn.Kind;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.List;

/** Learns on rare training rows what metrics need to know of a column. */
final class ColumnSurvey {
  /** Beyond nine decimals, numbers are measurements whose digits don't repeat by themselves. */
  private static final int MAX_DECIMALS = 9;

  /**
   * A column of numbers is continuous when it has more than this many distinct values, or more than
   * half as many as rows: fewer are ratings, counts or flags, whose combinations recur.
   */
  private static final int MANY_DISTINCT = 20;

  private static final double SECOND = Micros.PER_SECOND;
  private static final double DAY = Micros.PER_DAY;

  private ColumnSurvey() {}

  static SampleColumn of(Column column, Table training, List<Table> others) {
    Cells cells = training.cells(column.name());
    boolean mayBeMissing =
        cells.missingCount() > 0
            || others.stream().anyMatch(other -> other.cells(column.name()).missingCount() > 0);
    if (cells instanceof Cells.Levels levels) {
      List<String> names = levelNames(levels, others, column.name());
      return new SampleColumn(column.name(), Kind.LEVEL, names, 0, 1, false, mayBeMissing, 0);
    }
    boolean isTimeOfDay = column.type() instanceof ColumnType.TimeOfDay;
    double[] sorted = sortedNumbers(cells);
    double origin = isTimeOfDay ? Circle.DAY.start(sorted) : 0;
    if (isTimeOfDay) {
      sorted =
          Arrays.stream(sorted).map(time -> Circle.DAY.wrapped(time - origin)).sorted().toArray();
    }
    return new SampleColumn(
        column.name(),
        isTimeOfDay ? Kind.TIME_OF_DAY : cells instanceof Cells.Instants ? Kind.TIME : Kind.NUMBER,
        List.of(),
        spread(sorted),
        step(column.type(), sorted),
        isContinuous(sorted),
        mayBeMissing,
        origin);
  }

  private static List<String> levelNames(Cells.Levels levels, List<Table> others, String name) {
    return LevelOrder.byFrequency(
        levels, others.stream().map(other -> (Cells.Levels) other.cells(name)).toList());
  }

  private static double[] sortedNumbers(Cells cells) {
    double[] present = new double[cells.size() - cells.missingCount()];
    int count = 0;
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row)) {
        present[count++] =
            cells instanceof Cells.Instants instants
                ? instants.value(row)
                : ((Cells.Numbers) cells).value(row) + 0.0; // -0.0 becomes 0.0
      }
    }
    Arrays.sort(present);
    return present;
  }

  private static double spread(double[] sorted) {
    if (sorted.length == 0) {
      return 0;
    }
    double central = Quantiles.of(sorted, 0.95) - Quantiles.of(sorted, 0.05);
    return central > 0 ? central : sorted[sorted.length - 1] - sorted[0];
  }

  private static boolean isContinuous(double[] sorted) {
    long distinct = Arrays.stream(sorted).distinct().count();
    return distinct > Math.min(MANY_DISTINCT, sorted.length / 2);
  }

  private static double step(ColumnType type, double[] sorted) {
    return switch (type) {
      case ColumnType.Numeric numeric -> {
        Integer decimals = numeric.decimals();
        yield 1 / Math.pow(10, decimals != null ? decimals : decimals(sorted));
      }
      case ColumnType.Timestamp timestamp -> timeStep(sorted);
      case ColumnType.TimeOfDay time -> timeStep(sorted);
      case ColumnType.Categorical categorical -> 1;
      case ColumnType.Identifier identifier -> 1;
    };
  }

  private static double timeStep(double[] sorted) {
    if (allMultiples(sorted, DAY)) {
      return DAY;
    }
    return allMultiples(sorted, SECOND) ? SECOND : 1;
  }

  /** Returns the fewest decimals in [0, 9] that write every value, to a relative 1e-12. */
  private static int decimals(double[] values) {
    int decimals = 0;
    for (double value : values) {
      while (decimals < MAX_DECIMALS && !hasDecimals(value, decimals)) {
        decimals++;
      }
    }
    return decimals;
  }

  private static boolean hasDecimals(double value, int decimals) {
    double scaled = value * Math.pow(10, decimals);
    return Math.abs(scaled - Math.rint(scaled)) <= 1e-12 * Math.max(1, Math.abs(scaled));
  }

  private static boolean allMultiples(double[] values, double unit) {
    return Arrays.stream(values).allMatch(value -> value % unit == 0);
  }
}

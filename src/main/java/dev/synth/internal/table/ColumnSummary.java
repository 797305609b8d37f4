package dev.synth.internal.table;

import dev.synth.internal.base.Micros;
import dev.synth.table.Cells;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** A summary of a column's cells, computed from the cells alone. */
public sealed interface ColumnSummary {
  /** Returns the number of cells that are not missing. */
  int count();

  /** Returns the number of missing cells. */
  int missing();

  /** Returns the number of different values. */
  int distinct();

  /**
   * Numbers.
   *
   * @param count the cells that are not missing
   * @param missing the missing cells
   * @param min the smallest number, NaN where there is none
   * @param max the largest number, NaN where there is none
   * @param distinct how many different numbers there are
   * @param decimals the fewest digits after the point, in [0, 9], that write every number exactly;
   *     empty where nine don't
   */
  record Numbers(int count, int missing, double min, double max, int distinct, OptionalInt decimals)
      implements ColumnSummary {}

  /**
   * Levels.
   *
   * @param count the cells that are not missing
   * @param missing the missing cells
   * @param counts the rows of each level, in the order of the levels; 0 for a level without rows
   */
  record Levels(int count, int missing, Map<String, Integer> counts) implements ColumnSummary {
    public Levels {
      counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    @Override
    public int distinct() {
      return (int) counts.values().stream().filter(rows -> rows > 0).count();
    }
  }

  /**
   * Points in time.
   *
   * @param count the cells that are not missing
   * @param missing the missing cells
   * @param min the earliest, in microseconds since 1970-01-01T00:00; 0 where there is none
   * @param max the latest, likewise
   * @param distinct how many different ones there are
   * @param resolution the coarsest of a day, an hour, a minute, a second, a millisecond and a
   *     microsecond, in microseconds, that divides them all
   */
  record Instants(int count, int missing, long min, long max, int distinct, long resolution)
      implements ColumnSummary {}

  /**
   * Names of rows or of things.
   *
   * @param count the cells that are not missing
   * @param missing the missing cells
   * @param distinct how many different texts there are
   */
  record Texts(int count, int missing, int distinct) implements ColumnSummary {}

  /** Summarises a column's cells. */
  static ColumnSummary of(Cells cells) {
    return switch (cells) {
      case Cells.Numbers numbers -> ofNumbers(numbers);
      case Cells.Levels levels -> ofLevels(levels);
      case Cells.Instants instants -> ofInstants(instants);
      case Cells.Texts texts -> ofTexts(texts);
    };
  }

  private static Numbers ofNumbers(Cells.Numbers cells) {
    double[] sorted = new double[cells.size() - cells.missingCount()];
    int count = 0;
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row)) {
        sorted[count++] = cells.value(row) + 0.0; // −0 + 0 is 0
      }
    }
    Arrays.sort(sorted);
    int distinct = count == 0 ? 0 : 1;
    for (int i = 1; i < count; i++) {
      distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
    }
    return new Numbers(
        count,
        cells.missingCount(),
        count == 0 ? Double.NaN : sorted[0],
        count == 0 ? Double.NaN : sorted[count - 1],
        distinct,
        decimals(sorted));
  }

  private static OptionalInt decimals(double[] values) {
    int decimals = 0;
    for (double value : values) {
      while (decimals < 10 && !isWritten(value, decimals)) {
        decimals++;
      }
    }
    return decimals < 10 ? OptionalInt.of(decimals) : OptionalInt.empty();
  }

  /** A scaled integer divided by the exact power of ten is the nearest double to the decimal. */
  private static boolean isWritten(double value, int decimals) {
    double scale = Math.pow(10, decimals); // exact for powers this small
    return Math.rint(value * scale) / scale == value;
  }

  private static Levels ofLevels(Cells.Levels cells) {
    int[] counts = new int[cells.levels().size()];
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row)) {
        counts[cells.code(row)]++;
      }
    }
    Map<String, Integer> named = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      named.put(cells.levels().get(i), counts[i]);
    }
    return new Levels(cells.size() - cells.missingCount(), cells.missingCount(), named);
  }

  private static Instants ofInstants(Cells.Instants cells) {
    long[] sorted = new long[cells.size() - cells.missingCount()];
    int count = 0;
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row)) {
        sorted[count++] = cells.value(row);
      }
    }
    Arrays.sort(sorted);
    long[] units = {
      Micros.PER_DAY, Micros.PER_HOUR, Micros.PER_MINUTE, Micros.PER_SECOND, 1_000L, 1L
    };
    int unit = 0;
    for (long time : sorted) {
      while (time % units[unit] != 0) {
        unit++;
      }
    }
    int distinct = count == 0 ? 0 : 1;
    for (int i = 1; i < count; i++) {
      distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
    }
    return new Instants(
        count,
        cells.missingCount(),
        count == 0 ? 0 : sorted[0],
        count == 0 ? 0 : sorted[count - 1],
        distinct,
        units[unit]);
  }

  private static Texts ofTexts(Cells.Texts cells) {
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row)) {
        seen.add(cells.value(row));
      }
    }
    return new Texts(cells.size() - cells.missingCount(), cells.missingCount(), seen.size());
  }
}

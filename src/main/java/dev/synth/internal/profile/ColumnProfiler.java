package dev.synth.internal.profile;

import dev.synth.internal.profile.ColumnProfile.LevelShare;
import dev.synth.internal.profile.ColumnProfile.NumberFacts;
import dev.synth.internal.stats.Quantiles;
import dev.synth.internal.table.CellText;
import dev.synth.internal.table.read.problem.TypeNames;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.reading.ColumnFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Takes down what single columns look like. */
public final class ColumnProfiler {
  /** The most levels of a column that are named. */
  private static final int NAMED_LEVELS = 5;

  private ColumnProfiler() {}

  /**
   * Returns what a column looks like.
   *
   * @param reasons why it was read so
   */
  public static ColumnProfile of(Column column, Cells cells, List<ColumnFact> reasons) {
    return switch (cells) {
      case Cells.Numbers numbers -> ofSorted(column, cells, reasons, sorted(numbers));
      case Cells.Instants instants -> ofTimes(column, instants, reasons);
      case Cells.Levels levels -> ofCounts(column, cells, reasons, counts(levels), true);
      case Cells.Texts texts -> ofCounts(column, cells, reasons, counts(texts), false);
    };
  }

  private static double[] sorted(Cells.Numbers numbers) {
    double[] present = new double[numbers.size() - numbers.missingCount()];
    int count = 0;
    for (int row = 0; row < numbers.size(); row++) {
      if (!numbers.isMissing(row)) {
        present[count++] = numbers.value(row) + 0.0;
      }
    }
    Arrays.sort(present);
    return present;
  }

  private static ColumnProfile ofSorted(
      Column column, Cells cells, List<ColumnFact> reasons, double[] sorted) {
    int distinct = 0;
    int longest = 0;
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[i - 1]) {
        distinct++;
        longest = Math.max(longest, i - start);
        start = i;
      }
    }
    return new ColumnProfile(
        column.name(),
        TypeNames.of(column.type()),
        reasons,
        column.isModelled(),
        cells.missingCount(),
        distinct,
        share(longest, sorted.length),
        sorted.length == 0 ? null : facts(sorted),
        null,
        null,
        List.of(),
        null);
  }

  private static double share(int part, int all) {
    return all == 0 ? 0 : part / (double) all;
  }

  private static NumberFacts facts(double[] sorted) {
    int n = sorted.length;
    double mean = Arrays.stream(sorted).sequential().reduce(0, (sum, x) -> sum + x / n);
    double squares = 0;
    double cubes = 0;
    int zeros = 0;
    for (double value : sorted) {
      double apart = value - mean;
      squares += apart * apart / n;
      cubes += apart * apart * apart / n;
      zeros += value == 0 ? 1 : 0;
    }
    double skew = cubes / Math.pow(squares, 1.5);
    return new NumberFacts(
        sorted[0],
        Quantiles.of(sorted, 0.25),
        Quantiles.of(sorted, 0.5),
        Quantiles.of(sorted, 0.75),
        sorted[n - 1],
        mean,
        n < 2 ? 0 : Math.sqrt(squares * n / (n - 1)),
        Double.isFinite(skew) && sorted[0] < sorted[n - 1] ? skew : null,
        zeros);
  }

  private static ColumnProfile ofTimes(
      Column column, Cells.Instants times, List<ColumnFact> reasons) {
    Map<Long, Integer> counts = new HashMap<>();
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int row = 0; row < times.size(); row++) {
      if (!times.isMissing(row)) {
        counts.merge(times.value(row), 1, Integer::sum);
        first = Math.min(first, times.value(row));
        last = Math.max(last, times.value(row));
      }
    }
    int longest = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    boolean any = !counts.isEmpty();
    return new ColumnProfile(
        column.name(),
        TypeNames.of(column.type()),
        reasons,
        column.isModelled(),
        times.missingCount(),
        counts.size(),
        share(longest, times.size() - times.missingCount()),
        null,
        any ? CellText.instant(column, first) : null,
        any ? CellText.instant(column, last) : null,
        List.of(),
        null);
  }

  private static Map<String, Integer> counts(Cells.Levels levels) {
    int[] counts = new int[levels.levels().size()];
    for (int row = 0; row < levels.size(); row++) {
      if (!levels.isMissing(row)) {
        counts[levels.code(row)]++;
      }
    }
    Map<String, Integer> byLevel = new HashMap<>();
    IntStream.range(0, counts.length)
        .filter(level -> counts[level] > 0)
        .forEach(level -> byLevel.put(levels.levels().get(level), counts[level]));
    return byLevel;
  }

  private static Map<String, Integer> counts(Cells.Texts texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (int row = 0; row < texts.size(); row++) {
      if (!texts.isMissing(row)) {
        counts.merge(texts.value(row), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static ColumnProfile ofCounts(
      Column column,
      Cells cells,
      List<ColumnFact> reasons,
      Map<String, Integer> counts,
      boolean areNamed) {
    int longest = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    return new ColumnProfile(
        column.name(),
        TypeNames.of(column.type()),
        reasons,
        column.isModelled(),
        cells.missingCount(),
        counts.size(),
        share(longest, cells.size() - cells.missingCount()),
        null,
        null,
        null,
        areNamed ? mostFrequent(counts) : List.of(),
        null);
  }

  private static List<LevelShare> mostFrequent(Map<String, Integer> counts) {
    List<LevelShare> levels = new ArrayList<>();
    counts.forEach((level, rows) -> levels.add(new LevelShare(level, rows)));
    levels.sort(
        Comparator.comparingInt(LevelShare::rows).reversed().thenComparing(LevelShare::level));
    return levels.subList(0, Math.min(NAMED_LEVELS, levels.size()));
  }
}

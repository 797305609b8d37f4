package dev.synth.benchmarks.interval;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.benchmarks.BenchmarkSet;
import dev.synth.internal.table.RowKeys;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The distinct rows of a real set as numbers, in two random halves: data sets are drawn from one,
 * and what must be new to them from the other. A level is its share of the rows, a missing number
 * the column's mean; both know nothing of the classes.
 */
final class RealRows {
  /** A data set may have so many of the rare rows of its half, that data sets hardly overlap. */
  private static final int MOST_IN_ONE = 10;

  private static final Map<BenchmarkSet, RealRows> READ = new EnumMap<>(BenchmarkSet.class);

  /** The rows of each half by class, the rare ones first. */
  private final double[][][][] halves = new double[2][2][][];

  private RealRows(LabelledTable all, RandomStream stream) {
    double[][] cells = numbers(all.features());
    List<String> keys = RowKeys.of(all.features(), all.features().schema().names());
    Set<String> seen = new HashSet<>();
    List<List<double[]>> parts = List.of(list(), list(), list(), list());
    int[] dealt = new int[2];
    for (int row : stream.permutation(cells.length)) {
      if (seen.add(keys.get(row))) {
        int own = all.isRare(row) ? 0 : 1;
        parts.get(2 * own + dealt[own]++ % 2).add(cells[row]);
      }
    }
    for (int own = 0; own < 2; own++) {
      for (int half = 0; half < 2; half++) {
        halves[half][own] = parts.get(2 * own + half).toArray(double[][]::new);
      }
    }
  }

  private static List<double[]> list() {
    return new ArrayList<>();
  }

  /** Reads a set, once. */
  static RealRows of(BenchmarkSet set, Path folder) {
    return READ.computeIfAbsent(
        set,
        key ->
            new RealRows(
                key.readAll(folder).modelled(),
                new Seeds(42).stream("interval/" + key.title() + "/halves")));
  }

  /** Returns the most rare rows that a data set may have. */
  int mostRare() {
    return halves[0][0].length / MOST_IN_ONE;
  }

  /** Returns how many rare rows a half can give, with others at odds of one in so many. */
  int most(int half, int oneIn) {
    return Math.min(halves[half][0].length, halves[half][1].length / (oneIn - 1));
  }

  /** Draws rows without replacement: so many rare ones, and others behind them. */
  double[][] draw(int half, int rare, int others, RandomStream stream) {
    List<double[]> rows = new ArrayList<>(chosen(halves[half][0], rare, stream));
    rows.addAll(chosen(halves[half][1], others, stream));
    return rows.toArray(double[][]::new);
  }

  private static List<double[]> chosen(double[][] from, int count, RandomStream stream) {
    Set<Integer> places = new LinkedHashSet<>();
    if (2 * count > from.length) {
      Arrays.stream(stream.permutation(from.length)).limit(count).forEach(places::add);
    }
    while (places.size() < count) {
      places.add(stream.nextInt(from.length));
    }
    return places.stream().map(place -> from[place]).toList();
  }

  private static double[][] numbers(Table features) {
    double[][] cells = new double[features.rowCount()][features.schema().columns().size()];
    for (int column = 0; column < features.schema().columns().size(); column++) {
      double[] values = values(features.cells(column));
      double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
      double mean = Arrays.stream(known).average().orElse(0);
      double variance =
          Arrays.stream(known).map(value -> (value - mean) * (value - mean)).average().orElse(0);
      for (int row = 0; row < cells.length; row++) {
        boolean isKnown = Double.isFinite(values[row]) && variance > 0;
        cells[row][column] = isKnown ? (values[row] - mean) / Math.sqrt(variance) : 0;
      }
    }
    return cells;
  }

  private static double[] values(Cells cells) {
    double[] values = new double[cells.size()];
    Arrays.fill(values, Double.NaN);
    double[] shares = shares(cells);
    for (int row = 0; row < values.length; row++) {
      if (!cells.isMissing(row)) {
        values[row] =
            switch (cells) {
              case Cells.Numbers numbers -> numbers.value(row);
              case Cells.Levels levels -> shares[levels.code(row)];
              case Cells.Instants instants -> instants.value(row);
              case Cells.Texts texts -> Double.NaN;
            };
      }
    }
    return values;
  }

  private static double[] shares(Cells cells) {
    if (!(cells instanceof Cells.Levels levels)) {
      return new double[0];
    }
    double[] shares = new double[levels.levels().size()];
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row)) {
        shares[levels.code(row)] += 1.0 / cells.size();
      }
    }
    return shares;
  }
}

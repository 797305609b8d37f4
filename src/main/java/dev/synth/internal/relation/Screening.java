package dev.synth.internal.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A few rows with many different values, which decide what formulas are worth a look at all. */
final class Screening {
  /** The number of rows that decide which candidates are looked at. */
  private static final int SCREENING_ROWS = 8;

  /** The number of first rows from which screening rows are chosen. */
  private static final int CHOSEN_FROM = 500;

  private final List<ColumnFacts> columns;
  private final double[] halves;
  private final double[][] rows;

  /** Chooses rows for columns of numbers. */
  Screening(List<ColumnFacts> columns, int rowCount) {
    this.columns = columns;
    this.halves = columns.stream().mapToDouble(ColumnFacts::half).toArray();
    this.rows = chosen(rowCount);
  }

  /** Returns the rows: a value for each column, NaN where it is missing. Not a copy. */
  double[][] rows() {
    return rows;
  }

  /** Returns whether there are rows enough to tell formulas apart. */
  boolean isEnough() {
    return rows.length >= SCREENING_ROWS;
  }

  /** Returns half a unit of a column's last digit. */
  double half(int column) {
    return halves[column];
  }

  /**
   * The rows, of the first ones, in which most columns have values, and different ones. For each
   * column there are two rows in which it differs from what it mostly is, so that columns that are
   * nearly always zero are told apart soon.
   */
  private double[][] chosen(int rowCount) {
    int candidates = Math.min(CHOSEN_FROM, rowCount);
    long[] scores = new long[candidates];
    for (int row = 0; row < candidates; row++) {
      scores[row] =
          Arrays.stream(values(row))
              .filter(value -> !Double.isNaN(value) && value != 0)
              .distinct()
              .count();
    }
    Set<Integer> chosen =
        IntStream.range(0, candidates)
            .boxed()
            .sorted(Comparator.comparingLong((Integer row) -> -scores[row]))
            .limit(SCREENING_ROWS)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    columns.forEach(column -> addUnusual(column, chosen));
    return chosen.stream().map(this::values).toArray(double[][]::new);
  }

  private double[] values(int row) {
    return columns.stream().mapToDouble(column -> column.values[row]).toArray();
  }

  private static void addUnusual(ColumnFacts column, Set<Integer> rows) {
    double usual = column.usual();
    int last = column.values.length - 1;
    for (int row = 0; row <= last; row++) {
      if (Math.abs(column.values[row] - usual) > 0) { // false where it is missing
        rows.add(row);
        break;
      }
    }
    for (int row = last; row >= 0; row--) {
      if (Math.abs(column.values[row] - usual) > 0) {
        rows.add(row);
        break;
      }
    }
  }

  /** A screening row, with the values of columns of each precision in rising order. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Lookup(double[] row, List<Shelf> shelves) {}

  /** Columns of one precision, by their values in a row. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Shelf(double half, double[] sorted, int[] order) {}

  /** The first screening row, and another one for each column that the ones before lack. */
  List<Lookup> lookups() {
    List<Lookup> lookups = new ArrayList<>();
    boolean[] covered = new boolean[columns.size()];
    for (double[] row : rows) {
      boolean isNew = lookups.isEmpty();
      for (int i = 0; i < covered.length; i++) {
        isNew |= !covered[i] && !Double.isNaN(row[i]);
      }
      if (isNew) {
        for (int i = 0; i < covered.length; i++) {
          covered[i] |= !Double.isNaN(row[i]);
        }
        lookups.add(new Lookup(row, shelves(row)));
      }
    }
    return lookups;
  }

  private List<Shelf> shelves(double[] row) {
    List<Shelf> shelves = new ArrayList<>();
    Map<Integer, List<Integer>> byDigits = new TreeMap<>();
    for (int i = 0; i < row.length; i++) {
      if (!Double.isNaN(row[i])) {
        byDigits
            .computeIfAbsent(columns.get(i).decimals.digits(), digits -> new ArrayList<>())
            .add(i);
      }
    }
    for (List<Integer> alike : byDigits.values()) {
      alike.sort(Comparator.comparingDouble((Integer i) -> row[i]));
      int[] order = alike.stream().mapToInt(Integer::intValue).toArray();
      shelves.add(
          new Shelf(
              Arrays.stream(order).mapToDouble(i -> halves[i]).max().orElse(0),
              Arrays.stream(order).mapToDouble(i -> row[i]).toArray(),
              order));
    }
    return shelves;
  }
}

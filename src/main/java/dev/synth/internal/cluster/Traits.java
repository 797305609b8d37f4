package dev.synth.internal.cluster;

import dev.synth.internal.cluster.Segmentation.Trait;
import dev.synth.internal.stats.Medians;
import dev.synth.internal.stats.Quantiles;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The traits that set some rows of a table apart from its others, in the columns' own units. */
final class Traits {
  private static final int MOST = 4;

  /** Weaker differences set nothing apart. */
  private static final double WEAKEST = 0.2;

  private Traits() {}

  /**
   * Returns the strongest traits of some rows, the strongest first; none where there are no others.
   *
   * @param columns the columns to look at: numbers and levels
   */
  static List<Trait> of(Table table, List<String> columns, int[] own, int[] others) {
    List<Trait> traits = new ArrayList<>();
    if (own.length == 0 || others.length == 0) {
      return traits;
    }
    for (String column : columns) {
      switch (table.cells(column)) {
        case Cells.Numbers numbers -> number(column, numbers, own, others).ifPresent(traits::add);
        case Cells.Levels levels -> traits.add(level(column, levels, own, others));
        case Cells.Instants times -> {}
        case Cells.Texts texts -> {}
      }
    }
    return traits.stream()
        .filter(trait -> trait.strength() >= WEAKEST)
        .sorted(Comparator.comparingDouble(trait -> -trait.strength()))
        .limit(MOST)
        .toList();
  }

  private static Optional<Trait> number(
      String column, Cells.Numbers numbers, int[] own, int[] others) {
    double[] first = present(numbers, own);
    double[] second = present(numbers, others);
    if (first.length == 0 || second.length == 0) {
      return Optional.empty();
    }
    double a = Medians.median(first);
    double b = Medians.median(second);
    double strength = a == b ? 0 : Math.min(1, Math.abs(a - b) / spread(first, second));
    return Optional.of(new Trait(column, a, b, null, null, null, strength));
  }

  private static double[] present(Cells.Numbers numbers, int[] rows) {
    return Arrays.stream(rows)
        .filter(row -> !numbers.isMissing(row))
        .mapToDouble(numbers::value)
        .sorted()
        .toArray();
  }

  /** The middle half of all values or, where that has no width, all of them. */
  private static double spread(double[] first, double[] second) {
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    Arrays.sort(all);
    double middle = Quantiles.of(all, 0.75) - Quantiles.of(all, 0.25);
    return middle > 0 ? middle : all[all.length - 1] - all[0];
  }

  private static Trait level(String column, Cells.Levels levels, int[] own, int[] others) {
    double[] first = shares(levels, own);
    double[] second = shares(levels, others);
    int most =
        IntStream.range(0, first.length)
            .boxed()
            .max(Comparator.comparingDouble(level -> first[level] - second[level]))
            .orElse(0);
    boolean isAny = first.length > 0;
    return new Trait(
        column,
        null,
        null,
        isAny ? levels.levels().get(most) : "",
        isAny ? first[most] : 0,
        isAny ? second[most] : 0,
        isAny ? Math.max(0, first[most] - second[most]) : 0);
  }

  private static double[] shares(Cells.Levels levels, int[] rows) {
    double[] shares = new double[levels.levels().size()];
    for (int row : rows) {
      if (!levels.isMissing(row)) {
        shares[levels.code(row)]++;
      }
    }
    return Arrays.stream(shares).map(count -> count / rows.length).toArray();
  }
}

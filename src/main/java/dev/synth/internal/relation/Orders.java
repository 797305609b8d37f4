package dev.synth.internal.relation;

import dev.synth.internal.base.Micros;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.relation.number.Clocks;
import dev.synth.internal.relation.number.NumberTable;
import dev.synth.table.Decimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Finds columns of numbers, or of times, of which one is never above the other; an order that
 * follows from two others, or from how a column is computed, is left out.
 */
final class Orders {

  private final Search search;
  private final NumberTable shuffled;

  private Orders(Search search) {
    this.search = search;
    this.shuffled = search.shuffled();
  }

  static void find(Search search) {
    new Orders(search).find();
  }

  private record Pair(ColumnFacts low, ColumnFacts high, boolean strict) {}

  private void find() {
    List<ColumnFacts> columns =
        search.facts.stream()
            .filter(column -> column.varies() && column.kind != ColumnFacts.Kind.LEVEL)
            .filter(column -> !isCopy(column))
            .toList();
    List<Pair> pairs = new ArrayList<>();
    for (ColumnFacts low : columns) {
      for (ColumnFacts high : columns) {
        if (low != high && low.kind == high.kind && mayBe(low, high)) {
          compare(low, high, pairs);
        }
      }
    }
    pairs.stream().filter(pair -> isDirect(pair, pairs)).forEach(this::add);
  }

  /** Returns whether another column has the same order, or nearly so. */
  private boolean isCopy(ColumnFacts column) {
    return search.found().stream()
        .anyMatch(
            each ->
                (each instanceof Relation.Equal equal && equal.target() == column.index)
                    || (each instanceof Relation.PartOf part && part.target() == column.index));
  }

  /** Returns whether the ranges allow the order, and don't give it. */
  private static boolean mayBe(ColumnFacts low, ColumnFacts high) {
    return low.min() <= high.min() && low.max() <= high.max() && low.max() > high.min();
  }

  private void compare(ColumnFacts low, ColumnFacts high, List<Pair> pairs) {
    boolean strict = true;
    for (int row = 0; row < low.values.length; row++) {
      if (low.values[row] > high.values[row]) {
        return;
      }
      strict &= low.values[row] != high.values[row];
    }
    if (low.kind == ColumnFacts.Kind.TIME
        && !Clocks.areOne(search.grid.schema(), low.index, high.index)
        && !holdsInUtc(low, high)) {
      return; // rules compare points in time
    }
    if (search.evidence.isEnough(low, high)
        && search.evidence.wouldBreak(
            row -> shuffled.get(low.index, row) > shuffled.get(high.index, row))) {
      pairs.add(new Pair(low, high, strict));
    }
  }

  private boolean holdsInUtc(ColumnFacts low, ColumnFacts high) {
    double[] first = search.grid.utc(low.index);
    double[] second = search.grid.utc(high.index);
    return IntStream.range(0, first.length).noneMatch(row -> first[row] > second[row]);
  }

  private static boolean isDirect(Pair pair, List<Pair> all) {
    return all.stream()
        .filter(first -> first.low() == pair.low() && first.high() != pair.high())
        .noneMatch(
            first ->
                all.stream()
                    .anyMatch(
                        second -> second.low() == first.high() && second.high() == pair.high()));
  }

  private void add(Pair pair) {
    String rule =
        PlainText.of(
            "%s %s %s",
            search.text.name(pair.low().index),
            pair.strict() ? "<" : "<=",
            search.text.name(pair.high().index));
    search.add(
        new Relation.Ordered(
            rule,
            pair.low().index,
            pair.high().index,
            pair.strict(),
            scale(pair.low()),
            scale(pair.high())));
  }

  private Relation.NumberRange scale(ColumnFacts column) {
    double step =
        search.found().stream()
            .filter(each -> each instanceof Relation.Stepped of && of.column() == column.index)
            .mapToDouble(each -> ((Relation.Stepped) each).unit())
            .findFirst()
            .orElse(0);
    return new Relation.NumberRange(step > 0 ? step : unit(column), column.min(), column.max());
  }

  /** Returns what a column's values are multiples of as they are written; 0 if of nothing. */
  static double unit(ColumnFacts column) {
    if (column.isNumber()) {
      int digits = column.decimals.digits();
      return digits == Decimals.ANY ? 0 : 1 / Math.pow(10, digits);
    }
    return DoubleStream.of((double) Micros.PER_DAY, (double) Micros.PER_SECOND)
        .filter(each -> Arrays.stream(column.distinct).allMatch(at -> at % each == 0))
        .findFirst()
        .orElse(1);
  }
}

package dev.synth.internal.relation;

import dev.synth.internal.base.PlainText;
import java.util.Arrays;

/**
 * Finds columns of numbers that are all multiples of a step, from some number on: round amounts,
 * quarters, prices that end in 99.
 */
final class StepColumns {
  /** Fewer different values lie on a grid by chance, and are drawn as they are anyway. */
  private static final int LEAST_VALUES = 20;

  private StepColumns() {}

  static void find(Search search) {
    search.facts.stream()
        .filter(column -> column.isNumber() && column.distinct.length >= LEAST_VALUES)
        .filter(column -> column.decimals.digits() >= 0 && !column.holdsCodes())
        .filter(column -> !search.targets.get(column.index))
        .filter(column -> search.evidence.isEnough(column))
        .forEach(column -> look(search, column));
  }

  private static void look(Search search, ColumnFacts column) {
    double perUnit = Math.pow(10, column.decimals.digits());
    long[] units = Arrays.stream(column.distinct).mapToLong(x -> Math.round(x * perUnit)).toArray();
    long common = 0;
    for (int i = 1; i < units.length && common != 1; i++) {
      common = gcd(units[i] - units[0], common);
    }
    if (common < 2) {
      return;
    }
    double step = common / perUnit;
    double first = Math.floorMod(units[0], common) / perUnit;
    String rule =
        PlainText.of(
            "%s in steps of %s%s",
            search.text.name(column.index),
            RuleText.number(step),
            first == 0 ? "" : " from " + RuleText.number(first));
    search.add(
        new Relation.Stepped(
            rule, column.index, common, Math.floorMod(units[0], common), column.decimals.digits()));
  }

  private static long gcd(long a, long b) {
    long x = Math.abs(a);
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}

package dev.synth.internal.relation;

import dev.synth.internal.relation.number.ShortNumbers;
import dev.synth.table.Decimals;
import java.util.List;

/**
 * Finds columns of numbers that are another one times a number, plus a number, to their own digits:
 * {@code fee == round(0.015 * amount, 2)}.
 */
final class LinearColumns {
  /** A factor that is known less well than this is none. */
  private static final double WIDEST = 5e-3;

  private static final int CANDIDATES = 3;

  private final Search search;

  private LinearColumns(Search search) {
    this.search = search;
  }

  static void find(Search search) {
    LinearColumns lines = new LinearColumns(search);
    List<ColumnFacts> columns =
        search.open(column -> column.isNumber() && column.distinct.length > 2);
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        ColumnFacts a = columns.get(i);
        ColumnFacts b = columns.get(j);
        if (!search.targets.get(a.index) || !search.targets.get(b.index)) {
          boolean isFiner = digits(a) > digits(b);
          ColumnFacts target = isFiner ? a : b;
          ColumnFacts source = isFiner ? b : a;
          if (!lines.isLine(source, target)) {
            lines.isLine(target, source);
          }
        }
      }
    }
  }

  private static int digits(ColumnFacts column) {
    int digits = column.decimals.digits();
    return digits == Decimals.ANY ? Integer.MAX_VALUE : digits;
  }

  private boolean isLine(ColumnFacts source, ColumnFacts target) {
    if (source.distinct.length < target.distinct.length
        || !search.mayCompute(target.index, List.of(source.index))) {
      return false;
    }
    int[] ends = ends(source, target);
    if (ends.length == 0) {
      return false;
    }
    double run = source.values[ends[1]] - source.values[ends[0]];
    double rise = target.values[ends[1]] - target.values[ends[0]];
    double half = target.half();
    if (!passesThrough(source, target, ends, rise / run, 3 * half)) {
      return false;
    }
    double low = (rise - 2 * half) / run;
    double high = (rise + 2 * half) / run;
    return ratio(source, target, half)
        || exact(source, target, ends, rise / run)
        || offset(source, target, half, low, high);
  }

  /** The line through the ends, where the target is not rounded. */
  private boolean exact(ColumnFacts source, ColumnFacts target, int[] ends, double slope) {
    double error = ColumnFacts.ROUNDING * Math.abs(slope);
    for (double factor : ShortNumbers.in(slope - error, slope + error, 1)) {
      double constant = target.values[ends[0]] - factor * source.values[ends[0]];
      double size = ColumnFacts.ROUNDING * Math.max(1, Math.abs(target.values[ends[0]]));
      for (double rounded : ShortNumbers.in(constant - size, constant + size, 1)) {
        if (accept(source, target, factor, rounded, false)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The rows with the least and the largest source among those with both; none if they agree. */
  private static int[] ends(ColumnFacts source, ColumnFacts target) {
    int[] known = source.ends();
    if (!target.missing.get(known[0]) && !target.missing.get(known[1])) {
      return known;
    }
    int least = -1;
    int most = -1;
    for (int row = 0; row < source.values.length; row++) {
      if (!Double.isNaN(source.values[row]) && !Double.isNaN(target.values[row])) {
        least = least < 0 || source.values[row] < source.values[least] ? row : least;
        most = most < 0 || source.values[row] > source.values[most] ? row : most;
      }
    }
    boolean isLine = least >= 0 && source.values[least] < source.values[most];
    return isLine ? new int[] {least, most} : new int[0];
  }

  /** Returns whether a few rows lie near the line through the ends; nearly always decides. */
  private static boolean passesThrough(
      ColumnFacts source, ColumnFacts target, int[] ends, double slope, double allowed) {
    int seen = 0;
    for (int row = 0; row < source.values.length && seen < 5; row++) {
      double x = source.values[row];
      double y = target.values[row];
      if (!Double.isNaN(x) && !Double.isNaN(y)) {
        seen++;
        double expected = target.values[ends[0]] + slope * (x - source.values[ends[0]]);
        if (!(Math.abs(y - expected) <= allowed + ColumnFacts.ROUNDING * Math.abs(expected))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The factors that every row allows without a constant. */
  private boolean ratio(ColumnFacts source, ColumnFacts target, double half) {
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (int row = 0; row < source.values.length; row++) {
      double x = source.values[row];
      double y = target.values[row];
      if (Double.isNaN(x) || Double.isNaN(y)) {
        continue;
      }
      if (x == 0) {
        if (Math.abs(y) > half) {
          return false;
        }
        continue;
      }
      double one = (y - half) / x;
      double other = (y + half) / x;
      low = Math.max(low, Math.min(one, other));
      high = Math.min(high, Math.max(one, other));
      if (low > high) {
        return false;
      }
    }
    return isNarrow(low, high)
        && ShortNumbers.in(low, high, 1).stream()
            .anyMatch(factor -> accept(source, target, factor, 0, true));
  }

  private boolean offset(
      ColumnFacts source, ColumnFacts target, double half, double low, double high) {
    if (!isNarrow(low, high)) {
      return false;
    }
    for (double factor : ShortNumbers.in(low, high, CANDIDATES)) {
      double least = Double.NEGATIVE_INFINITY;
      double most = Double.POSITIVE_INFINITY;
      for (int row = 0; row < source.values.length && least <= most; row++) {
        double rest = target.values[row] - factor * source.values[row];
        if (!Double.isNaN(rest)) {
          double error = half + ColumnFacts.ROUNDING * Math.abs(factor * source.values[row]);
          least = Math.max(least, rest - error);
          most = Math.min(most, rest + error);
        }
      }
      if (least <= most
          && ShortNumbers.in(least, most, 1).stream()
              .anyMatch(constant -> accept(source, target, factor, constant, true))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNarrow(double low, double high) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    return size > 0 && high - low <= WIDEST * size && low * high > 0;
  }

  private boolean accept(
      ColumnFacts source, ColumnFacts target, double factor, double constant, boolean mayRound) {
    List<Relation.Term> terms =
        List.of(new Relation.Term(factor, List.of(source.index), List.of()));
    String left = formula(search.text.name(source.index), factor, constant);
    return new FormulaCheck(search).accept(target, terms, constant, left, mayRound);
  }

  private static String formula(String name, double factor, double constant) {
    String product = factor == 1 ? name : RuleText.number(factor) + " * " + name;
    if (constant == 0) {
      return product;
    }
    return product + (constant < 0 ? " - " : " + ") + RuleText.number(Math.abs(constant));
  }
}

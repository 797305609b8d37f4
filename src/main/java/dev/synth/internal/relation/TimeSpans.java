package dev.synth.internal.relation;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.relation.number.Clocks;
import dev.synth.internal.rule.TimeUnit;
import dev.synth.table.Decimals;
import java.util.List;

/**
 * Finds columns of numbers that are the time from one column to another, in days, hours, minutes or
 * seconds: exact, rounded to the column's digits, or whole units that are over. Months and years
 * are whole ones that are over, and days may count both ends.
 */
final class TimeSpans {
  private final Search search;
  private final List<ColumnFacts> numbers;

  private TimeSpans(Search search) {
    this.search = search;
    List<ColumnFacts> all = search.open(ColumnFacts::isNumber);
    this.numbers = all.subList(0, Math.min(FormulaSearch.MOST_COLUMNS, all.size()));
  }

  static void find(Search search) {
    List<ColumnFacts> times = TimePartColumns.times(search);
    TimeSpans spans = new TimeSpans(search);
    for (ColumnFacts from : times) {
      for (ColumnFacts to : times) {
        if (from != to && Clocks.areOne(search.grid.schema(), from.index, to.index)) {
          spans.between(from, to);
        }
      }
    }
  }

  private void between(ColumnFacts from, ColumnFacts to) {
    for (ColumnFacts number : numbers) {
      for (TimeUnit unit : TimeUnit.values()) {
        if (!search.targets.get(number.index) && isSpan(from, to, number, unit)) {
          return;
        }
      }
    }
  }

  /** The ways in which a number tells the time between. */
  private enum SpanForm {
    EXACT,
    /** Exact, and one more: of days, where the first and the last count. */
    BOTH_ENDS,
    FLOORED,
    ROUNDED;

    boolean mayBe(TimeUnit unit, boolean isWhole) {
      return switch (this) {
        case EXACT -> !unit.isOfCalendar();
        case BOTH_ENDS -> unit == TimeUnit.DAYS && isWhole;
        case FLOORED -> isWhole;
        case ROUNDED -> !isWhole && !unit.isOfCalendar();
      };
    }
  }

  private boolean isSpan(ColumnFacts from, ColumnFacts to, ColumnFacts number, TimeUnit unit) {
    for (SpanForm way : SpanForm.values()) {
      if (way.mayBe(unit, number.isWhole()) && holds(from, to, number, unit, way)) {
        return search.evidence.isEnough(from, to, number)
            && matters(from, to, number, unit, way)
            && add(from, to, number, unit, way);
      }
    }
    return false;
  }

  private static boolean holds(
      ColumnFacts from, ColumnFacts to, ColumnFacts number, TimeUnit unit, SpanForm way) {
    for (int row = 0; row < number.values.length; row++) {
      double span = unit.between(from.values[row], to.values[row]);
      if (isOff(span, number, number.values[row], way)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a number is not the span; never where one is missing. */
  private static boolean isOff(double span, ColumnFacts column, double number, SpanForm way) {
    double error = ColumnFacts.ROUNDING * Math.max(1, Math.abs(span));
    return switch (way) {
      case EXACT -> Math.abs(span - number) > error;
      case BOTH_ENDS -> Math.abs(span + 1 - number) > error;
      case FLOORED -> Math.abs(Math.floor(span + error) - number) > 0;
      case ROUNDED -> Math.abs(span - number) > column.half() + error;
    };
  }

  /** Returns whether shuffling any of the three would break enough rows. */
  private boolean matters(
      ColumnFacts from, ColumnFacts to, ColumnFacts number, TimeUnit unit, SpanForm way) {
    Evidence evidence = search.evidence;
    return List.of(from, to, number).stream()
        .allMatch(
            shuffled ->
                evidence.wouldBreak(
                    row -> {
                      int other = evidence.shuffled(shuffled.index, row);
                      double start = from.values[shuffled == from ? other : row];
                      double end = to.values[shuffled == to ? other : row];
                      double told = number.values[shuffled == number ? other : row];
                      return isOff(unit.between(start, end), number, told, way);
                    }));
  }

  /** The end is computed where the number gives it; else the number, since spans are short. */
  private boolean add(
      ColumnFacts from, ColumnFacts to, ColumnFacts number, TimeUnit unit, SpanForm way) {
    boolean givesEnd =
        (way == SpanForm.EXACT || way == SpanForm.BOTH_ENDS)
            && search.mayCompute(to.index, List.of(from.index, number.index))
            && isWhole(number, unit, Orders.unit(to));
    if (!givesEnd && !search.mayCompute(number.index, List.of(from.index, to.index))) {
      return false;
    }
    String span =
        PlainText.of(
            "%s(%s, %s)",
            unit.function(), search.text.name(from.index), search.text.name(to.index));
    int digits = number.decimals.digits();
    String shown =
        switch (way) {
          case EXACT -> span;
          case BOTH_ENDS -> span + " + 1";
          case FLOORED -> PlainText.of("floor(%s)", span);
          case ROUNDED -> PlainText.of("round(%s, %d)", span, digits);
        };
    return search.add(
        new Relation.TimeSpan(
            shown + " == " + search.text.name(number.index),
            from.index,
            to.index,
            number.index,
            unit,
            way == SpanForm.FLOORED,
            way == SpanForm.BOTH_ENDS ? 1 : 0,
            digits,
            givesEnd));
  }

  /** Returns whether each number of units is a whole number of what the end is written in. */
  private static boolean isWhole(ColumnFacts number, TimeUnit unit, double written) {
    int digits = number.decimals.digits();
    return digits != Decimals.ANY && unit.micros() / Math.pow(10, digits) % written == 0;
  }
}

package dev.synth.internal.relation;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.rule.TimeUnit;
import dev.synth.table.CellForm;
import dev.synth.table.Decimals;
import dev.synth.table.TimeForm;
import java.util.List;

/**
 * Finds columns of numbers that are the time from one column to another, in days, hours, minutes or
 * seconds: exact, rounded to the column's digits, or whole units that are over.
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
    List<ColumnFacts> times = TimeParts.times(search);
    TimeSpans spans = new TimeSpans(search);
    for (ColumnFacts from : times) {
      for (ColumnFacts to : times) {
        if (from != to && spans.haveOneClock(from, to)) {
          spans.between(from, to);
        }
      }
    }
  }

  /** Whether local times differ as the points in time behind them do. */
  private boolean haveOneClock(ColumnFacts from, ColumnFacts to) {
    return !search.grid.schema().offsetsOf(from.index).isPresent()
        && !search.grid.schema().offsetsOf(to.index).isPresent()
        && offset(from).equals(offset(to));
  }

  private String offset(ColumnFacts column) {
    CellForm form = search.grid.schema().columns().get(column.index).form();
    return form instanceof TimeForm time ? time.offset() : "";
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

  /** How a number tells the time between. */
  private enum Way {
    EXACT,
    FLOORED,
    ROUNDED
  }

  private boolean isSpan(ColumnFacts from, ColumnFacts to, ColumnFacts number, TimeUnit unit) {
    for (Way way : Way.values()) {
      boolean mayBe = way == Way.EXACT || (way == Way.FLOORED) == number.isWhole();
      if (mayBe && holds(from, to, number, unit, way)) {
        return search.evidence.isEnough(from, to, number)
            && matters(from, to, number, unit, way)
            && add(from, to, number, unit, way);
      }
    }
    return false;
  }

  private static boolean holds(
      ColumnFacts from, ColumnFacts to, ColumnFacts number, TimeUnit unit, Way way) {
    for (int row = 0; row < number.values.length; row++) {
      double span = (to.values[row] - from.values[row]) / unit.micros();
      if (isOff(span, number, number.values[row], way)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a number is not the span; never where one is missing. */
  private static boolean isOff(double span, ColumnFacts column, double number, Way way) {
    double error = ColumnFacts.ROUNDING * Math.max(1, Math.abs(span));
    return switch (way) {
      case EXACT -> Math.abs(span - number) > error;
      case FLOORED -> Math.abs(Math.floor(span + error) - number) > 0;
      case ROUNDED -> Math.abs(span - number) > column.half() + error;
    };
  }

  /** Whether shuffling any of the three would break enough rows. */
  private boolean matters(
      ColumnFacts from, ColumnFacts to, ColumnFacts number, TimeUnit unit, Way way) {
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
                      return isOff((end - start) / unit.micros(), number, told, way);
                    }));
  }

  /** The end is computed where the number gives it; else the number, since spans are short. */
  private boolean add(
      ColumnFacts from, ColumnFacts to, ColumnFacts number, TimeUnit unit, Way way) {
    boolean givesEnd =
        way == Way.EXACT
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
          case FLOORED -> PlainText.of("floor(%s)", span);
          case ROUNDED -> PlainText.of("round(%s, %d)", span, digits);
        };
    return search.add(
        new Relation.Span(
            shown + " == " + search.text.name(number.index),
            from.index,
            to.index,
            number.index,
            unit,
            way == Way.FLOORED,
            digits,
            givesEnd));
  }

  /** Whether each number of units is a whole number of what the end is written in. */
  private static boolean isWhole(ColumnFacts number, TimeUnit unit, double written) {
    int digits = number.decimals.digits();
    return digits != Decimals.ANY && unit.micros() / Math.pow(10, digits) % written == 0;
  }
}

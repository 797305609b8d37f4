package dev.synth.internal.rule;

import dev.synth.table.Cells;
import dev.synth.table.Decimals;
import dev.synth.table.Table;

/** A number, or a point in time in microseconds; NaN where it is missing or undefined. */
sealed interface Quantity extends Expression {
  double at(Table table, int row);

  /** Returns whether it was calculated, so that equality must bear rounding errors. */
  default boolean isCalculated() {
    return false;
  }

  @Override
  default String kind() {
    return "a number";
  }

  /** A written number. */
  record NumberValue(double value) implements Quantity {
    @Override
    public double at(Table table, int row) {
      return value;
    }
  }

  /** A numeric column. */
  record NumberColumn(int column) implements Quantity {
    @Override
    public double at(Table table, int row) {
      Cells.Numbers cells = (Cells.Numbers) table.cells(column);
      return cells.isMissing(row) ? Double.NaN : cells.value(row);
    }
  }

  /**
   * A written point in time.
   *
   * @param inUtc whether it was written with an offset, and so is a point in time anywhere
   */
  record TimeValue(long micros, boolean inUtc) implements Quantity {
    @Override
    public double at(Table table, int row) {
      return micros;
    }

    @Override
    public String kind() {
      return "a time";
    }
  }

  /**
   * A timestamp column.
   *
   * @param inUtc whether its times are taken to UTC, where their offsets are known
   */
  record TimestampValue(int column, boolean inUtc) implements Quantity {
    @Override
    public double at(Table table, int row) {
      Cells.Instants cells = (Cells.Instants) table.cells(column);
      if (cells.isMissing(row)) {
        return Double.NaN;
      }
      return inUtc ? cells.value(row) - table.aheadOfUtc(column, row) : cells.value(row);
    }

    @Override
    public String kind() {
      return "a time";
    }
  }

  /** A written time of day. */
  record TimeOfDayValue(long micros) implements Quantity {
    @Override
    public double at(Table table, int row) {
      return micros;
    }

    @Override
    public String kind() {
      return "a time of day";
    }
  }

  /** A column of times of day. */
  record TimeOfDayColumn(int column) implements Quantity {
    @Override
    public double at(Table table, int row) {
      Cells.Instants cells = (Cells.Instants) table.cells(column);
      return cells.isMissing(row) ? Double.NaN : cells.value(row);
    }

    @Override
    public String kind() {
      return "a time of day";
    }
  }

  /**
   * A sum, difference, product or quotient of numbers; a quotient by 0 is undefined.
   *
   * @param sign one of + - * /
   */
  record Arithmetic(char sign, Quantity left, Quantity right) implements Quantity {
    @Override
    public double at(Table table, int row) {
      double x = left.at(table, row);
      double y = right.at(table, row);
      return switch (sign) {
        case '+' -> x + y;
        case '-' -> x - y;
        case '*' -> x * y;
        default -> y == 0 ? Double.NaN : x / y;
      };
    }

    @Override
    public boolean isCalculated() {
      return true;
    }
  }

  /**
   * A number rounded to some digits after the point. What it is equal to may lie half a unit of the
   * last digit off, so that it does not matter which way a half was rounded.
   *
   * @param digits in [0, 9]
   */
  record Rounded(Quantity inner, int digits) implements Quantity {
    @Override
    public double at(Table table, int row) {
      double value = inner.at(table, row);
      return Double.isNaN(value) ? value : new Decimals(digits).round(value);
    }

    @Override
    public boolean isCalculated() {
      return true;
    }

    double half() {
      return 0.5 * Math.pow(10, -digits);
    }
  }

  /** The largest whole number that is not above a number, rounding errors aside. */
  record Floored(Quantity inner) implements Quantity {
    private static final double ROUNDING = 1e-9;

    @Override
    public double at(Table table, int row) {
      double value = inner.at(table, row);
      return Math.floor(value + ROUNDING * Math.max(1, Math.abs(value)));
    }
  }

  /** A part of a point in time, on the row's own clock. */
  record PartOfTime(TimePart part, TimestampValue time) implements Quantity {
    @Override
    public double at(Table table, int row) {
      return part.of(time.at(table, row));
    }

    @Override
    public String kind() {
      return switch (part.kind()) {
        case NUMBER -> "a number";
        case TIME -> "a time";
        case TIME_OF_DAY -> "a time of day";
      };
    }
  }

  /** The time from one column to another, in some unit. */
  record TimeBetween(TimeUnit unit, TimestampValue from, TimestampValue to) implements Quantity {
    @Override
    public double at(Table table, int row) {
      return unit.between(from.at(table, row), to.at(table, row));
    }

    @Override
    public boolean isCalculated() {
      return true;
    }
  }
}

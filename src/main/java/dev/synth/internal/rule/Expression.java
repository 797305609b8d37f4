package dev.synth.internal.rule;

import dev.synth.table.Cells;
import dev.synth.table.Table;
import org.jspecify.annotations.Nullable;

/** A part of a rule, with its value in each row of a table. Columns are known by position. */
sealed interface Expression {
  /** Returns what kind of value it has, for messages. */
  String kind();

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
  }

  /** A text; null where it is missing. */
  sealed interface Text extends Expression {
    @Nullable String at(Table table, int row);

    @Override
    default String kind() {
      return "a text";
    }
  }

  /** Something that holds in a row or doesn't. */
  sealed interface Condition extends Expression {
    Truth at(Table table, int row);

    @Override
    default String kind() {
      return "a condition";
    }
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
  record TimeColumn(int column, boolean inUtc) implements Quantity {
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

  /** A written text. */
  record TextValue(String value) implements Text {
    @Override
    public String at(Table table, int row) {
      return value;
    }
  }

  /** A categorical column. */
  record LevelColumn(int column) implements Text {
    @Override
    public @Nullable String at(Table table, int row) {
      Cells.Levels cells = (Cells.Levels) table.cells(column);
      return cells.isMissing(row) ? null : cells.value(row);
    }
  }

  /** Two quantities compared; where one is calculated, a difference of 1e-9 is none. */
  record Compared(Relation relation, Quantity left, Quantity right) implements Condition {
    private static final double ROUNDING = 1e-9;

    @Override
    public Truth at(Table table, int row) {
      double x = left.at(table, row);
      double y = right.at(table, row);
      if (Double.isNaN(x) || Double.isNaN(y)) {
        return Truth.UNKNOWN;
      }
      double difference = x == y ? 0 : x - y;
      double size = Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
      boolean isRounding =
          (left.isCalculated() || right.isCalculated()) && Math.abs(difference) <= ROUNDING * size;
      return Truth.of(relation.holds(isRounding ? 0 : difference));
    }
  }

  /** Two texts, compared for equality. */
  record SameText(Relation relation, Text left, Text right) implements Condition {
    @Override
    public Truth at(Table table, int row) {
      String x = left.at(table, row);
      String y = right.at(table, row);
      return x == null || y == null
          ? Truth.UNKNOWN
          : Truth.of(x.equals(y) == (relation == Relation.EQUAL));
    }
  }

  /** Both conditions. */
  record And(Condition left, Condition right) implements Condition {
    @Override
    public Truth at(Table table, int row) {
      return left.at(table, row).and(right.at(table, row));
    }
  }

  /** Either condition. */
  record Or(Condition left, Condition right) implements Condition {
    @Override
    public Truth at(Table table, int row) {
      return left.at(table, row).or(right.at(table, row));
    }
  }

  /** The opposite of a condition. */
  record Not(Condition condition) implements Condition {
    @Override
    public Truth at(Table table, int row) {
      return condition.at(table, row).not();
    }
  }
}

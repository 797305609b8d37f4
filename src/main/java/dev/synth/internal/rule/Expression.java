package dev.synth.internal.rule;

import dev.synth.table.Cells;
import dev.synth.table.Decimals;
import dev.synth.table.Table;
import java.util.List;
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
  record Compared(ComparisonOperator relation, Quantity left, Quantity right) implements Condition {
    private static final double ROUNDING = 1e-9;

    @Override
    public Truth at(Table table, int row) {
      boolean isRounded = left instanceof Rounded != right instanceof Rounded;
      double x = isRounded ? exact(left).at(table, row) : left.at(table, row);
      double y = isRounded ? exact(right).at(table, row) : right.at(table, row);
      if (Double.isNaN(x) || Double.isNaN(y)) {
        return Truth.UNKNOWN;
      }
      double difference = x == y ? 0 : x - y;
      double size = Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
      double allowed = ROUNDING * size + (isRounded ? half(left) + half(right) : 0);
      boolean isRounding =
          (left.isCalculated() || right.isCalculated()) && Math.abs(difference) <= allowed;
      return Truth.of(relation.holds(isRounding ? 0 : difference));
    }

    private static Quantity exact(Quantity quantity) {
      return quantity instanceof Rounded rounded ? rounded.inner() : quantity;
    }

    private static double half(Quantity quantity) {
      return quantity instanceof Rounded rounded ? rounded.half() : 0;
    }
  }

  /** Two texts, compared for equality. */
  record SameText(ComparisonOperator relation, Text left, Text right) implements Condition {
    @Override
    public Truth at(Table table, int row) {
      String x = left.at(table, row);
      String y = right.at(table, row);
      return x == null || y == null
          ? Truth.UNKNOWN
          : Truth.of(x.equals(y) == (relation == ComparisonOperator.EQUAL));
    }
  }

  /** A cell is missing. */
  record IsMissing(int column) implements Condition {
    @Override
    public Truth at(Table table, int row) {
      return Truth.of(table.cells(column).isMissing(row));
    }
  }

  /**
   * A number is one of those at equal distances.
   *
   * @param step the distance, above 0
   * @param first one of the numbers
   */
  record InSteps(Quantity number, double step, double first) implements Condition {
    private static final double ROUNDING = 1e-9;

    @Override
    public Truth at(Table table, int row) {
      double value = number.at(table, row);
      if (Double.isNaN(value)) {
        return Truth.UNKNOWN;
      }
      double nearest = first + Math.rint((value - first) / step) * step;
      return Truth.of(Math.abs(value - nearest) <= ROUNDING * Math.max(1, Math.abs(value)));
    }
  }

  /**
   * The cells of some columns are all missing, or all there.
   *
   * @param columns at least two
   */
  record Together(List<Integer> columns) implements Condition {
    public Together {
      columns = List.copyOf(columns);
    }

    @Override
    public Truth at(Table table, int row) {
      boolean first = table.cells(columns.getFirst()).isMissing(row);
      return Truth.of(
          columns.stream().allMatch(column -> table.cells(column).isMissing(row) == first));
    }
  }

  /**
   * A cell is one that training rows have, or have beside another cell.
   *
   * @param source the other column, or {@link #NONE}
   * @param part what of the other column's time counts, or null
   */
  record Known(int source, @Nullable TimePart part, int target, KnownValues values)
      implements Condition {
    static final int NONE = -1;

    @Override
    public Truth at(Table table, int row) {
      return values.at(source == NONE ? null : table.cells(source), part, table.cells(target), row);
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

package dev.synth.internal.rule;

import dev.synth.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that holds in a row or doesn't. */
sealed interface Condition extends Expression {
  Truth at(Table table, int row);

  @Override
  default String kind() {
    return "a condition";
  }

  /** Two quantities compared; where one is calculated, a difference of 1e-9 is none. */
  record Compared(ComparisonOperator relation, Quantity left, Quantity right) implements Condition {
    private static final double ROUNDING = 1e-9;

    @Override
    public Truth at(Table table, int row) {
      boolean isRounded = left instanceof Quantity.Rounded != right instanceof Quantity.Rounded;
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
      return quantity instanceof Quantity.Rounded rounded ? rounded.inner() : quantity;
    }

    private static double half(Quantity quantity) {
      return quantity instanceof Quantity.Rounded rounded ? rounded.half() : 0;
    }
  }

  /** Two texts, compared for equality. */
  record SameText(ComparisonOperator relation, Expression.Text left, Expression.Text right)
      implements Condition {
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

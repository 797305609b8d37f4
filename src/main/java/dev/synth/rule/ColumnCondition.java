package dev.synth.rule;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.CellText;
import dev.synth.table.Cells;
import java.util.Set;

/** A condition on the cells of one column, simple enough for a generator to draw no others. */
public sealed interface ColumnCondition {
  /** Returns the column's name. */
  String column();

  /** Returns whether a missing cell will do. */
  boolean missing();

  /** Returns whether a row's cell is as it must be. */
  boolean holds(Cells cells, int row);

  /** Returns the condition as the user would write it. */
  String text();

  /**
   * Numbers, or microseconds since 1970-01-01T00:00, of an interval.
   *
   * @param min the least one; −∞ where there is no lower bound
   * @param max the largest one; +∞ where there is no upper bound
   */
  record Interval(String column, boolean missing, double min, double max)
      implements ColumnCondition {
    @Override
    public boolean holds(Cells cells, int row) {
      if (cells.isMissing(row)) {
        return missing;
      }
      double value =
          switch (cells) {
            case Cells.Numbers numbers -> numbers.value(row);
            case Cells.Instants instants -> instants.value(row);
            case Cells.Levels levels -> throw new IllegalArgumentException("levels are no numbers");
            case Cells.Texts texts -> throw new IllegalArgumentException("texts are no numbers");
          };
      return value >= min && value <= max;
    }

    @Override
    public String text() {
      if (min == max) {
        return PlainText.of("%s = %s", column, CellText.number(min));
      }
      if (min == Double.NEGATIVE_INFINITY) {
        return column + bound(" <", max, Math.nextUp(max));
      }
      String lower = column + bound(" >", min, Math.nextDown(min));
      return max == Double.POSITIVE_INFINITY
          ? lower
          : lower + " and " + column + bound(" <", max, Math.nextUp(max));
    }

    /** A bound next to a shorter number is that number, left out. */
    private static String bound(String relation, double bound, double beyond) {
      String with = CellText.number(bound);
      String without = CellText.number(beyond + 0.0); // not -0.0
      return without.length() < with.length() ? relation + " " + without : relation + "= " + with;
    }
  }

  /**
   * Some levels of a categorical column.
   *
   * @param levels at least one
   */
  record Among(String column, boolean missing, Set<String> levels) implements ColumnCondition {
    public Among {
      levels = Set.copyOf(levels);
    }

    @Override
    public boolean holds(Cells cells, int row) {
      return cells.isMissing(row) ? missing : levels.contains(((Cells.Levels) cells).value(row));
    }

    @Override
    public String text() {
      return PlainText.of(
          "%s = %s", column, String.join(" or ", levels.stream().sorted().toList()));
    }
  }
}

package dev.synth.rule;

import dev.synth.base.Problem;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Conditions of which every drawn row must satisfy all. They are a hint to a generator, which may
 * draw no other rows; what it draws all the same is rejected by the row rules.
 *
 * @param all the conditions; a column may have several
 */
public record Conditions(List<ColumnCondition> all) {
  /** No condition at all. */
  public static final Conditions NONE = new Conditions(List.of());

  public Conditions {
    all = List.copyOf(all);
  }

  /** Returns whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Returns these conditions and others. */
  public Conditions and(Conditions more) {
    List<ColumnCondition> both = new ArrayList<>(all);
    both.addAll(more.all);
    return new Conditions(both);
  }

  /** Returns the conditions of one column. */
  public List<ColumnCondition> of(String column) {
    return all.stream().filter(condition -> condition.column().equals(column)).toList();
  }

  /**
   * Returns whether a row satisfies all.
   *
   * @param table a table with all the columns that are named
   */
  public boolean hold(Table table, int row) {
    for (ColumnCondition condition : all) {
      if (!condition.holds(table.cells(condition.column()), row)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the rows that satisfy all, in order. */
  public int[] rows(Table table) {
    return IntStream.range(0, table.rowCount()).filter(row -> hold(table, row)).toArray();
  }

  /**
   * Returns the rows that satisfy all.
   *
   * @throws Problem a data problem if there is none
   */
  public Table select(Table rare) {
    int[] rows = rows(rare);
    if (rows.length == 0) {
      throw Problem.data(
          "none of the %d rare training rows satisfies %s, so that there is nothing to start from",
          rare.rowCount(),
          all.stream().map(ColumnCondition::text).distinct().collect(Collectors.joining(", ")));
    }
    return rare.rows(rows);
  }
}

package dev.synth.table;

import dev.synth.internal.base.PlainText;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The columns of a table, in order.
 *
 * @param columns the columns; names are unique
 */
public record Schema(List<Column> columns) {
  public Schema {
    columns = List.copyOf(columns);
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(
            PlainText.of("two columns are named '%s'", column.name()));
      }
    }
  }

  /** Returns the column names, in order. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** Returns the position of a column, from 0, or empty if there is none of that name. */
  public OptionalInt find(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Returns the position of a column, from 0.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public int indexOf(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException(PlainText.of("no column '%s'", name)));
  }

  /** Returns the same columns, all in plain form. */
  public Schema plain() {
    return new Schema(columns.stream().map(Column::plain).toList());
  }

  /**
   * Returns the position of the column that holds the offsets of a column's times, or empty where
   * none does.
   *
   * @param column the position of the times
   */
  public OptionalInt offsetsOf(int column) {
    String name = columns.get(column).name();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).form() instanceof OffsetForm offsets && offsets.times().equals(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Returns the columns that generators and classifiers see: all but identifiers. */
  public Schema modelled() {
    return new Schema(columns.stream().filter(Column::isModelled).toList());
  }
}

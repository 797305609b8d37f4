package dev.synth.internal.rule;

import dev.synth.table.Cells;
import dev.synth.table.Table;
import org.jspecify.annotations.Nullable;

/** A part of a rule, with its value in each row of a table. Columns are known by position. */
sealed interface Expression permits Quantity, Expression.Text, Condition {
  /** Returns what kind of value it has, for messages. */
  String kind();

  /** A text; null where it is missing. */
  sealed interface Text extends Expression {
    @Nullable String at(Table table, int row);

    @Override
    default String kind() {
      return "a text";
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
}

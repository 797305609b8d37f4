package dev.synth.internal.table.read;

import dev.synth.table.CellForm;
import dev.synth.table.CellTexts;
import dev.synth.table.Cells;
import dev.synth.table.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A column's type, and its cells as that type has them.
 *
 * @param form how the cells are written
 * @param times the cells with their offsets from UTC, where they are times; else null
 * @param script the script of their digits, as {@link CellTexts} has it
 */
record TypedCells(
    ColumnType type, CellForm form, Cells cells, @Nullable TimeColumn times, String script) {
  TypedCells(ColumnType type, CellForm form, Cells cells) {
    this(type, form, cells, null, "");
  }

  TypedCells(ColumnType type, Cells cells) {
    this(type, CellForm.PLAIN, cells);
  }

  static TypedCells of(TimeColumn column) {
    return new TypedCells(column.type(), column.form(), column.cells(), column, "");
  }

  /** Returns the same with digits of a script. */
  TypedCells withScript(String other) {
    return new TypedCells(type, form, cells, times, other);
  }

  /** Returns whether all cells that are not missing have one value; there must be such a cell. */
  boolean isConstant() {
    int first = -1;
    for (int row = 0; row < cells.size(); row++) {
      if (cells.isMissing(row)) {
        continue;
      }
      if (first < 0) {
        first = row;
      } else if (!sameValue(cells, first, row)) {
        return false;
      }
    }
    return first >= 0;
  }

  private static boolean sameValue(Cells cells, int one, int other) {
    return switch (cells) {
      case Cells.Numbers numbers -> numbers.value(one) == numbers.value(other);
      case Cells.Levels levels -> levels.code(one) == levels.code(other);
      case Cells.Instants instants -> instants.value(one) == instants.value(other);
      case Cells.Texts texts -> texts.value(one).equals(texts.value(other));
    };
  }
}

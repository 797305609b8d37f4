package dev.synth.internal.neural.gan;

import dev.synth.internal.neural.layer.Matrix;

/** Writes conditions into the columns by which the networks are told of them. */
final class ConditionColumns {
  private final int[] columns;
  private final int width;
  private final boolean toldTheClass;

  ConditionColumns(GanShape shape) {
    columns = shape.conditionColumns();
    width = shape.conditionWidth();
    toldTheClass = shape.toldTheClass();
  }

  /**
   * Writes a condition.
   *
   * @param conditions among them the one to write
   * @param index its position there
   * @param into a matrix of the networks' inputs
   * @param row the matrix's row
   * @param firstColumn the matrix's column where the condition starts
   */
  void write(LevelConditions conditions, int index, Matrix into, int row, int firstColumn) {
    int rows = into.rows();
    for (int k = 0; k < width; k++) {
      into.set((firstColumn + k) * rows + row, 0);
    }
    int position = conditions.cases()[index];
    if (position != LevelConditions.NONE) {
      into.set((firstColumn + columns[position]) * rows + row, 1);
    }
    if (toldTheClass) {
      into.set((firstColumn + width - 1) * rows + row, conditions.rare()[index] ? 1 : -1);
    }
  }
}

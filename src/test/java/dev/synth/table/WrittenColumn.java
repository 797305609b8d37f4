package dev.synth.table;

import java.util.function.IntFunction;

/**
 * A column of a test's file.
 *
 * @param name its name
 * @param kind the type that it is read as
 * @param cell the text in a row
 */
record WrittenColumn(String name, Class<? extends ColumnType> kind, IntFunction<String> cell) {
  @Override
  public String toString() {
    return name + " " + cell.apply(0) + " " + cell.apply(7);
  }
}

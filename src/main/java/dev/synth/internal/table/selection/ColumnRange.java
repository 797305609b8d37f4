package dev.synth.internal.table.selection;

import java.util.List;

/**
 * The range of a column, as a first look gives it.
 *
 * @param present the rows that have a cell
 * @param numbers those whose cell is a finite number
 * @param min the least number; infinite where there is none
 * @param max the largest number; negative infinite where there is none
 * @param distinct about how many different cells a file has, at most
 */
public record ColumnRange(long present, long numbers, double min, double max, long distinct) {
  /** The range of no rows. */
  static final ColumnRange NONE =
      new ColumnRange(0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0);

  /** The number of cells of an answer. */
  static final int WIDTH = 5;

  /** The cells of a query's answer. */
  static ColumnRange of(List<String> cells) {
    return new ColumnRange(
        Long.parseLong(cells.get(0)),
        Long.parseLong(cells.get(1)),
        cells.get(2).isEmpty() ? NONE.min : Double.parseDouble(cells.get(2)),
        cells.get(3).isEmpty() ? NONE.max : Double.parseDouble(cells.get(3)),
        Long.parseLong(cells.get(4)));
  }

  /** Returns the range of these rows and others. */
  ColumnRange and(ColumnRange other) {
    return new ColumnRange(
        present + other.present,
        numbers + other.numbers,
        Math.min(min, other.min) + 0.0,
        Math.max(max, other.max) + 0.0,
        Math.max(distinct, other.distinct));
  }

  /** Returns whether all cells are numbers. */
  public boolean isNumeric() {
    return numbers > 0 && numbers == present;
  }

  /**
   * Returns the power of two by which numbers are multiplied before they are added up as whole
   * ones: the largest becomes about 2^40, so that 2^46 squares fit 127 bits.
   */
  int shift() {
    double largest = Math.max(Math.abs(min), Math.abs(max));
    return largest == 0 ? 0 : Math.clamp(39L - Math.getExponent(largest), -900, 900);
  }
}

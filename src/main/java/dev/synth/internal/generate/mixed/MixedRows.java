package dev.synth.internal.generate.mixed;

import dev.synth.internal.base.Micros;
import dev.synth.table.Cells;
import dev.synth.table.ColumnType;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A table's rows as arrays: their numbers, and the codes of their categories, each in the order of
 * the columns. A point in time is a number of days since 1970. A time of day is a place on a circle
 * with a circumference of 24 hours, which takes two numbers: one minute to midnight is near one
 * past it.
 *
 * <p>A missing number is NaN, a missing category has the code 0, and a level its position plus 1.
 */
public final class MixedRows {
  private static final double HOURS_PER_DAY = 24;

  private final double[][] numbers;
  private final int[][] codes;

  /**
   * Rows of the given arrays, which are not copied.
   *
   * @param numbers one array a row
   * @param codes one array a row
   */
  public MixedRows(double[][] numbers, int[][] codes) {
    this.numbers = numbers;
    this.codes = codes;
  }

  /** Lays out a table of modelled columns. */
  public static MixedRows of(Table table) {
    List<double[]> numbers = new ArrayList<>();
    List<int[]> codes = new ArrayList<>();
    for (int column = 0; column < table.schema().columns().size(); column++) {
      switch (table.cells(column)) {
        case Cells.Numbers cells -> numbers.add(numbers(cells));
        case Cells.Instants cells -> {
          if (table.schema().columns().get(column).type() instanceof ColumnType.TimeOfDay) {
            numbers.add(onCircle(cells, StrictMath::cos));
            numbers.add(onCircle(cells, StrictMath::sin));
          } else {
            numbers.add(days(cells));
          }
        }
        case Cells.Levels cells -> codes.add(codes(cells));
        case Cells.Texts cells ->
            throw new IllegalArgumentException("an identifier among the modelled columns");
      }
    }
    double[][] numbersOfRows = new double[table.rowCount()][numbers.size()];
    int[][] codesOfRows = new int[table.rowCount()][codes.size()];
    for (int row = 0; row < table.rowCount(); row++) {
      for (int i = 0; i < numbers.size(); i++) {
        numbersOfRows[row][i] = numbers.get(i)[row];
      }
      for (int i = 0; i < codes.size(); i++) {
        codesOfRows[row][i] = codes.get(i)[row];
      }
    }
    return new MixedRows(numbersOfRows, codesOfRows);
  }

  private static double[] numbers(Cells.Numbers cells) {
    double[] values = new double[cells.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = cells.isMissing(row) ? Double.NaN : cells.value(row);
    }
    return values;
  }

  private static double[] days(Cells.Instants cells) {
    double[] values = new double[cells.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = cells.isMissing(row) ? Double.NaN : cells.value(row) / (double) Micros.PER_DAY;
    }
    return values;
  }

  /** A coordinate on the circle, in hours. */
  private static double[] onCircle(Cells.Instants cells, DoubleUnaryOperator coordinate) {
    double[] values = new double[cells.size()];
    for (int row = 0; row < values.length; row++) {
      double turn = 2 * Math.PI * cells.value(row) / (double) Micros.PER_DAY;
      values[row] =
          cells.isMissing(row)
              ? Double.NaN
              : coordinate.applyAsDouble(turn) * HOURS_PER_DAY / (2 * Math.PI);
    }
    return values;
  }

  private static int[] codes(Cells.Levels cells) {
    int[] values = new int[cells.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = cells.isMissing(row) ? 0 : cells.code(row) + 1;
    }
    return values;
  }

  public int count() {
    return numbers.length;
  }

  /** Returns a row's numbers: the array itself, not to be changed. */
  public double[] numbers(int row) {
    return numbers[row];
  }

  /** Returns a row's codes: the array itself, not to be changed. */
  public int[] codes(int row) {
    return codes[row];
  }

  public int numberColumns() {
    return numbers.length == 0 ? 0 : numbers[0].length;
  }

  public int codeColumns() {
    return codes.length == 0 ? 0 : codes[0].length;
  }
}

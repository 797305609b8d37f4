package dev.synth.internal.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.table.CellText;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.Decimals;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Compares tables, with a tolerance for unrounded numbers only. */
final class SameTables {
  /** Of the column's largest size: straight lines between knots lose a few of the last digits. */
  private static final double TOLERANCE = 1e-9;

  private SameTables() {}

  static void assertSame(Table actual, Table expected) {
    assertSame(actual, expected, expected);
  }

  /** Compares by the decimals and sizes of the rows that an encoder was fitted on. */
  static void assertSame(Table actual, Table expected, Table fitted) {
    assertThat(actual.schema()).isEqualTo(expected.schema());
    assertThat(actual.rowCount()).isEqualTo(expected.rowCount());
    for (Column column : expected.schema().columns()) {
      Cells given = expected.cells(column.name());
      Cells found = actual.cells(column.name());
      double tolerance =
          fitted.cells(column.name()) instanceof Cells.Numbers numbers ? tolerance(numbers) : 0;
      for (int row = 0; row < given.size(); row++) {
        if (!isSame(column, found, given, row, tolerance)) {
          throw new AssertionError(
              "column '%s', row %d: %s became %s"
                  .formatted(
                      column.name(),
                      row,
                      CellText.of(column, given, row),
                      CellText.of(column, found, row)));
        }
      }
    }
  }

  private static boolean isSame(
      Column column, Cells found, Cells given, int row, double tolerance) {
    if (given.isMissing(row) || found.isMissing(row)) {
      return given.isMissing(row) && found.isMissing(row);
    }
    return given instanceof Cells.Numbers numbers
        ? Math.abs(((Cells.Numbers) found).value(row) - numbers.value(row)) <= tolerance
        : CellText.of(column, found, row).equals(CellText.of(column, given, row));
  }

  private static double tolerance(Cells.Numbers cells) {
    double[] values =
        IntStream.range(0, cells.size())
            .filter(row -> !cells.isMissing(row))
            .mapToDouble(cells::value)
            .toArray();
    double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
    return Decimals.of(null, values).equals(Decimals.UNROUNDED) ? TOLERANCE * size : 0;
  }
}

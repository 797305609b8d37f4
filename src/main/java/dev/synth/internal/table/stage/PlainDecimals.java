package dev.synth.internal.table.stage;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.number.WrittenDecimals;
import dev.synth.table.NumberForm.Fraction;
import java.util.Map;
import java.util.TreeMap;

/** Asks DuckDB for the digits after the point of columns of plain numbers. */
final class PlainDecimals {
  /** An aggregate that most columns answer with 0, and then {@link #of} need not be asked. */
  static final String CELLS_THAT_END_IN_ZERO =
      "count(CASE WHEN (ends_with(c0, '0') AND contains(c0, '.'))"
          + " OR starts_with(ltrim(c0, ' +-'), '.') THEN 1 END)";

  private static final String FIGURES =
      """
      min(CASE WHEN digits > 0 THEN digits END),
        max(CASE WHEN digits > 0 AND ends_with(cell, '0') THEN digits END),
        count(CASE WHEN digits = 0 THEN 1 END),
        count(CASE WHEN digits > 0 AND ends_with(rtrim(cell, '0'), '.') THEN 1 END),
        count(CASE WHEN contains(cell, 'e') OR contains(cell, 'E') OR ends_with(cell, '.')
          THEN 1 END),
        count(CASE WHEN starts_with(ltrim(cell, '+-'), '.') THEN 1 END),
        count(CASE WHEN starts_with(ltrim(cell, '+-'), '0.') THEN 1 END)
      """;

  private static final String DIGITS =
      """
      SELECT i, trim(c0) AS cell,
        CASE WHEN contains(cell, '.') THEN length(cell) - strpos(cell, '.') ELSE 0 END AS digits
      FROM %%s WHERE TRY_CAST(c0 AS DOUBLE) IS NOT NULL AND %s
      """;

  private PlainDecimals() {}

  /**
   * Returns for each column the fraction by which all cells are written as they stand, or the
   * shortest one.
   *
   * @param which the test for the cells, c0, that count
   */
  static Map<Integer, Fraction> of(Duck duck, int[] columns, String which) {
    String query = PlainText.of(DIGITS, which.replace("%", "%%"));
    Map<Integer, Fraction> fractions = new TreeMap<>();
    for (int column : columns) {
      fractions.put(column, of(new long[7])); // where no cell counts
    }
    LongCells.figures(duck, columns, FIGURES, query)
        .forEach((column, row) -> fractions.put(column, of(row)));
    return fractions;
  }

  private static Fraction of(long[] row) {
    return new WrittenDecimals((int) row[0], (int) row[1], (int) row[2], (int) row[3], row[4] > 0)
        .exact()
        .withZeroBare(row[5] > 0 && row[6] == 0);
  }
}

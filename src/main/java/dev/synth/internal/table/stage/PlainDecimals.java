package dev.synth.internal.table.stage;

import dev.synth.internal.table.number.WrittenDecimals;
import dev.synth.table.NumberForm.Fraction;

/** Asks DuckDB for the digits after the point of columns of plain numbers, each in turn as c0. */
final class PlainDecimals {
  /** An aggregate that most columns answer with 0, and then {@link #FIGURES} need not be asked. */
  static final String CELLS_THAT_END_IN_ZERO =
      "count(CASE WHEN ends_with(c0, '0') AND contains(c0, '.') THEN 1 END)";

  /** How many figures {@link #FIGURES} has. */
  static final int COUNT = 5;

  /** What {@link #FIGURES} look at; in the place of %s stands which cells count. */
  static final String CELLS =
      """
      CASE WHEN TRY_CAST(c0 AS DOUBLE) IS NOT NULL AND %s THEN trim(c0) END AS cell_c0,
      CASE WHEN contains(cell_c0, '.') THEN length(cell_c0) - strpos(cell_c0, '.')
        WHEN cell_c0 IS NOT NULL THEN 0 END AS digits_c0
      """;

  /** The figures of {@link #of}, aggregates over {@link #CELLS}. */
  static final String FIGURES =
      """
      min(CASE WHEN digits_c0 > 0 THEN digits_c0 END),
      max(CASE WHEN digits_c0 > 0 AND ends_with(cell_c0, '0') THEN digits_c0 END),
      count(CASE WHEN digits_c0 = 0 THEN 1 END),
      count(CASE WHEN digits_c0 > 0 AND rtrim(cell_c0, '0') LIKE '%.' THEN 1 END),
      count(CASE WHEN regexp_matches(cell_c0, '[eE]|^[+-]?[.]|[.]$') THEN 1 END)
      """;

  private PlainDecimals() {}

  /**
   * Returns the fraction by which all cells are written as they stand, or the shortest one.
   *
   * @param from where a column's figures begin
   */
  static Fraction of(long[] row, int from) {
    return new WrittenDecimals(
            (int) row[from],
            (int) row[from + 1],
            (int) row[from + 2],
            (int) row[from + 3],
            row[from + 4] > 0)
        .exact();
  }
}

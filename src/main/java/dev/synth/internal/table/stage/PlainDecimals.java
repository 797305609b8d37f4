package dev.synth.internal.table.stage;

import dev.synth.internal.table.number.WrittenDecimals;
import dev.synth.table.NumberForm.Fraction;

/** Asks DuckDB for the digits after the point of a column of plain numbers, c0. */
final class PlainDecimals {
  /** An aggregate that most columns answer with 0, and then {@link #QUERY} need not be asked. */
  static final String CELLS_THAT_END_IN_ZERO =
      "count(CASE WHEN ends_with(c0, '0') AND contains(c0, '.') THEN 1 END)";

  /** One row for {@link #of}; in the place of %s stands which cells count. */
  static final String QUERY =
      """
      SELECT min(CASE WHEN digits > 0 THEN digits END),
        max(CASE WHEN digits > 0 AND ends_with(cell, '0') THEN digits END),
        count(CASE WHEN digits = 0 THEN 1 END),
        count(CASE WHEN digits > 0 AND rtrim(cell, '0') LIKE '%%.' THEN 1 END),
        count(CASE WHEN regexp_matches(cell, '[eE]|^[+-]?[.]|[.]$') THEN 1 END)
      FROM (
        SELECT trim(c0) AS cell,
          CASE WHEN contains(cell, '.') THEN length(cell) - strpos(cell, '.') ELSE 0 END AS digits
        FROM data WHERE TRY_CAST(c0 AS DOUBLE) IS NOT NULL AND %s)
      """;

  private PlainDecimals() {}

  /** Returns the fraction by which all cells are written as they stand, or the shortest one. */
  static Fraction of(long[] row) {
    return new WrittenDecimals((int) row[0], (int) row[1], (int) row[2], (int) row[3], row[4] > 0)
        .exact();
  }
}

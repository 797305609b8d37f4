package dev.synth.internal.table.stage;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Questions about many columns of texts in one query, for which their cells stand one below the
 * other: DuckDB takes some milliseconds to plan a query, as long as a question about the cells of a
 * column takes.
 *
 * <p>Queries are written for the column c0; the others take its place.
 */
final class LongCells {
  /** A query is planned in a time that grows with the square of its columns. */
  private static final int COLUMNS_SIDE_BY_SIDE = 50;

  /** Columns whose cells stand one below the other in a query. */
  private static final int COLUMNS_A_QUERY = 500;

  private LongCells() {}

  /**
   * Returns the figures of each column. Few columns are asked side by side, which is faster where
   * they are long.
   *
   * @param aggregates what gives the figures, whole numbers
   */
  static Map<Integer, long[]> figures(Duck duck, int[] columns, String aggregates) {
    if (columns.length > COLUMNS_SIDE_BY_SIDE) {
      return figures(duck, columns, aggregates, "SELECT i, c0 FROM %s");
    }
    Map<Integer, long[]> figures = new TreeMap<>();
    if (columns.length > 0) {
      String all =
          Arrays.stream(columns)
              .mapToObj(column -> aggregates.replace("c0", "c" + column))
              .collect(Collectors.joining(", ", "SELECT ", " FROM data"));
      long[] row = Duck.run(() -> duck.longs(all));
      int each = row.length / columns.length;
      for (int i = 0; i < columns.length; i++) {
        figures.put(columns[i], Arrays.copyOfRange(row, i * each, (i + 1) * each));
      }
    }
    return figures;
  }

  /**
   * The same, of what a query makes of the cells; a column of which nothing is left is not among
   * them.
   *
   * @param query takes the column's number, i, and its cell, c0, from what stands in the place of
   *     %s
   */
  static Map<Integer, long[]> figures(Duck duck, int[] columns, String aggregates, String query) {
    Map<Integer, long[]> figures = new TreeMap<>();
    for (int[] some : blocks(columns)) {
      String from = PlainText.of(query, cells(some));
      String sql = PlainText.of("SELECT i, %s FROM (%s) GROUP BY i ORDER BY i", aggregates, from);
      Duck.run(
          () -> {
            duck.forEach(
                sql,
                row -> {
                  long[] values = new long[row.getMetaData().getColumnCount() - 1];
                  for (int i = 0; i < values.length; i++) {
                    values[i] = row.getLong(i + 2);
                  }
                  figures.put(row.getInt(1), values);
                });
            return true;
          });
    }
    return figures;
  }

  /**
   * Returns the first and the last text of each column in the order of texts; none of a column
   * whose cells are all null.
   */
  static Map<Integer, List<String>> extremes(Duck duck, int[] columns) {
    Map<Integer, List<String>> extremes = new TreeMap<>();
    for (int[] some : blocks(columns)) {
      String ends =
          Arrays.stream(some)
              .mapToObj(column -> "min(c" + column + "), max(c" + column + ")")
              .collect(Collectors.joining(", ", "SELECT unnest([", "]) FROM data"));
      List<String> texts = Duck.run(() -> duck.texts(ends));
      for (int i = 0; i < some.length; i++) {
        extremes.put(
            some[i], texts.subList(2 * i, 2 * i + 2).stream().filter(Objects::nonNull).toList());
      }
    }
    return extremes;
  }

  /**
   * Returns how many cells of each column have each of its texts, in the order of texts.
   *
   * @param which the cells that count
   * @param most how many texts of a column are enough
   */
  static Map<Integer, Map<String, Integer>> counts(
      Duck duck, int[] columns, String which, int most) {
    Map<Integer, Map<String, Integer>> counts = new TreeMap<>();
    for (int[] some : blocks(columns)) {
      IntStream.of(some).forEach(column -> counts.put(column, new LinkedHashMap<>()));
      String sql =
          PlainText.of(
              "SELECT i, c0, count(*) FROM %s WHERE %s GROUP BY i, c0"
                  + " QUALIFY row_number() OVER (PARTITION BY i ORDER BY c0) <= %d ORDER BY i, c0",
              cells(some), which, most);
      Duck.run(
          () -> {
            duck.forEach(
                sql,
                row ->
                    Objects.requireNonNull(counts.get(row.getInt(1)))
                        .put(row.getString(2), row.getInt(3)));
            return true;
          });
    }
    return counts;
  }

  private static String cells(int[] columns) {
    String places = IntStream.of(columns).mapToObj(i -> "" + i).collect(Collectors.joining(", "));
    String cells = IntStream.of(columns).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    return PlainText.of("(SELECT unnest([%s]) AS i, unnest([%s]) AS c0 FROM data)", places, cells);
  }

  private static List<int[]> blocks(int[] columns) {
    List<int[]> blocks = new ArrayList<>();
    for (int first = 0; first < columns.length; first += COLUMNS_A_QUERY) {
      int end = Math.min(columns.length, first + COLUMNS_A_QUERY);
      blocks.add(Arrays.copyOfRange(columns, first, end));
    }
    return blocks;
  }
}

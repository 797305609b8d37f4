package dev.synth.internal.table.selection;

import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The queries that count rows and describe columns, and what their answers add up to. */
public final class Counting {
  /** A column with more different cells has no table of levels. */
  public static final int MOST_LEVELS = 1_000;

  /**
   * The most different cells that a file's estimate, which errs by a few in a hundred, may allow.
   */
  private static final int ESTIMATED_LEVELS = 2 * MOST_LEVELS;

  /** A grouping's bits are one number. */
  private static final int COLUMNS_AT_ONCE = 30;

  private final UsedRows rows;
  private final String clause;

  /**
   * Queries.
   *
   * @param rare the labels of the rare class
   * @param isInstant whether times are points in time
   */
  public Counting(UsedRows rows, List<String> rare, boolean isInstant) {
    this.rows = rows;
    this.clause = rows.clause(rare, isInstant);
  }

  /**
   * The ranges that a first look gives.
   *
   * @param rows the number of rows
   * @param time the range of the times
   * @param columns the range of each column
   */
  public record Ranges(long rows, ColumnRange time, List<ColumnRange> columns) {
    public Ranges {
      columns = List.copyOf(columns);
    }
  }

  /** Returns the query of the columns' ranges. */
  public String ranges() {
    List<String> asked = new ArrayList<>(List.of("count(*)", range("t", "t")));
    for (int i = 0; i < rows.columns().names().size(); i++) {
      asked.add(rows.isDescribed(i) ? range(rows.cell(i), rows.number(i)) : "0, 0, NULL, NULL, 0");
    }
    return clause + "SELECT " + String.join(", ", asked) + " FROM used";
  }

  private static String range(String cell, String number) {
    return PlainText.of(
        "count(%s), count(%s), min(%s), max(%s), approx_count_distinct(%s)",
        cell, number, number, number, cell);
  }

  /** Joins the answers. */
  public Ranges ranges(List<List<String>> answers) {
    long total = 0;
    List<ColumnRange> all = new ArrayList<>();
    for (int i = 0; i <= rows.columns().names().size(); i++) {
      all.add(ColumnRange.NONE);
    }
    for (List<String> answer : answers) {
      total += Long.parseLong(answer.getFirst());
      for (int i = 0; i < all.size(); i++) {
        int at = 1 + i * ColumnRange.WIDTH;
        ColumnRange more = ColumnRange.of(answer.subList(at, at + ColumnRange.WIDTH));
        all.set(i, all.get(i).and(more));
      }
    }
    return new Ranges(total, all.getFirst(), all.subList(1, all.size()));
  }

  /** Returns the query of how many rows, and others, each span of time of a width has. */
  public String times(long width) {
    return clause
        + PlainText.of(
            "SELECT CAST(floor(t / %d) AS BIGINT), count(*), count(*) FILTER (NOT rare)"
                + " FROM used GROUP BY 1",
            width);
  }

  /** Joins the answers: for each span its rows, and the others among them. */
  public static NavigableMap<Long, long[]> times(List<List<String>> answers) {
    NavigableMap<Long, long[]> spans = new TreeMap<>();
    for (List<String> answer : answers) {
      long[] counts = spans.computeIfAbsent(Long.parseLong(answer.get(0)), span -> new long[2]);
      counts[0] += Long.parseLong(answer.get(1));
      counts[1] += Long.parseLong(answer.get(2));
    }
    return spans;
  }

  /** Returns the query of the rows of each place, and the sums of the number columns there. */
  public String sums(Stretches stretches, List<ColumnRange> ranges) {
    StringBuilder asked = new StringBuilder("SELECT ").append(stretches.sql());
    asked.append(", CAST(rare AS INTEGER), count(*)");
    for (int i : numeric(ranges)) {
      String factor = PlainText.of("CAST('%s' AS DOUBLE)", Math.scalb(1.0, ranges.get(i).shift()));
      String whole = PlainText.of("CAST(round((%s) * %s) AS HUGEINT)", rows.number(i), factor);
      asked.append(PlainText.of(", count(%s), sum(%s), sum(%s * %s)", whole, whole, whole, whole));
    }
    return clause + asked + " FROM used GROUP BY 1, 2";
  }

  /**
   * The rows of a place.
   *
   * @param rows how many
   * @param sums the sums of each number column, by column
   */
  public record Totals(long rows, Map<Integer, ExactSums> sums) {
    public Totals {
      sums = new TreeMap<>(sums);
    }

    /** Returns the totals of these rows and others. */
    public Totals and(Totals other) {
      Map<Integer, ExactSums> both = new TreeMap<>(sums);
      other.sums.forEach((column, more) -> both.merge(column, more, ExactSums::and));
      return new Totals(rows + other.rows, both);
    }
  }

  /** Joins the answers. */
  public static NavigableMap<RowPlace, Totals> sums(
      List<List<String>> answers, List<ColumnRange> ranges) {
    NavigableMap<RowPlace, Totals> places = new TreeMap<>();
    List<Integer> numeric = numeric(ranges);
    for (List<String> answer : answers) {
      Map<Integer, ExactSums> sums = new TreeMap<>();
      for (int i = 0; i < numeric.size(); i++) {
        int at = 3 + 3 * i;
        int shift = ranges.get(numeric.get(i)).shift();
        sums.put(numeric.get(i), ExactSums.of(shift, answer.subList(at, at + 3)));
      }
      RowPlace place = new RowPlace(Integer.parseInt(answer.get(0)), answer.get(1).equals("1"));
      places.merge(place, new Totals(Long.parseLong(answer.get(2)), sums), Totals::and);
    }
    return places;
  }

  /** Returns the queries of the rows of each level, with the columns that each asks about. */
  public Map<String, List<Integer>> levels(List<ColumnRange> ranges) {
    List<Integer> columns =
        IntStream.range(0, ranges.size())
            .filter(i -> rows.isDescribed(i) && !ranges.get(i).isNumeric())
            .filter(i -> ranges.get(i).present() > 0)
            .filter(i -> ranges.get(i).distinct() <= ESTIMATED_LEVELS)
            .boxed()
            .toList();
    Map<String, List<Integer>> queries = new LinkedHashMap<>();
    for (int from = 0; from < columns.size(); from += COLUMNS_AT_ONCE) {
      List<Integer> some = columns.subList(from, Math.min(from + COLUMNS_AT_ONCE, columns.size()));
      queries.put(levelQuery(some), some);
    }
    return queries;
  }

  private String levelQuery(List<Integer> columns) {
    String cells =
        columns.stream()
            .map(i -> "CAST(" + rows.cell(i) + " AS VARCHAR) AS v" + i)
            .collect(Collectors.joining(", "));
    String names = columns.stream().map(i -> "v" + i).collect(Collectors.joining(", "));
    String sets = columns.stream().map(i -> "(rare, v" + i + ")").collect(Collectors.joining(", "));
    return clause
        + PlainText.of(
            "SELECT GROUPING(%s), CAST(rare AS INTEGER), coalesce(%s), count(*)"
                + " FROM (SELECT rare, %s FROM used) GROUP BY GROUPING SETS (%s)",
            names, names, cells, sets);
  }

  /**
   * Joins the answers: for each column its levels, each with its rare rows and its others. A column
   * of more than {@value #MOST_LEVELS} is left out.
   */
  public static NavigableMap<Integer, NavigableMap<String, long[]>> levels(
      List<List<String>> answers, List<Integer> columns) {
    NavigableMap<Integer, NavigableMap<String, long[]>> levels = new TreeMap<>();
    for (List<String> answer : answers) {
      if (!answer.get(2).isEmpty()) {
        int column = columns.get(grouped(Long.parseLong(answer.get(0)), columns.size()));
        long[] counts =
            levels
                .computeIfAbsent(column, each -> new TreeMap<>())
                .computeIfAbsent(answer.get(2), level -> new long[2]);
        counts[answer.get(1).equals("1") ? 0 : 1] += Long.parseLong(answer.get(3));
      }
    }
    levels.values().removeIf(each -> each.size() > MOST_LEVELS);
    return levels;
  }

  /** The column that a grouping is of: the only one whose bit is not set, the first being left. */
  private static int grouped(long bits, int columns) {
    long own = ~bits & ((1L << columns) - 1);
    return columns - 1 - Long.numberOfTrailingZeros(own);
  }

  /** Returns the number columns. */
  static List<Integer> numeric(List<ColumnRange> ranges) {
    return IntStream.range(0, ranges.size())
        .filter(i -> ranges.get(i).isNumeric())
        .boxed()
        .toList();
  }
}

package dev.synth.internal.table.selection;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The query of a second look at files, which counts rows and describes columns, and what its
 * answers add up to. A file is read once: what is asked of is held, or spilled to disk, and asked
 * three times.
 */
public final class Counting {
  /** A column with more different cells has no table of levels. */
  public static final int MOST_LEVELS = 1_000;

  /**
   * The most different cells that a file's estimate, which errs by a few in a hundred, may allow.
   */
  private static final int ESTIMATED_LEVELS = 2 * MOST_LEVELS;

  /** A grouping's bits are one number. */
  private static final int COLUMNS_AT_ONCE = 30;

  private static final String SPAN = "span";
  private static final String SUMS = "sums";

  private final UsedRows rows;
  private final String clause;
  private final long width;
  private final List<ColumnRange> ranges;
  private final List<Double> cuts;
  private final List<Integer> numeric;
  private final List<Integer> levelled;

  /**
   * A query.
   *
   * @param rare the labels of the rare class
   * @param isInstant whether times are points in time
   * @param width the width of the spans of time that are counted
   * @param ranges the columns' ranges
   * @param cuts the times that the user gave, at which spans are parted
   */
  public Counting(
      UsedRows rows,
      List<String> rare,
      boolean isInstant,
      long width,
      List<ColumnRange> ranges,
      List<Double> cuts) {
    this.rows = rows;
    this.clause = rows.clause(rare, isInstant);
    this.width = width;
    this.ranges = List.copyOf(ranges);
    this.cuts = List.copyOf(cuts);
    this.numeric =
        IntStream.range(0, ranges.size()).filter(i -> ranges.get(i).isNumeric()).boxed().toList();
    this.levelled =
        IntStream.range(0, ranges.size())
            .filter(i -> rows.isDescribed(i) && !ranges.get(i).isNumeric())
            .filter(i -> ranges.get(i).present() > 0)
            .filter(i -> ranges.get(i).distinct() <= ESTIMATED_LEVELS)
            .boxed()
            .toList();
  }

  /** Returns the query. */
  public String sql() {
    List<String> held = new ArrayList<>();
    String floor = PlainText.of("floor(t / %d)", width);
    held.add("rare");
    // a quotient just below a whole number may be rounded to it
    held.add(
        PlainText.of(
            "CAST(%s AS BIGINT) - CAST(%s * %d > t AS BIGINT) AS span", floor, floor, width));
    held.add(
        cuts.stream()
                .map(cut -> "CAST(t >= CAST('" + NumberText.of(cut) + "' AS DOUBLE) AS INTEGER)")
                .collect(Collectors.joining(" + ", "0 + ", " + 0"))
            + " AS cuts");
    numeric.forEach(i -> held.add(PlainText.of("%s AS n%d", rows.number(i), i)));
    levelled.forEach(i -> held.add(PlainText.of("CAST(%s AS VARCHAR) AS v%d", rows.cell(i), i)));
    List<String> asked = new ArrayList<>();
    asked.add(
        PlainText.of(
            "SELECT '%s' AS what, CAST(span AS VARCHAR) AS a, CAST(cuts AS VARCHAR) AS b,"
                + " CAST(count(*) FILTER (rare) AS VARCHAR) AS c,"
                + " CAST(count(*) FILTER (NOT rare) AS VARCHAR) AS d FROM seen GROUP BY span, cuts",
            SPAN));
    if (!numeric.isEmpty()) {
      asked.add(
          PlainText.of(
              "SELECT '%s', CAST(rare AS VARCHAR), %s, NULL, NULL FROM seen GROUP BY rare",
              SUMS, numeric.stream().map(this::sums).collect(Collectors.joining(" || ',' || "))));
    }
    for (int from = 0; from < levelled.size(); from += COLUMNS_AT_ONCE) {
      asked.add(levels(from));
    }
    return clause
        + PlainText.of(", seen AS MATERIALIZED (SELECT %s FROM used) ", String.join(", ", held))
        + String.join(" UNION ALL ", asked);
  }

  /** The number, the sum and the sum of squares of a column's numbers, as whole ones. */
  private String sums(int column) {
    String factor = PlainText.of("CAST('%s' AS DOUBLE)", Math.scalb(1.0, shift(column)));
    String whole = PlainText.of("CAST(round(n%d * %s) AS HUGEINT)", column, factor);
    return PlainText.of(
        "count(n%d) || ',' || coalesce(CAST(sum(%s) AS VARCHAR), '') || ',' ||"
            + " coalesce(CAST(sum(%s * %s) AS VARCHAR), '')",
        column, whole, whole, whole);
  }

  private int shift(int column) {
    return ranges.get(column).shift();
  }

  private List<Integer> levelledFrom(int from) {
    return levelled.subList(from, Math.min(from + COLUMNS_AT_ONCE, levelled.size()));
  }

  private String levels(int from) {
    List<Integer> columns = levelledFrom(from);
    String names = columns.stream().map(i -> "v" + i).collect(Collectors.joining(", "));
    String sets = columns.stream().map(i -> "(rare, v" + i + ")").collect(Collectors.joining(", "));
    return PlainText.of(
        "SELECT '%d,' || GROUPING(%s), CAST(rare AS VARCHAR), coalesce(%s),"
            + " CAST(count(*) AS VARCHAR), NULL FROM seen GROUP BY GROUPING SETS (%s)",
        from, names, names, sets);
  }

  /** Joins the answers. A column of more than {@value #MOST_LEVELS} levels has no table. */
  public SpanCounts counts(List<List<String>> answers) {
    NavigableMap<SpanCounts.SpanPart, SpanCounts.Rows> spans = new TreeMap<>();
    Map<Boolean, Map<Integer, ExactSums>> sums = new TreeMap<>();
    NavigableMap<Integer, NavigableMap<String, long[]>> levels = new TreeMap<>();
    for (List<String> answer : answers) {
      switch (answer.getFirst()) {
        case SPAN ->
            spans.merge(
                new SpanCounts.SpanPart(
                    Long.parseLong(answer.get(1)), Integer.parseInt(answer.get(2))),
                new SpanCounts.Rows(Long.parseLong(answer.get(3)), Long.parseLong(answer.get(4))),
                SpanCounts.Rows::and);
        case SUMS -> {
          Map<Integer, ExactSums> own =
              sums.computeIfAbsent(isRare(answer.get(1)), rare -> new TreeMap<>());
          List<String> cells = Arrays.asList(answer.get(2).split(",", -1));
          for (int i = 0; i < numeric.size(); i++) {
            int column = numeric.get(i);
            own.merge(
                column,
                ExactSums.of(shift(column), cells.subList(3 * i, 3 * i + 3)),
                ExactSums::and);
          }
        }
        default -> {
          if (!answer.get(2).isEmpty()) {
            int column = grouped(answer.getFirst());
            long[] counts =
                levels
                    .computeIfAbsent(column, each -> new TreeMap<>())
                    .computeIfAbsent(answer.get(2), level -> new long[2]);
            counts[isRare(answer.get(1)) ? 0 : 1] += Long.parseLong(answer.get(3));
          }
        }
      }
    }
    levels.values().removeIf(each -> each.size() > MOST_LEVELS);
    return new SpanCounts(spans, sums, levels);
  }

  private static boolean isRare(String cell) {
    return cell.equals("true");
  }

  /** The column that a grouping is of: the only one whose bit is not set, the first being left. */
  private int grouped(String grouping) {
    int comma = grouping.indexOf(',');
    List<Integer> columns = levelledFrom(Integer.parseInt(grouping.substring(0, comma)));
    long own = ~Long.parseLong(grouping.substring(comma + 1)) & ((1L << columns.size()) - 1);
    return columns.get(columns.size() - 1 - Long.numberOfTrailingZeros(own));
  }
}

package dev.synth.internal.table.stage;

import static java.util.Objects.requireNonNull;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.number.DecimalHabit;
import dev.synth.internal.table.number.DecimalHabit.DecimalSeparator;
import dev.synth.internal.table.stage.StagedTable.Contents;
import dev.synth.internal.table.stage.StagedTable.Kind;
import dev.synth.table.NumberForm.Fraction;
import dev.synth.table.reading.SeparatorReason;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Questions to DuckDB about columns of texts: which hold plain numbers or ISO 8601 times, and how
 * they are written.
 *
 * <p>Queries are written for the column c0; another one takes its place.
 */
public final class StagedTexts {
  /** DuckDB reads 1_000 as a number; "0:" is the first text after all those with 0 and a digit. */
  private static final String ODD =
      """
      contains(c0, '_') OR starts_with(c0, '+')
        OR c0 >= '00' AND c0 < '0:' AND NOT contains(c0, '.')
      """;

  /** The test for a number with a decimal point or comma that cannot part thousands. */
  private static final String HAS_DECIMALS =
      "bool_or(regexp_full_match(c0, '[^0-9]*[0-9]+[%s]([0-9]{1,2}|[0-9]{4,})[^0-9]*'))";

  private final StagedDuck duck;
  private final Contents contents;
  private final @Nullable NumberRows rows;
  private boolean[] plainNumbers = new boolean[0];
  private boolean[] endInZero = new boolean[0];
  private boolean[] mayHavePowers = new boolean[0];
  private int[] filled = new int[0];
  private SortedMap<Integer, Map<String, Integer>> besideWords = new TreeMap<>();
  private final Map<Integer, Fraction> fractions = new HashMap<>();

  /**
   * The texts of a staged table.
   *
   * @param rows the rows where they are plain numbers alone, of which DuckDB is asked nothing that
   *     they can tell; else null
   */
  StagedTexts(StagedDuck duck, Contents contents, @Nullable NumberRows rows) {
    this.duck = duck;
    this.contents = contents;
    this.rows = rows;
  }

  /**
   * Returns for each column of texts whether all cells are plain numbers. Codes such as {@code 007}
   * are none, nor are numbers with a plus.
   */
  public boolean[] arePlainNumbers() {
    boolean[] plain = new boolean[contents.names().size()];
    endInZero = new boolean[contents.names().size()];
    filled = new int[contents.names().size()];
    mayHavePowers = new boolean[contents.names().size()];
    plainNumbers = plain;
    if (rows != null) {
      for (int column = 0; column < plain.length; column++) {
        plain[column] = true;
        endInZero[column] = rows.endsInZero(column);
        filled[column] = rows.filled(column);
        mayHavePowers[column] = rows.hasPowers(column);
      }
      return plain;
    }
    String others =
        PlainText.of(
            "count(CASE WHEN %s THEN 1 END) + count(c0) - count(TRY_CAST(c0 AS DOUBLE)), %s,"
                + " count(c0), count(CASE WHEN contains(c0, 'e') OR contains(c0, 'E') THEN 1 END)",
            ODD, PlainDecimals.CELLS_THAT_END_IN_ZERO);
    LongCells.figures(duck.get(), texts(), others)
        .forEach(
            (column, counts) -> {
              plain[column] = counts[0] == 0;
              endInZero[column] = counts[1] > 0;
              filled[column] = (int) counts[2];
              mayHavePowers[column] = counts[3] > 0;
            });
    return plain;
  }

  /**
   * Returns the words of the columns that hold plain numbers and words that stand for missing
   * cells, and how many cells have each; asked after {@link #arePlainNumbers}.
   *
   * @param standsForNothing which words stand for missing cells
   * @param most the number of different words with which a column is none of them
   */
  public SortedMap<Integer, Map<String, Integer>> wordsBesideNumbers(
      Predicate<String> standsForNothing, int most) {
    if (rows != null) {
      return besideWords;
    }
    int[] others = IntStream.of(texts()).filter(column -> !plainNumbers[column]).toArray();
    int[] likely = // most columns of words end here
        LongCells.extremes(duck.get(), others).entrySet().stream()
            .filter(
                ends ->
                    ends.getValue().stream()
                        .allMatch(
                            text ->
                                standsForNothing.test(text)
                                    || NumberText.parse(text.strip()).isPresent()))
            .mapToInt(Map.Entry::getKey)
            .toArray();
    String notPlain =
        PlainText.of("c0 IS NOT NULL AND (TRY_CAST(c0 AS DOUBLE) IS NULL OR %s)", ODD);
    besideWords = new TreeMap<>(LongCells.counts(duck.get(), likely, notPlain, most));
    besideWords
        .values()
        .removeIf(
            words -> words.size() >= most || !words.keySet().stream().allMatch(standsForNothing));
    return Collections.unmodifiableSortedMap(besideWords);
  }

  /**
   * Returns how many cells of a column of texts are empty, as {@link #arePlainNumbers} found it.
   */
  public int emptyCells(int column) {
    return contents.rowCount() - filled[column];
  }

  /**
   * Returns how many cells of some columns have each of some texts, blanks aside and in any case,
   * or one of some numbers.
   */
  public Map<Integer, Map<String, Integer>> counts(
      Collection<Integer> columns, Set<String> words, double[] numbers) {
    String texts = words.stream().map(Duck::literal).collect(Collectors.joining(", "));
    String figures =
        Arrays.stream(numbers)
            .mapToObj(number -> " OR TRY_CAST(c0 AS DOUBLE) = " + number)
            .collect(Collectors.joining());
    int[] some = columns.stream().mapToInt(column -> column).toArray();
    String which = PlainText.of("lower(trim(c0)) IN ('', %s)%s", texts, figures);
    return LongCells.counts(duck.get(), some, which, Integer.MAX_VALUE);
  }

  /** Returns whether a column of texts was found to hold plain numbers, with words or without. */
  boolean holdsNumbers(int column) {
    return (column < plainNumbers.length && plainNumbers[column])
        || besideWords.containsKey(column);
  }

  /**
   * Returns the digits after the point of a column of plain numbers. All such columns are asked
   * together, when the first one is.
   *
   * @param missing texts that are no cells, the same for all columns
   */
  public Fraction fraction(int column, List<String> missing) {
    if (!endInZero[column]) {
      return Fraction.SHORTEST;
    }
    if (rows != null && missing.stream().noneMatch(StagedTexts::mayBeCell)) {
      return rows.fraction(column);
    }
    Fraction known = fractions.get(column);
    if (known == null) {
      int[] some =
          IntStream.range(0, endInZero.length)
              .filter(i -> i == column || (endInZero[i] && holdsNumbers(i)))
              .toArray();
      PlainDecimals.of(duck.get(), some, noToken(missing)).forEach(fractions::put);
      known = requireNonNull(fractions.get(column));
    }
    return known;
  }

  private static boolean mayBeCell(String missing) {
    return Double.isFinite(NumberText.parse(missing).orElse(Double.NaN));
  }

  /**
   * Returns the different shapes of a column's plain numbers with powers of ten, or none where no
   * cell has one. A 9 stands for each digit.
   *
   * @param missing texts that are no cells
   */
  public List<String> shapesOfPowers(int column, List<String> missing) {
    return mayHavePowers[column]
        ? shapes(column, missing).stream().filter(shape -> shape.indexOf('9') >= 0).toList()
        : List.of();
  }

  /** Returns how the columns part decimals, as far as cells or delimiters show it. */
  public DecimalHabit decimalHabit() {
    boolean points = rows == null ? hasDecimals(".") : rows.showsPoint();
    boolean commas = rows == null && hasDecimals(",");
    if (points != commas) {
      return points
          ? new DecimalHabit(DecimalSeparator.POINT, true, SeparatorReason.DECIMAL_POINTS)
          : new DecimalHabit(DecimalSeparator.COMMA, true, SeparatorReason.DECIMAL_COMMAS);
    }
    boolean areCommaFiles =
        !contents.parts().isEmpty()
            && contents.parts().stream().allMatch(part -> part.file().form().delimiter() == ',');
    return !points && areCommaFiles
        ? new DecimalHabit(DecimalSeparator.POINT, false, SeparatorReason.COMMAS_PART_CELLS)
        : DecimalHabit.UNKNOWN;
  }

  private boolean hasDecimals(String separator) {
    int[] texts = texts();
    String any =
        Arrays.stream(texts)
            .mapToObj(column -> on(PlainText.of(HAS_DECIMALS, separator), column))
            .collect(Collectors.joining(" OR "));
    return texts.length > 0
        && Duck.run(
                () -> duck.get().longs(PlainText.of("SELECT CAST(%s AS INTEGER) FROM data", any)))[
                0]
            > 0;
  }

  private int[] texts() {
    return IntStream.range(0, contents.names().size())
        .filter(i -> contents.kinds().get(i) == Kind.TEXT)
        .toArray();
  }

  /**
   * Returns a text column's points in time in microseconds, or null where a cell that is not
   * missing is not written like {@code 2024-01-31 23:59:59}, with or without time of day, seconds
   * and microseconds.
   */
  public long @Nullable [] micros(int column, List<String> missing, long nothing) {
    if (rows != null) {
      return null; // no number is written so
    }
    String first = "SELECT c0 FROM data WHERE c0 IS NOT NULL AND %s LIMIT 1";
    List<String> example = Duck.run(() -> duck.get().texts(on(first, column, missing)));
    if (example.isEmpty() || InstantText.parse(example.getFirst()) == null) {
      return null;
    }
    String others =
        """
        SELECT count(*) FROM data WHERE c0 IS NOT NULL AND %s
          AND (TRY_CAST(c0 AS TIMESTAMP) IS NULL OR NOT regexp_full_match(c0,
            '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?'))
        """;
    return Duck.run(() -> duck.get().longs(on(others, column, missing)))[0] > 0
        ? null
        : Duck.run(
            () ->
                duck.get()
                    .longs(
                        PlainText.of(
                            "SELECT epoch_us(TRY_CAST(c%d AS TIMESTAMP)) FROM data", column),
                        contents.rowCount(),
                        nothing));
  }

  /** Returns the different shapes of a column's texts, in which a 9 stands for each digit. */
  public List<String> shapes(int column, List<String> missing) {
    if (rows != null) {
      return rows.shapes(column, missing);
    }
    String shapes =
        """
        SELECT DISTINCT translate(c0, '012345678', '999999999') AS shape FROM data
        WHERE c0 IS NOT NULL AND %s ORDER BY shape
        """;
    return Duck.run(() -> duck.get().texts(on(shapes, column, missing)));
  }

  /** Returns a column as texts, nothing cleaned, in no particular order of its values. */
  Dictionary dictionary(int column) {
    return rows == null ? Duck.run(() -> texts("c" + column)) : rows.dictionary(column);
  }

  /** Lets DuckDB number the different texts, since numbers come over far faster than texts. */
  private Dictionary texts(String column) throws SQLException {
    int[] codes = new int[contents.rowCount()];
    Arrays.fill(codes, -1);
    if (duck.get().longs(PlainText.of("SELECT count(%s) FROM data", column))[0] == 0) {
      return new Dictionary(List.of(), codes);
    }
    duck.get()
        .execute(
            PlainText.of(
                """
                CREATE TYPE texts AS ENUM
                  (SELECT DISTINCT CAST(%1$s AS VARCHAR) FROM data WHERE %1$s IS NOT NULL)
                """,
                column));
    List<String> values = duck.get().texts("SELECT unnest(enum_range(NULL::texts))");
    long[] read =
        duck.get()
            .longs(
                PlainText.of(
                    "SELECT enum_code(CAST(CAST(%s AS VARCHAR) AS texts)) FROM data", column),
                contents.rowCount(),
                -1);
    duck.get().execute("DROP TYPE texts");
    for (int row = 0; row < codes.length; row++) {
      codes[row] = (int) read[row];
    }
    return new Dictionary(values, codes);
  }

  /** Puts a column in the place of c0. */
  private static String on(String sql, int column) {
    return sql.replace("c0", "c" + column);
  }

  /** Puts a column in the place of c0, and what excludes missing tokens in the place of %s. */
  private static String on(String sql, int column, List<String> missing) {
    return PlainText.of(sql, noToken(missing)).replace("c0", "c" + column);
  }

  private static String noToken(List<String> missing) {
    return missing.isEmpty()
        ? "true"
        : missing.stream().map(Duck::literal).collect(Collectors.joining(", ", "c0 NOT IN (", ")"));
  }
}

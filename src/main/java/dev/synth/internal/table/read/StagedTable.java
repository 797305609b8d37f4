package dev.synth.internal.table.read;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.delimited.DelimitedFile;
import dev.synth.internal.table.number.DecimalHabit;
import dev.synth.internal.table.number.DecimalHabit.Sign;
import dev.synth.table.DataOptions;
import dev.synth.table.NumberForm.Fraction;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all files inside DuckDB, in their order, before anything is decided about types.
 *
 * <p>Cells of text files are texts as they stand there; Parquet and JSON columns keep the type that
 * the file gives them. Inside, the columns are named c0, c1 and so on, and the table {@code data}.
 */
final class StagedTable implements AutoCloseable {
  /** What a file says of a column. */
  enum Kind {
    TEXT,
    NUMBER,
    WHOLE,
    DATE,
    INSTANT,
    NESTED
  }

  /** DuckDB reads 1_000 as a number; "0:" is the first text after all those with 0 and a digit. */
  private static final String ODD =
      """
      contains(c0, '_') OR starts_with(c0, '+')
        OR c0 >= '00' AND c0 < '0:' AND NOT contains(c0, '.')
      """;

  /** Whether a text is a number with a decimal point or comma that cannot part thousands. */
  private static final String HAS_DECIMALS =
      "bool_or(regexp_full_match(c0, '[^0-9]*[0-9]+[%s]([0-9]{1,2}|[0-9]{4,})[^0-9]*'))";

  /** Cells that are read ahead at most: 2 MB. */
  private static final int BLOCK_CELLS = 250_000;

  private static final int MOST_COLUMNS_A_BLOCK = 200;

  /** A query is planned in a time that grows with the square of its columns. */
  private static final int COLUMNS_A_CHECK = 50;

  private final Duck duck;
  private final SourceFiles source;
  private final Contents contents;
  private final Map<Integer, double[]> readAhead = new HashMap<>();
  private boolean[] plainTexts = new boolean[0];
  private boolean[] endInZero = new boolean[0];

  /**
   * What stands in the table {@code data}.
   *
   * @param names the columns' names, as the files give them
   * @param kinds what the files say of each
   * @param parts the text files in their order; empty for other files
   * @param rowCount the number of rows
   * @param notes what the user ought to know of how the files are read, one sentence each
   */
  record Contents(
      List<String> names, List<Kind> kinds, List<Part> parts, int rowCount, List<String> notes) {
    Contents {
      names = List.copyOf(names);
      kinds = List.copyOf(kinds);
      parts = List.copyOf(parts);
      notes = List.copyOf(notes);
    }

    Contents withoutLastColumn() {
      int left = names.size() - 1;
      return new Contents(names.subList(0, left), kinds.subList(0, left), parts, rowCount, notes);
    }
  }

  /**
   * The rows of a text file.
   *
   * @param firstRow the first one's place among the rows of all files
   * @param leftOut the rows of the file, from 0, that are not among them
   */
  record Part(DelimitedFile file, int firstRow, BitSet leftOut) {
    /** Returns where in the file a row of all files stands. */
    String where(int row) {
      int inFile = leftOut.nextClearBit(0);
      for (int i = firstRow; i < row; i++) {
        inFile = leftOut.nextClearBit(inFile + 1);
      }
      return PlainText.of("'%s', line %d", file.path(), file.line(inFile));
    }
  }

  private StagedTable(Duck duck, SourceFiles source, Contents contents) {
    this.duck = duck;
    this.source = source;
    this.contents = contents;
  }

  /** Loads all rows of the files. */
  static StagedTable load(SourceFiles source, DataOptions options) {
    Duck duck = Duck.open(options.allowExtensions());
    boolean loaded = false;
    try {
      StagedTable staged =
          new StagedTable(duck, source, new TableStager(duck, source, options.charset()).stage());
      loaded = true;
      return staged;
    } finally {
      if (!loaded) {
        duck.close();
      }
    }
  }

  List<String> names() {
    return contents.names();
  }

  /** Returns what the user ought to know of how the files are read, one sentence each. */
  List<String> notes() {
    return contents.notes();
  }

  Kind kind(int column) {
    return contents.kinds().get(column);
  }

  int rowCount() {
    return contents.rowCount();
  }

  /** Returns where a row stands in the files, for a message. */
  String where(int row) {
    return contents.parts().reversed().stream()
        .filter(part -> part.firstRow() <= row)
        .findFirst()
        .map(part -> part.where(row))
        .orElseGet(() -> PlainText.of("'%s', row %d", source.files().getFirst(), row + 1));
  }

  /**
   * Returns for each column of texts whether all cells are plain numbers. Codes such as {@code 007}
   * are none, nor are numbers with a plus.
   */
  boolean[] arePlainNumbers() {
    boolean[] plain = new boolean[names().size()];
    endInZero = new boolean[names().size()];
    int[] texts = texts();
    String others =
        PlainText.of(
            "count(CASE WHEN %s THEN 1 END) + count(c0) - count(TRY_CAST(c0 AS DOUBLE)), %s",
            ODD, PlainDecimals.CELLS_THAT_END_IN_ZERO);
    for (int first = 0; first < texts.length; first += COLUMNS_A_CHECK) {
      int[] some =
          Arrays.copyOfRange(texts, first, Math.min(texts.length, first + COLUMNS_A_CHECK));
      long[] counts = Duck.run(() -> duck.longs(forAll(some, others)));
      for (int i = 0; i < some.length; i++) {
        plain[some[i]] = counts[2 * i] == 0;
        endInZero[some[i]] = counts[2 * i + 1] > 0;
      }
    }
    plainTexts = plain;
    return plain;
  }

  private static String forAll(int[] columns, String aggregate) {
    return Arrays.stream(columns)
        .mapToObj(column -> on(aggregate, column))
        .collect(Collectors.joining(", ", "SELECT ", " FROM data"));
  }

  /**
   * Returns the first and the last text of a column in the order of texts; none if all are null.
   */
  List<String> extremes(int column) {
    return Duck.run(
        () ->
            duck.texts(
                on(
                    "SELECT * FROM (SELECT unnest([min(c0), max(c0)]) AS t FROM data)"
                        + " WHERE t IS NOT NULL",
                    column)));
  }

  /**
   * Returns the texts of a column that are no plain numbers, and how many cells have each.
   *
   * @param most how many texts are enough
   */
  Map<String, Integer> notPlain(int column, int most) {
    String query =
        PlainText.of(
            "SELECT c0, count(*) FROM data WHERE c0 IS NOT NULL AND (TRY_CAST(c0 AS DOUBLE) IS NULL"
                + " OR %s) GROUP BY c0 ORDER BY c0 LIMIT %d",
            ODD, most);
    return Duck.run(() -> duck.counts(on(query, column)));
  }

  /**
   * Returns the digits after the point of a column of plain numbers.
   *
   * @param missing texts that are no cells
   */
  Fraction fraction(int column, List<String> missing) {
    return endInZero[column]
        ? Duck.run(() -> PlainDecimals.of(duck.longs(on(PlainDecimals.QUERY, column, missing))))
        : Fraction.SHORTEST;
  }

  /** Returns how the columns part decimals, as far as cells or delimiters show it. */
  DecimalHabit decimalHabit() {
    boolean points = hasDecimals(".");
    boolean commas = hasDecimals(",");
    if (points != commas) {
      return points
          ? new DecimalHabit(Sign.POINT, true, "other cells have a decimal point")
          : new DecimalHabit(Sign.COMMA, true, "other cells have a decimal comma");
    }
    boolean areCommaFiles =
        !contents.parts().isEmpty()
            && contents.parts().stream().allMatch(part -> part.file().form().delimiter() == ',');
    return !points && areCommaFiles
        ? new DecimalHabit(Sign.POINT, false, "the file parts its cells by commas")
        : DecimalHabit.UNKNOWN;
  }

  private boolean hasDecimals(String separator) {
    int[] texts = texts();
    String any =
        Arrays.stream(texts)
            .mapToObj(column -> on(PlainText.of(HAS_DECIMALS, separator), column))
            .collect(Collectors.joining(" OR "));
    return texts.length > 0
        && Duck.run(() -> duck.longs(PlainText.of("SELECT CAST(%s AS INTEGER) FROM data", any)))[0]
            > 0;
  }

  private int[] texts() {
    return IntStream.range(0, names().size()).filter(i -> kind(i) == Kind.TEXT).toArray();
  }

  /**
   * Returns a column's numbers, NaN where the cell is missing or no number.
   *
   * <p>The next columns of numbers are read with it and kept until they are asked for, since a
   * query takes time in proportion to the table's columns, whatever it reads.
   */
  double[] numbers(int column) {
    double[] known = readAhead.remove(column);
    if (known != null) {
      return known;
    }
    int[] block = block(column);
    String cells =
        Arrays.stream(block)
            .mapToObj(i -> String.format(Locale.ROOT, "TRY_CAST(c%d AS DOUBLE)", i))
            .collect(Collectors.joining(", "));
    double[][] read =
        Duck.run(() -> duck.doubles("SELECT " + cells + " FROM data", rowCount(), block.length));
    readAhead.clear();
    for (int i = 1; i < block.length; i++) {
      readAhead.put(block[i], read[i]);
    }
    return read[0];
  }

  /** A column and the next ones of numbers, as many as make a block of some hundred thousand. */
  private int[] block(int column) {
    int most = Math.clamp(BLOCK_CELLS / Math.max(1, rowCount()), 1, MOST_COLUMNS_A_BLOCK);
    IntStream next =
        IntStream.range(column + 1, names().size()).filter(this::holdsNumbers).limit(most - 1L);
    return IntStream.concat(IntStream.of(column), next).toArray();
  }

  private boolean holdsNumbers(int column) {
    return switch (kind(column)) {
      case NUMBER, WHOLE -> true;
      case TEXT -> column < plainTexts.length && plainTexts[column];
      case DATE, INSTANT, NESTED -> false;
    };
  }

  /** Returns a column's points in time in microseconds, with one value for missing cells. */
  long[] micros(int column, long nothing) {
    return Duck.run(
        () ->
            duck.longs(
                PlainText.of("SELECT epoch_us(c%d) FROM data", column), rowCount(), nothing));
  }

  /**
   * Returns a text column's points in time in microseconds, or null where a cell that is not
   * missing is not written like {@code 2024-01-31 23:59:59}, with or without time of day, seconds
   * and microseconds.
   */
  long @Nullable [] microsOfTexts(int column, List<String> missing, long nothing) {
    String first = "SELECT c0 FROM data WHERE c0 IS NOT NULL AND %s LIMIT 1";
    List<String> example = Duck.run(() -> duck.texts(on(first, column, missing)));
    if (example.isEmpty() || InstantText.parse(example.getFirst()) == null) {
      return null;
    }
    String others =
        """
        SELECT count(*) FROM data WHERE c0 IS NOT NULL AND %s
          AND (TRY_CAST(c0 AS TIMESTAMP) IS NULL OR NOT regexp_full_match(c0,
            '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?'))
        """;
    return Duck.run(() -> duck.longs(on(others, column, missing)))[0] > 0
        ? null
        : Duck.run(
            () ->
                duck.longs(
                    PlainText.of("SELECT epoch_us(TRY_CAST(c%d AS TIMESTAMP)) FROM data", column),
                    rowCount(),
                    nothing));
  }

  /** Returns the different shapes of a column's texts, in which a 9 stands for each digit. */
  List<String> shapes(int column, List<String> missing) {
    String shapes =
        """
        SELECT DISTINCT translate(c0, '012345678', '999999999') AS shape FROM data
        WHERE c0 IS NOT NULL AND %s ORDER BY shape
        """;
    return Duck.run(() -> duck.texts(on(shapes, column, missing)));
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

  /** Returns a column as texts, nothing cleaned, in no particular order of its values. */
  Dictionary dictionary(int column) {
    if (kind(column) == Kind.NUMBER) {
      return Dictionary.of(numbers(column));
    }
    return Duck.run(() -> texts("c" + column));
  }

  /** Lets DuckDB number the different texts, since numbers come over far faster than texts. */
  private Dictionary texts(String column) throws SQLException {
    int[] codes = new int[rowCount()];
    Arrays.fill(codes, -1);
    if (duck.longs(PlainText.of("SELECT count(%s) FROM data", column))[0] == 0) {
      return new Dictionary(List.of(), codes);
    }
    duck.execute(
        PlainText.of(
            """
            CREATE TYPE texts AS ENUM
              (SELECT DISTINCT CAST(%1$s AS VARCHAR) FROM data WHERE %1$s IS NOT NULL)
            """,
            column));
    List<String> values = duck.texts("SELECT unnest(enum_range(NULL::texts))");
    long[] read =
        duck.longs(
            PlainText.of("SELECT enum_code(CAST(CAST(%s AS VARCHAR) AS texts)) FROM data", column),
            rowCount(),
            -1);
    duck.execute("DROP TYPE texts");
    for (int row = 0; row < codes.length; row++) {
      codes[row] = (int) read[row];
    }
    return new Dictionary(values, codes);
  }

  @Override
  public void close() {
    duck.close();
  }
}

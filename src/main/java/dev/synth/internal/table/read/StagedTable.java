package dev.synth.internal.table.read;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.cell.InstantText;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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
  private static final String NOT_PLAIN =
      """
      count(*) FILTER (TRY_CAST(c0 AS DOUBLE) IS NULL AND c0 IS NOT NULL AND %s
        OR contains(c0, '_') OR c0 >= '00' AND c0 < '0:' AND NOT contains(c0, '.'))
      """;

  private final Duck duck;
  private final SourceFiles source;
  private final Contents contents;

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
  static StagedTable load(SourceFiles source, boolean allowExtensions) {
    Duck duck = Duck.open(allowExtensions);
    boolean loaded = false;
    try {
      StagedTable staged = new StagedTable(duck, source, new TableStager(duck, source).stage());
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
   * Returns for each column whether its cells are texts that all read as plain numbers, those of
   * the given tokens aside. Codes such as {@code 007} are not plain.
   */
  boolean[] holdNumbers(List<String> missing) {
    boolean[] hold = new boolean[names().size()];
    int[] texts = IntStream.range(0, hold.length).filter(i -> kind(i) == Kind.TEXT).toArray();
    if (texts.length > 0) {
      String counts =
          Arrays.stream(texts)
              .mapToObj(column -> on(NOT_PLAIN, column, missing))
              .collect(Collectors.joining(", "));
      long[] row = Duck.run(() -> duck.longs(PlainText.of("SELECT %s FROM data", counts)));
      for (int i = 0; i < texts.length; i++) {
        hold[texts[i]] = row[i] == 0;
      }
    }
    return hold;
  }

  /** Returns a column's numbers, NaN where the cell is missing or no number. */
  double[] numbers(int column) {
    return Duck.run(
        () ->
            duck.doubles(
                PlainText.of("SELECT TRY_CAST(c%d AS DOUBLE) FROM data", column), rowCount()));
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

  /** Returns whether no text of a column has a time of day. */
  boolean areDates(int column, List<String> missing) {
    String longer = "SELECT count(*) FROM data WHERE length(c0) > 10 AND %s";
    return Duck.run(() -> duck.longs(on(longer, column, missing)))[0] == 0;
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

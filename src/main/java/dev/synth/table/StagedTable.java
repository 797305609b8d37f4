package dev.synth.table;

import dev.synth.base.Problem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
  private List<String> names = List.of();
  private List<Kind> kinds = List.of();
  private List<DelimitedFile> delimited = List.of();
  private int[] firstRows = {0};
  private int rowCount;

  private StagedTable(Duck duck, SourceFiles source) {
    this.duck = duck;
    this.source = source;
  }

  /** Loads all rows of the files. */
  static StagedTable load(SourceFiles source, boolean allowExtensions) {
    StagedTable staged = new StagedTable(Duck.open(allowExtensions), source);
    boolean loaded = false;
    try {
      switch (source.format()) {
        case DELIMITED -> staged.loadDelimited();
        case PARQUET -> staged.loadTyped("read_parquet(%s, union_by_name = true)");
        case JSON -> staged.loadTyped("read_json(%s, union_by_name = true, sample_size = -1)");
      }
      if (staged.rowCount == 0) {
        throw Problem.data("'%s' has columns but no rows", source.files().getFirst());
      }
      loaded = true;
      return staged;
    } finally {
      if (!loaded) {
        staged.close();
      }
    }
  }

  private void loadDelimited() {
    delimited = source.files().stream().map(DelimitedFile::open).toList();
    LinkedHashSet<String> union = new LinkedHashSet<>();
    delimited.forEach(file -> union.addAll(file.names()));
    names = List.copyOf(union);
    kinds = names.stream().map(name -> Kind.TEXT).toList();
    firstRows = new int[delimited.size()];
    query(
        () ->
            duck.execute(
                IntStream.range(0, names.size())
                    .mapToObj(i -> "c%d VARCHAR".formatted(i))
                    .collect(Collectors.joining(", ", "CREATE TEMP TABLE data (", ")"))));
    for (int i = 0; i < delimited.size(); i++) {
      firstRows[i] = rowCount;
      insert(delimited.get(i));
      countRows();
    }
  }

  private void insert(DelimitedFile file) {
    List<String> columns = file.names().stream().map(name -> "c" + names.indexOf(name)).toList();
    String insert =
        """
        INSERT INTO data (%s) SELECT * FROM read_csv(%s, auto_detect = false, header = true,
          columns = {%s}, delim = %s, quote = '"', escape = '"', compression = '%s')
        """
            .formatted(
                String.join(", ", columns),
                Duck.literal(file.path().toString()),
                columns.stream()
                    .map("'%s': 'VARCHAR'"::formatted)
                    .collect(Collectors.joining(", ")),
                Duck.literal(String.valueOf(file.delimiter())),
                file.compressed() ? "gzip" : "none");
    try {
      duck.execute(insert);
    } catch (SQLException e) {
      throw file.fault()
          .orElseGet(() -> Problem.data("'%s' can't be read: %s", file.path(), Duck.reason(e)))
          .causedBy(e);
    }
  }

  private void loadTyped(String reader) {
    String files =
        source.files().stream()
            .map(file -> Duck.literal(file.toString()))
            .collect(Collectors.joining(", ", "[", "]"));
    String relation = reader.formatted(files);
    try {
      String describe = "DESCRIBE SELECT * FROM " + relation;
      names = List.copyOf(duck.texts(describe));
      List<String> types = duck.texts(describe, 2);
      kinds = types.stream().map(StagedTable::kind).toList();
      List<String> columns = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        columns.add(select(i, types.get(i)));
      }
      duck.execute("SET TimeZone = 'UTC'");
      duck.execute(
          "CREATE TEMP TABLE data AS SELECT %s FROM %s"
              .formatted(String.join(", ", columns), relation));
    } catch (SQLException e) {
      throw Problem.data(
              "'%s' can't be read as %s: %s",
              source.files().getFirst(),
              source.format() == SourceFiles.Format.JSON ? "JSON" : "Parquet",
              Duck.reason(e))
          .causedBy(e);
    }
    countRows();
  }

  private String select(int column, String type) {
    String name = Duck.name(names.get(column));
    String cells =
        switch (kinds.get(column)) {
          case TEXT, NESTED -> "CAST(%s AS VARCHAR)".formatted(name);
          case WHOLE, DATE -> name;
          case NUMBER -> type.equals("DOUBLE") ? name : "CAST(%s AS DOUBLE)".formatted(name);
          case INSTANT -> "CAST(%s AS TIMESTAMP)".formatted(name);
        };
    return "%s AS c%d".formatted(cells, column);
  }

  private static Kind kind(String type) {
    if (type.endsWith("]") || type.matches("(STRUCT|MAP|UNION).*")) {
      return Kind.NESTED;
    }
    String family = type.replaceFirst("\\(.*", "").toUpperCase(Locale.ROOT);
    return switch (family) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
          Kind.WHOLE;
      case "FLOAT", "DOUBLE", "DECIMAL" -> Kind.NUMBER;
      case "DATE" -> Kind.DATE;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" ->
          Kind.INSTANT;
      default -> Kind.TEXT; // booleans, texts, and whole numbers too large for a double
    };
  }

  private void countRows() {
    long rows = query(() -> duck.longs("SELECT count(*) FROM data"))[0];
    if (rows > Integer.MAX_VALUE - 8) {
      throw Problem.data("%d rows are more than one table can hold", rows);
    }
    rowCount = (int) rows;
  }

  List<String> names() {
    return names;
  }

  Kind kind(int column) {
    return kinds.get(column);
  }

  int rowCount() {
    return rowCount;
  }

  /** Returns where a row stands in the files, for a message. */
  String where(int row) {
    if (delimited.isEmpty()) {
      return "'%s', row %d".formatted(source.files().getFirst(), row + 1);
    }
    int file = 0;
    while (file + 1 < firstRows.length && firstRows[file + 1] <= row) {
      file++;
    }
    DelimitedFile named = delimited.get(file);
    return "'%s', line %d".formatted(named.path(), named.line(row - firstRows[file]));
  }

  /**
   * Returns for each column whether its cells are texts that all read as plain numbers, those of
   * the given tokens aside. Codes such as {@code 007} are not plain.
   */
  boolean[] holdNumbers(List<String> missing) {
    boolean[] hold = new boolean[names.size()];
    int[] texts = IntStream.range(0, hold.length).filter(i -> kind(i) == Kind.TEXT).toArray();
    if (texts.length > 0) {
      String counts =
          Arrays.stream(texts)
              .mapToObj(column -> on(NOT_PLAIN, column, missing))
              .collect(Collectors.joining(", "));
      long[] row = query(() -> duck.longs("SELECT %s FROM data".formatted(counts)));
      for (int i = 0; i < texts.length; i++) {
        hold[texts[i]] = row[i] == 0;
      }
    }
    return hold;
  }

  /** Returns a column's numbers, NaN where the cell is missing or no number. */
  double[] numbers(int column) {
    return query(
        () -> duck.doubles("SELECT TRY_CAST(c%d AS DOUBLE) FROM data".formatted(column), rowCount));
  }

  /** Returns a column's points in time in microseconds, with one value for missing cells. */
  long[] micros(int column, long nothing) {
    return query(
        () -> duck.longs("SELECT epoch_us(c%d) FROM data".formatted(column), rowCount, nothing));
  }

  /**
   * Returns a text column's points in time in microseconds, or null where a cell that is not
   * missing is not written like {@code 2024-01-31 23:59:59}, with or without time of day, seconds
   * and microseconds.
   */
  long @Nullable [] microsOfTexts(int column, List<String> missing, long nothing) {
    String first = "SELECT c0 FROM data WHERE c0 IS NOT NULL AND %s LIMIT 1";
    List<String> example = query(() -> duck.texts(on(first, column, missing)));
    if (example.isEmpty() || InstantText.parse(example.getFirst()) == null) {
      return null;
    }
    String others =
        """
        SELECT count(*) FROM data WHERE c0 IS NOT NULL AND %s
          AND (TRY_CAST(c0 AS TIMESTAMP) IS NULL OR NOT regexp_full_match(c0,
            '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?'))
        """;
    return query(() -> duck.longs(on(others, column, missing)))[0] > 0
        ? null
        : query(
            () ->
                duck.longs(
                    "SELECT epoch_us(TRY_CAST(c%d AS TIMESTAMP)) FROM data".formatted(column),
                    rowCount,
                    nothing));
  }

  /** Returns whether no text of a column has a time of day. */
  boolean areDates(int column, List<String> missing) {
    String longer = "SELECT count(*) FROM data WHERE length(c0) > 10 AND %s";
    return query(() -> duck.longs(on(longer, column, missing)))[0] == 0;
  }

  /** Puts a column in the place of c0, and what excludes missing tokens in the place of %s. */
  private static String on(String sql, int column, List<String> missing) {
    return sql.formatted(noToken(missing)).replace("c0", "c" + column);
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
    return query(() -> texts("c" + column));
  }

  /** Lets DuckDB number the different texts, since numbers come over far faster than texts. */
  private Dictionary texts(String column) throws SQLException {
    int[] codes = new int[rowCount];
    Arrays.fill(codes, -1);
    if (duck.longs("SELECT count(%s) FROM data".formatted(column))[0] == 0) {
      return new Dictionary(List.of(), codes);
    }
    duck.execute(
        """
        CREATE TYPE texts AS ENUM
          (SELECT DISTINCT CAST(%1$s AS VARCHAR) FROM data WHERE %1$s IS NOT NULL)
        """
            .formatted(column));
    List<String> values = duck.texts("SELECT unnest(enum_range(NULL::texts))");
    long[] read =
        duck.longs(
            "SELECT enum_code(CAST(CAST(%s AS VARCHAR) AS texts)) FROM data".formatted(column),
            rowCount,
            -1);
    duck.execute("DROP TYPE texts");
    for (int row = 0; row < codes.length; row++) {
      codes[row] = (int) read[row];
    }
    return new Dictionary(values, codes);
  }

  private interface Query<T> {
    T run() throws SQLException;
  }

  private interface Command {
    void run() throws SQLException;
  }

  private static void query(Command command) {
    query(
        () -> {
          command.run();
          return true;
        });
  }

  /** Runs a query that can fail only by a bug or for want of memory. */
  private static <T> T query(Query<T> query) {
    try {
      return query.run();
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains("Out of Memory")) {
        throw Problem.environment("the memory does not suffice to read the table").causedBy(e);
      }
      throw new IllegalStateException("a query on the staged table failed", e);
    }
  }

  @Override
  public void close() {
    duck.close();
  }
}

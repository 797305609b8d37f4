package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.delimited.DelimitedFile;
import dev.synth.internal.table.delimited.JsonText;
import dev.synth.table.FileFormat;
import dev.synth.table.reading.ReadingNote;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Loads the rows of files into DuckDB, as {@link StagedTable} describes it. */
final class TableStager {
  private final Duck duck;
  private final SourceFiles source;
  private final @Nullable Charset charset;

  /**
   * A stager of files into an empty database.
   *
   * @param charset what text files are said to be written in, or null
   */
  TableStager(Duck duck, SourceFiles source, @Nullable Charset charset) {
    this.duck = duck;
    this.source = source;
    this.charset = charset;
  }

  /** Loads all rows. */
  StagedTable.Contents stage() {
    StagedTable.Contents contents =
        switch (source.format()) {
          case CSV -> delimited();
          case PARQUET ->
              typed("read_parquet(%s, union_by_name = true)", source.files(), source.notes());
          case JSON -> json();
        };
    if (contents.rowCount() == 0) {
      throw Problem.data("'%s' has columns but no rows", source.files().getFirst());
    }
    return contents;
  }

  private StagedTable.Contents delimited() {
    List<DelimitedFile> files =
        source.files().stream().map(file -> DelimitedFile.open(file, charset)).toList();
    LinkedHashSet<String> union = new LinkedHashSet<>();
    files.forEach(file -> union.addAll(file.names()));
    List<String> names = List.copyOf(union);
    Duck.run(
        () -> {
          create("TEMP TABLE data", names.size());
          return true;
        });
    List<StagedTable.Part> parts = new ArrayList<>();
    List<ReadingNote> notes = new ArrayList<>(source.notes());
    int rows = 0;
    for (DelimitedFile file : files) {
      DelimitedFile read = insert(file, names);
      notes.addAll(read.notes());
      parts.add(new StagedTable.Part(read, rows, new BitSet()));
      rows = rowCount();
    }
    StagedTable.Contents contents = contents(names, parts, rows, notes);
    return dropsNamelessLast(files, names) ? contents.withoutLastColumn() : contents;
  }

  private void create(String table, int columns) throws SQLException {
    duck.execute(
        IntStream.range(0, columns)
            .mapToObj(i -> "c" + i + " VARCHAR")
            .collect(Collectors.joining(", ", "CREATE " + table + " (", ")")));
  }

  private StagedTable.Contents contents(
      List<String> names, List<StagedTable.Part> parts, int rows, List<ReadingNote> notes) {
    List<StagedTable.Part> kept =
        Duck.run(() -> new StrayLines(duck, names, notes).remove(parts, rows));
    List<StagedTable.Kind> kinds = names.stream().map(name -> StagedTable.Kind.TEXT).toList();
    return new StagedTable.Contents(names, kinds, kept, rowCount(), notes);
  }

  /** Returns whether the last column is but the delimiter with which every line ends. */
  private boolean dropsNamelessLast(List<DelimitedFile> files, List<String> names) {
    String last = PlainText.of("SELECT count(c%d) FROM data", names.size() - 1);
    return files.stream()
            .allMatch(
                file ->
                    file.hasClosingDelimiter() && file.names().getLast().equals(names.getLast()))
        && Duck.run(() -> duck.longs(last))[0] == 0;
  }

  /** Lets DuckDB read a plain file, and reads any other here; returns how it was read. */
  private DelimitedFile insert(DelimitedFile file, List<String> names) {
    List<String> columns = file.names().stream().map(name -> "c" + names.indexOf(name)).toList();
    if (file.isPlain()) {
      try {
        duck.execute(insertion(file, columns));
        return file;
      } catch (SQLException e) {
        // what is wrong, and whether it can be read all the same, is found out below
      }
    }
    DelimitedFile readable = file.examined();
    try {
      append(readable, columns);
      return readable;
    } catch (SQLException e) {
      throw Problem.data("'%s' can't be read: %s", file.path(), Duck.reason(e)).causedBy(e);
    }
  }

  private static String insertion(DelimitedFile file, List<String> columns) {
    return PlainText.of(
        """
        INSERT INTO data (%s) SELECT * FROM read_csv(%s, auto_detect = false, header = true,
          columns = {%s}, delim = %s, quote = '"', escape = '"', compression = '%s',
          hive_partitioning = false)
        """,
        String.join(", ", columns),
        Duck.file(file.path()),
        columns.stream()
            .map(value -> PlainText.of("'%s': 'VARCHAR'", value))
            .collect(Collectors.joining(", ")),
        Duck.literal(String.valueOf(file.form().delimiter())),
        file.encoding().compressed() ? "gzip" : "none");
  }

  private void append(DelimitedFile file, List<String> columns) throws SQLException {
    create("TABLE appended", columns.size());
    try (DuckDBAppender appender = duck.appender("appended")) {
      file.rows(cells -> append(cells, appender));
    }
    List<String> from = IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).toList();
    duck.execute(
        PlainText.of(
            "INSERT INTO data (%s) SELECT %s FROM appended",
            String.join(", ", columns), String.join(", ", from)));
    duck.execute("DROP TABLE appended");
  }

  private static void append(List<String> cells, DuckDBAppender appender) {
    Duck.run(
        () -> {
          appender.beginRow();
          for (String cell : cells) {
            appender.append(cell.isEmpty() ? null : cell);
          }
          appender.endRow();
          return true;
        });
  }

  private StagedTable.Contents json() {
    List<JsonText> texts = new ArrayList<>();
    try {
      source.files().forEach(file -> texts.add(JsonText.open(file, charset)));
      List<ReadingNote> notes = new ArrayList<>(source.notes());
      notes.addAll(JsonText.notes(texts));
      return typed(
          "read_json(%s, union_by_name = true, sample_size = -1)",
          texts.stream().map(JsonText::path).toList(), notes);
    } finally {
      texts.forEach(JsonText::close);
    }
  }

  private StagedTable.Contents typed(String reader, List<Path> read, List<ReadingNote> notes) {
    String files = read.stream().map(Duck::file).collect(Collectors.joining(", ", "[", "]"));
    String relation = PlainText.of(reader, files);
    try {
      TypedColumns described = TypedColumns.of(duck, relation);
      if (source.format() == FileFormat.JSON) {
        described.checkAreRows(source.files().getFirst(), duck, relation);
      }
      List<String> names = described.names();
      List<String> types = described.types();
      List<StagedTable.Kind> kinds = types.stream().map(TableStager::kind).toList();
      List<String> columns = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        columns.add(PlainText.of("%s AS c%d", select(names.get(i), types.get(i)), i));
      }
      duck.execute("SET TimeZone = 'UTC'");
      duck.execute(
          PlainText.of(
              "CREATE TEMP TABLE data AS SELECT %s FROM %s", String.join(", ", columns), relation));
      return new StagedTable.Contents(names, kinds, List.of(), rowCount(), notes);
    } catch (SQLException e) {
      throw TypedColumns.unreadable(source, e);
    }
  }

  static String select(String column, String type) {
    String name = Duck.name(column);
    return switch (kind(type)) {
      case TEXT, NESTED ->
          type.equals("JSON") // where cells are of several types, texts have quotes
              ? PlainText.of("json_extract_string(%s, '$')", name)
              : PlainText.of("CAST(%s AS VARCHAR)", name);
      case WHOLE, DATE -> name;
      case NUMBER ->
          switch (type) {
            case "DOUBLE" -> name;
            case "FLOAT" -> // 0.1, and not the 0.10000000149 that lies nearest in binary
                PlainText.of("CAST(CAST(%s AS VARCHAR) AS DOUBLE)", name);
            default -> PlainText.of("CAST(%s AS DOUBLE)", name);
          };
      case INSTANT -> PlainText.of("CAST(%s AS TIMESTAMP)", name);
    };
  }

  static StagedTable.Kind kind(String type) {
    if (type.endsWith("]") || type.matches("(STRUCT|MAP|UNION).*")) {
      return StagedTable.Kind.NESTED;
    }
    String family = type.replaceFirst("\\(.*", "").toUpperCase(Locale.ROOT);
    return switch (family) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
          StagedTable.Kind.WHOLE;
      case "FLOAT", "DOUBLE", "DECIMAL" -> StagedTable.Kind.NUMBER;
      case "DATE" -> StagedTable.Kind.DATE;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" ->
          StagedTable.Kind.INSTANT;
      default -> StagedTable.Kind.TEXT; // booleans, texts, and whole numbers too large for a double
    };
  }

  private int rowCount() {
    long rows = Duck.run(() -> duck.longs("SELECT count(*) FROM data"))[0];
    if (rows > Integer.MAX_VALUE - 8) {
      throw Problem.data("%d rows are more than one table can hold", rows);
    }
    return (int) rows;
  }
}

package dev.synth.internal.table.read;

import dev.synth.base.Problem;
import dev.synth.internal.table.Duck;
import dev.synth.table.FileFormat;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Loads the rows of files into DuckDB, as {@link StagedTable} describes it. */
final class TableStager {
  private final Duck duck;
  private final SourceFiles source;

  /** A stager of files into an empty database. */
  TableStager(Duck duck, SourceFiles source) {
    this.duck = duck;
    this.source = source;
  }

  /** Loads all rows. */
  StagedTable.Contents stage() {
    StagedTable.Contents contents =
        switch (source.format()) {
          case CSV -> delimited();
          case PARQUET -> typed("read_parquet(%s, union_by_name = true)");
          case JSON -> typed("read_json(%s, union_by_name = true, sample_size = -1)");
        };
    if (contents.rowCount() == 0) {
      throw Problem.data("'%s' has columns but no rows", source.files().getFirst());
    }
    return contents;
  }

  private StagedTable.Contents delimited() {
    List<DelimitedFile> files = source.files().stream().map(DelimitedFile::open).toList();
    LinkedHashSet<String> union = new LinkedHashSet<>();
    files.forEach(file -> union.addAll(file.names()));
    List<String> names = List.copyOf(union);
    String create =
        IntStream.range(0, names.size())
            .mapToObj(i -> "c%d VARCHAR".formatted(i))
            .collect(Collectors.joining(", ", "CREATE TEMP TABLE data (", ")"));
    Duck.run(
        () -> {
          duck.execute(create);
          return true;
        });
    List<StagedTable.Part> parts = new ArrayList<>();
    int rows = 0;
    for (DelimitedFile file : files) {
      parts.add(new StagedTable.Part(file, rows));
      insert(file, names);
      rows = rowCount();
    }
    List<StagedTable.Kind> kinds = names.stream().map(name -> StagedTable.Kind.TEXT).toList();
    return new StagedTable.Contents(names, kinds, parts, rows);
  }

  private void insert(DelimitedFile file, List<String> names) {
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

  private StagedTable.Contents typed(String reader) {
    String files =
        source.files().stream()
            .map(file -> Duck.literal(file.toString()))
            .collect(Collectors.joining(", ", "[", "]"));
    String relation = reader.formatted(files);
    try {
      String describe = "DESCRIBE SELECT * FROM " + relation;
      List<String> names = duck.texts(describe);
      List<String> types = duck.texts(describe, 2);
      List<StagedTable.Kind> kinds = types.stream().map(TableStager::kind).toList();
      List<String> columns = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        columns.add("%s AS c%d".formatted(select(names.get(i), types.get(i)), i));
      }
      duck.execute("SET TimeZone = 'UTC'");
      duck.execute(
          "CREATE TEMP TABLE data AS SELECT %s FROM %s"
              .formatted(String.join(", ", columns), relation));
      return new StagedTable.Contents(names, kinds, List.of(), rowCount());
    } catch (SQLException e) {
      throw Problem.data(
              "'%s' can't be read as %s: %s",
              source.files().getFirst(),
              source.format() == FileFormat.JSON ? "JSON" : "Parquet",
              Duck.reason(e))
          .causedBy(e);
    }
  }

  private static String select(String column, String type) {
    String name = Duck.name(column);
    return switch (kind(type)) {
      case TEXT, NESTED -> "CAST(%s AS VARCHAR)".formatted(name);
      case WHOLE, DATE -> name;
      case NUMBER -> type.equals("DOUBLE") ? name : "CAST(%s AS DOUBLE)".formatted(name);
      case INSTANT -> "CAST(%s AS TIMESTAMP)".formatted(name);
    };
  }

  private static StagedTable.Kind kind(String type) {
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

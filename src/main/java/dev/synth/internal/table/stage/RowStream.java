package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.delimited.DelimitedFile;
import dev.synth.internal.table.delimited.JsonText;
import dev.synth.table.FileFormat;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of files of any size, one after the other: delimited text (also gzipped), Parquet or
 * JSON; one file, or all that a glob names. No more than one row is held.
 */
public final class RowStream {
  private RowStream() {}

  /** A cell as a file, or a caller, gives it; null stands for an empty one. */
  public sealed interface Cell {
    /** A text. */
    record Text(String text) implements Cell {}

    /** A number. */
    record Decimal(double value) implements Cell {}

    /** A whole number. */
    record Whole(long value) implements Cell {}

    /**
     * A point in time.
     *
     * @param micros microseconds since 1970-01-01T00:00
     * @param dateOnly whether it is a day
     */
    record Moment(long micros, boolean dateOnly) implements Cell {}
  }

  /** Takes what the files hold. */
  public interface Sink {
    /** Takes the names of the columns of the rows that follow; once a file, at least once. */
    void columns(List<String> names);

    /** Takes a row: one cell a column, null where it is empty. The array is used again. */
    void row(@Nullable Cell[] cells);
  }

  /**
   * Reads all rows.
   *
   * @param source a file or glob
   * @param charset what text is written in where no mark says otherwise, or null to find it out
   * @throws Problem if the files can't be read; the message says where
   */
  public static void read(String source, @Nullable Charset charset, Sink sink) {
    SourceFiles files = SourceFiles.resolve(source);
    switch (files.format()) {
      case CSV -> files.files().forEach(file -> delimited(file, charset, sink));
      case PARQUET -> typed("read_parquet(%s, union_by_name = true)", files, files.files(), sink);
      case JSON -> json(files, charset, sink);
    }
  }

  static void delimited(Path path, @Nullable Charset charset, Sink sink) {
    DelimitedFile file = DelimitedFile.open(path, charset).examined();
    List<String> columns = file.columns();
    sink.columns(columns);
    file.trueRows(cellsOf(columns.size(), sink));
  }

  /** Returns what hands the texts of rows on as cells. */
  static DelimitedFile.RowSink cellsOf(int width, Sink sink) {
    @Nullable Cell[] row = new @Nullable Cell[width];
    return cells -> {
      for (int i = 0; i < width; i++) {
        String text = cells.get(i).strip();
        row[i] = text.isEmpty() ? null : new Cell.Text(text);
      }
      sink.row(row);
    };
  }

  private static void json(SourceFiles files, @Nullable Charset charset, Sink sink) {
    List<JsonText> texts = new ArrayList<>();
    try {
      files.files().forEach(file -> texts.add(JsonText.open(file, charset)));
      typed(
          "read_json(%s, union_by_name = true, sample_size = -1)",
          files, texts.stream().map(JsonText::path).toList(), sink);
    } finally {
      texts.forEach(JsonText::close);
    }
  }

  private static void typed(String reader, SourceFiles files, List<Path> read, Sink sink) {
    String list = read.stream().map(Duck::file).collect(Collectors.joining(", ", "[", "]"));
    String relation = PlainText.of(reader, list);
    try (Duck duck = Duck.openToStream(false)) {
      TypedColumns columns = TypedColumns.of(duck, relation);
      if (files.format() == FileFormat.JSON) {
        columns.checkAreRows(files.files().getFirst(), duck, relation);
      }
      typed(duck, columns, relation, sink);
    } catch (SQLException e) {
      throw TypedColumns.unreadable(files, e);
    }
  }

  /** Reads the rows of a relation with some columns. */
  static void typed(Duck duck, TypedColumns columns, String relation, Sink sink)
      throws SQLException {
    List<String> names = columns.names();
    List<String> selected = new ArrayList<>();
    List<StagedTable.Kind> kinds = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      StagedTable.Kind kind = TableStager.kind(columns.types().get(i));
      String column = TableStager.select(names.get(i), columns.types().get(i));
      boolean isTime = kind == StagedTable.Kind.DATE || kind == StagedTable.Kind.INSTANT;
      selected.add(isTime ? "epoch_us(" + column + ")" : column);
      kinds.add(kind);
    }
    duck.execute("SET TimeZone = 'UTC'");
    sink.columns(names);
    @Nullable Cell[] cells = new @Nullable Cell[names.size()];
    duck.forEach(
        PlainText.of("SELECT %s FROM %s", String.join(", ", selected), relation),
        row -> {
          for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(row, i + 1, kinds.get(i));
          }
          sink.row(cells);
        });
  }

  static @Nullable Cell cell(ResultSet row, int column, StagedTable.Kind kind) throws SQLException {
    Cell cell =
        switch (kind) {
          case NUMBER -> new Cell.Decimal(row.getDouble(column));
          case WHOLE -> new Cell.Whole(row.getLong(column));
          case DATE -> new Cell.Moment(row.getLong(column), true);
          case INSTANT -> new Cell.Moment(row.getLong(column), false);
          case TEXT, NESTED -> text(row.getString(column));
        };
    return row.wasNull() ? null : cell;
  }

  private static @Nullable Cell text(@Nullable String text) {
    String stripped = text == null ? "" : text.strip();
    return stripped.isEmpty() ? null : new Cell.Text(stripped);
  }
}

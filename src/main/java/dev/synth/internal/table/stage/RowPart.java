package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.delimited.DelimitedFile;
import dev.synth.internal.table.delimited.TextPart;
import dev.synth.table.FileFormat;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive rows of one file of text or Parquet, which any machine that has the file can read
 * alone.
 *
 * @param file the file's path
 * @param fileBytes its size
 * @param first how many of its rows stand before
 * @param rows how many rows, at least 0
 * @param text where they stand in a text file that can be read from any row on, else null
 */
public record RowPart(String file, long fileBytes, long first, long rows, @Nullable TextPart text)
    implements Serializable {
  /**
   * Returns the parts of a text file; a single one where it is compressed, or in another charset
   * than UTF-8.
   *
   * @param rows how many rows each has, but for the last
   * @throws Problem if the file cannot be read, or has a row that is none
   */
  public static List<RowPart> ofText(String path, int rows) {
    Path file = Path.of(path);
    DelimitedFile text = DelimitedFile.open(file, null).examined();
    List<RowPart> parts = new ArrayList<>();
    long first = 0;
    for (TextPart each : TextPart.of(text, rows)) {
      parts.add(new RowPart(path, size(file), first, each.rows(), each));
      first += each.rows();
    }
    if (parts.isEmpty()) {
      long[] count = {0};
      text.trueRows(cells -> count[0]++);
      parts.add(new RowPart(path, size(file), 0, count[0], null));
    }
    return parts;
  }

  /**
   * Returns the parts of a Parquet file.
   *
   * @param rows how many rows each has, but for the last
   * @throws Problem if the file cannot be read
   */
  public static List<RowPart> ofParquet(String path, int rows) {
    Path file = Path.of(path);
    try (Duck duck = Duck.open(false)) {
      long all =
          duck.longs("SELECT sum(num_rows) FROM parquet_file_metadata(" + Duck.file(file) + ")")[0];
      return LongStream.range(0, Math.max(1, Math.ceilDiv(all, rows)))
          .mapToObj(
              part -> {
                long first = part * rows;
                return new RowPart(path, size(file), first, Math.min(rows, all - first), null);
              })
          .toList();
    } catch (SQLException e) {
      throw TypedColumns.notParquet(file, e);
    }
  }

  /** Returns the same rows of the same file at another place. */
  public RowPart at(String place) {
    return new RowPart(place, fileBytes, first, rows, text);
  }

  /** Returns the names of the columns of a text file's rows. */
  public List<String> textColumns() {
    return text == null
        ? DelimitedFile.open(Path.of(file), null).examined().columns()
        : text.columns();
  }

  /**
   * Reads the rows.
   *
   * @param columns of Parquet, those of all files of the source
   * @throws Problem if the file is not as it was
   */
  public void read(TypedColumns columns, RowStream.Sink sink) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path) || size(path) != fileBytes) {
      throw Problem.environment(
          "'%s' on another machine is missing or has another size than here; rows must be on"
              + " storage that all machines share, or the same on each",
          file);
    }
    if (FileFormat.toRead(path).orElseThrow() == FileFormat.PARQUET) {
      parquet(path, columns, sink);
    } else if (text == null) {
      RowStream.delimited(path, null, sink);
    } else {
      sink.columns(text.columns());
      text.read(path, RowStream.cellsOf(text.columns().size(), sink));
    }
  }

  private void parquet(Path path, TypedColumns columns, RowStream.Sink sink) {
    String reader = PlainText.of("read_parquet(%s)", Duck.file(path));
    String numbered = PlainText.of("read_parquet(%s, file_row_number = true)", Duck.file(path));
    try (Duck duck = Duck.openToStream(false)) {
      List<String> own = TypedColumns.of(duck, reader).names();
      List<String> selected = new ArrayList<>();
      for (int i = 0; i < columns.names().size(); i++) {
        String name = columns.names().get(i);
        String value = own.stream().anyMatch(name::equalsIgnoreCase) ? Duck.name(name) : "NULL";
        selected.add(
            PlainText.of("CAST(%s AS %s) AS %s", value, columns.types().get(i), Duck.name(name)));
      }
      String relation =
          PlainText.of(
              "(SELECT %s FROM %s WHERE file_row_number >= %d AND file_row_number < %d)",
              String.join(", ", selected), numbered, first, first + rows);
      RowStream.typed(duck, columns, relation, sink);
    } catch (SQLException e) {
      throw TypedColumns.notParquet(path, e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw Problem.environment("'%s' can't be read", file).causedBy(e);
    }
  }
}

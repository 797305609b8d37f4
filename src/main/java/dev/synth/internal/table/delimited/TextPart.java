package dev.synth.internal.table.delimited;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Consecutive rows of a text file in UTF-8, which can be read without those before them.
 *
 * @param columns the names of the columns
 * @param delimiter what parts the cells
 * @param quoting how a quote inside quotes is written
 * @param offset the bytes of the file before the first row
 * @param bytes the bytes of the rows
 * @param rows how many rows
 * @param noRows the lines among them, from 0, that are none
 */
public record TextPart(
    List<String> columns,
    char delimiter,
    CsvRecords.Quoting quoting,
    long offset,
    long bytes,
    long rows,
    BitSet noRows)
    implements Serializable {
  private static final int BUFFER = 1 << 16;

  public TextPart {
    columns = new ArrayList<>(columns); // which can be sent to other machines
  }

  /**
   * Returns the parts of a file, in order, at least one.
   *
   * @param file a file as {@link DelimitedFile#examined} returned it
   * @param rows how many rows each has, but for the last
   * @return nothing where the bytes before a row cannot be told from its text: in another charset,
   *     in a compressed file, and in a text whose cells are parted anew
   */
  public static List<TextPart> of(DelimitedFile file, int rows) {
    Encoding encoding = file.encoding();
    if (!encoding.isUtf8() || encoding.compressed() || file.form().isRewritten()) {
      return List.of();
    }
    List<TextPart> parts = new ArrayList<>();
    try (Utf8Position text = new Utf8Position(encoding.open(file.path()), encoding.mark())) {
      CsvRecords records = file.afterHeader(text);
      long start = text.beforeLast();
      long end = start;
      NoRowMarks marks = new NoRowMarks(file.noRows());
      BitSet none = new BitSet();
      int lines = 0;
      List<String> cells = DelimitedFile.record(records);
      while (cells != null && !file.isRemark(cells)) {
        none.set(lines++, marks.next());
        end = text.beforeLast();
        cells = DelimitedFile.record(records);
        if (lines - none.cardinality() == rows) {
          parts.add(part(file, start, end, lines, none));
          start = end;
          lines = 0;
          none = new BitSet();
        }
      }
      if (lines > none.cardinality() || parts.isEmpty()) {
        parts.add(part(file, start, end, lines, none));
      }
    } catch (IOException e) {
      throw Encoding.problem(file.path(), e);
    }
    return parts;
  }

  private static TextPart part(DelimitedFile file, long start, long end, int lines, BitSet none) {
    return new TextPart(
        file.columns(),
        file.form().delimiter(),
        file.form().quoting(),
        start,
        end - start,
        lines - none.cardinality(),
        none);
  }

  /** Reads the rows, of a file that has not changed. */
  public void read(Path path, DelimitedFile.RowSink sink) {
    try (Reader text = open(path)) {
      CsvRecords records = new CsvRecords(text, delimiter, quoting);
      long left = rows;
      for (int line = 0; left > 0; line++) {
        List<String> cells = DelimitedFile.record(records);
        if (cells == null) {
          throw new IOException("the file is shorter than it was");
        }
        while (cells.size() < columns.size()) {
          cells.add("");
        }
        if (!noRows.get(line)) {
          sink.row(cells.subList(0, columns.size()));
          left--;
        }
      }
    } catch (IOException e) {
      throw Encoding.problem(path, e);
    }
  }

  private Reader open(Path path) throws IOException {
    InputStream in = Files.newInputStream(path);
    in.skipNBytes(offset);
    return new InputStreamReader(
        new BufferedInputStream(in, BUFFER),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}

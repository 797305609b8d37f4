package dev.synth.internal.table.write;

import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes RFC 4180 text: commas, line feeds, quotes where they are needed. */
final class CsvSink implements TableWriter.Sink {
  private static final int BUFFER = 1 << 16;

  private final Writer text;
  private final List<CellWriter> columns;

  private CsvSink(Writer text, List<CellWriter> columns) {
    this.text = text;
    this.columns = columns;
  }

  /** Starts a file with its header. */
  static CsvSink open(Path path, Schema schema, boolean compressed) throws IOException {
    OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
    OutputStream coded = compressed ? new GZIPOutputStream(bytes, BUFFER) : bytes;
    CsvSink sink =
        new CsvSink(
            new BufferedWriter(new OutputStreamWriter(coded, StandardCharsets.UTF_8), BUFFER),
            CellWriter.of(schema));
    for (int i = 0; i < sink.columns.size(); i++) {
      sink.text.write(i == 0 ? "" : ",");
      sink.text.write(quoted(schema.names().get(sink.columns.get(i).column())));
    }
    sink.text.write('\n');
    return sink;
  }

  @Override
  public void append(Table batch) throws IOException {
    for (int row = 0; row < batch.rowCount(); row++) {
      for (int i = 0; i < columns.size(); i++) {
        if (i > 0) {
          text.write(',');
        }
        CellWriter writer = columns.get(i);
        if (!batch.cells(writer.column()).isMissing(row)) {
          text.write(quoted(writer.text(batch, row)));
        }
      }
      text.write('\n');
    }
  }

  private static String quoted(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + cell.replace("\"", "\"\"") + '"';
      }
    }
    return cell;
  }

  @Override
  public void finish() throws IOException {
    text.flush();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}

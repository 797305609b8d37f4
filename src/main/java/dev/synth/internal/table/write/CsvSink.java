package dev.synth.internal.table.write;

import dev.synth.internal.table.CellText;
import dev.synth.table.CellForm;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.NumberForm;
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

  private CsvSink(Writer text) {
    this.text = text;
  }

  /** Starts a file with its header. */
  static CsvSink open(Path path, Schema schema, boolean compressed) throws IOException {
    OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
    OutputStream coded = compressed ? new GZIPOutputStream(bytes, BUFFER) : bytes;
    CsvSink sink =
        new CsvSink(
            new BufferedWriter(new OutputStreamWriter(coded, StandardCharsets.UTF_8), BUFFER));
    List<String> names = schema.names();
    for (int i = 0; i < names.size(); i++) {
      sink.text.write(i == 0 ? "" : ",");
      sink.text.write(quoted(names.get(i)));
    }
    sink.text.write('\n');
    return sink;
  }

  @Override
  public void append(Table batch) throws IOException {
    int columns = batch.schema().columns().size();
    for (int row = 0; row < batch.rowCount(); row++) {
      for (int column = 0; column < columns; column++) {
        if (column > 0) {
          text.write(',');
        }
        Cells cells = batch.cells(column);
        if (!cells.isMissing(row)) {
          text.write(quoted(cell(batch.schema().columns().get(column), cells, row)));
        }
      }
      text.write('\n');
    }
  }

  private static String cell(Column column, Cells cells, int row) {
    return switch (column.form()) {
      case CellForm.Plain plain -> CellText.of(column, cells, row);
      case NumberForm form when cells instanceof Cells.Numbers numbers ->
          form.text(numbers.value(row));
      case NumberForm form -> CellText.of(column, cells, row);
    };
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

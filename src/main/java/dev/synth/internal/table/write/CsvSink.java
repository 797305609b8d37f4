package dev.synth.internal.table.write;

import dev.synth.table.Column;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TextStyle;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes RFC 4180 text: line feeds, quotes where they are needed, and what a style asks for. */
final class CsvSink implements TableWriter.Sink {
  private static final int BUFFER = 1 << 16;

  private final Writer text;
  private final char delimiter;
  private final List<SinkColumn> places;

  /** The number of missing cells that each column has had. */
  private final long[] missing;

  /**
   * A column of the file.
   *
   * @param column its name and how its missing cells are written
   * @param quotes whether all other cells stand in quotes
   */
  private record SinkColumn(CellWriter cells, Column column, boolean quotes) {}

  private CsvSink(Writer text, char delimiter, List<SinkColumn> places) {
    this.text = text;
    this.delimiter = delimiter;
    this.places = places;
    this.missing = new long[places.size()];
  }

  /** Starts a file with its header. */
  static CsvSink open(Path path, Schema schema, TextStyle style, boolean compressed)
      throws IOException {
    OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
    OutputStream coded = compressed ? new GZIPOutputStream(bytes, BUFFER) : bytes;
    List<SinkColumn> places = new ArrayList<>();
    for (CellWriter cells : CellWriter.of(schema)) {
      Column column = schema.columns().get(cells.column());
      places.add(new SinkColumn(cells, column, style.quoted().contains(column.name())));
    }
    CsvSink sink =
        new CsvSink(
            new BufferedWriter(new OutputStreamWriter(coded, StandardCharsets.UTF_8), BUFFER),
            style.delimiter(),
            places);
    sink.header(schema, style.quotesNames());
    return sink;
  }

  /**
   * A name with another delimiter stands in quotes, so that no reader takes that for the file's.
   */
  private void header(Schema schema, boolean quotes) throws IOException {
    for (int i = 0; i < places.size(); i++) {
      String name = schema.names().get(places.get(i).cells().column());
      boolean mayMislead = name.chars().anyMatch(c -> TextStyle.DELIMITERS.indexOf(c) >= 0);
      if (i > 0) {
        text.write(delimiter);
      }
      cell(name, quotes || mayMislead);
    }
    text.write('\n');
  }

  @Override
  public void append(Table batch) throws IOException {
    for (int row = 0; row < batch.rowCount(); row++) {
      for (int i = 0; i < places.size(); i++) {
        if (i > 0) {
          text.write(delimiter);
        }
        SinkColumn place = places.get(i);
        if (batch.cells(place.cells().column()).isMissing(row)) {
          Column column = place.column();
          cell(column.texts().missing(column.name(), missing[i]++), false);
        } else {
          cell(place.cells().text(batch, row), place.quotes());
        }
      }
      text.write('\n');
    }
  }

  private void cell(String cell, boolean quotes) throws IOException {
    text.write(quotes || needsQuotes(cell) ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
  }

  private boolean needsQuotes(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
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

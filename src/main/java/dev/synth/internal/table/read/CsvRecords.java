package dev.synth.internal.table.read;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads delimited text record by record (RFC 4180), and knows on which line each begins.
 *
 * <p>For headers, for finding faults and for our own small files; rows are read by DuckDB. Lines
 * without any character are passed over.
 */
public final class CsvRecords {
  private final Reader text;
  private final char delimiter;
  private int next;
  private int line = 1;
  private int firstLine = 1;
  private boolean unclosed;

  /**
   * Starts at a text's beginning.
   *
   * @param delimiter what stands between cells
   */
  public CsvRecords(Reader text, char delimiter) throws IOException {
    this.text = text;
    this.delimiter = delimiter;
    this.next = text.read();
  }

  /** Returns the line, from 1, on which the latest record begins. */
  int line() {
    return firstLine;
  }

  /** Returns the line, from 1, that reading has come to. */
  int lineReached() {
    return line;
  }

  /** Returns whether the text ended inside quotes. */
  boolean isUnclosed() {
    return unclosed;
  }

  /** Returns the cells of the next record, or null at the end. */
  public @Nullable List<String> next() throws IOException {
    while (next == '\n' || next == '\r') {
      endLine();
    }
    if (next < 0) {
      return null;
    }
    firstLine = line;
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (next == delimiter) {
      next = text.read();
      cells.add(cell());
    }
    if (next >= 0) {
      endLine();
    }
    return cells;
  }

  private String cell() throws IOException {
    StringBuilder cell = new StringBuilder();
    if (next == '"') {
      quoted(cell);
    }
    while (next >= 0 && next != delimiter && next != '\n' && next != '\r') {
      cell.append((char) next);
      next = text.read();
    }
    return cell.toString();
  }

  private void quoted(StringBuilder cell) throws IOException {
    next = text.read();
    while (next >= 0) {
      if (next == '"') {
        next = text.read();
        if (next != '"') {
          return;
        }
      }
      if (next == '\r' || next == '\n') {
        int first = next;
        endLine();
        cell.append(first == '\r' ? '\n' : (char) first);
      } else {
        cell.append((char) next);
        next = text.read();
      }
    }
    unclosed = true;
  }

  private void endLine() throws IOException {
    line++;
    int first = next;
    next = text.read();
    if (first == '\r' && next == '\n') {
      next = text.read();
    }
  }
}

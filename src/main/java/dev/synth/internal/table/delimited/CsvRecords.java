package dev.synth.internal.table.delimited;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads delimited text record by record (RFC 4180), and knows on which line each begins.
 *
 * <p>For headers, for finding faults, for our own small files, and for the files that DuckDB does
 * not read. Lines without any character are passed over, and so are blanks around quotes.
 */
public final class CsvRecords {
  private final Reader text;
  private final char delimiter;
  private final Quoting quoting;
  private int next;
  private int line = 1;
  private int firstLine = 1;
  private boolean unclosed;
  private boolean torn;
  private final BitSet quoted = new BitSet();

  /** The way that a quote inside quotes is written. */
  public enum Quoting {
    /** Twice: {@code ""}. */
    DOUBLED,
    /** After a backslash, which stands before itself too: {@code \"}, {@code \\}. */
    BACKSLASH
  }

  /**
   * Starts at a text's beginning, where quotes inside quotes are doubled.
   *
   * @param delimiter what stands between cells
   */
  public CsvRecords(Reader text, char delimiter) throws IOException {
    this(text, delimiter, Quoting.DOUBLED);
  }

  /** Starts at a text's beginning. */
  CsvRecords(Reader text, char delimiter, Quoting quoting) throws IOException {
    this.text = text;
    this.delimiter = delimiter;
    this.quoting = quoting;
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

  /** Returns whether a cell of the latest record goes on after its closing quote. */
  boolean isTorn() {
    return torn;
  }

  /** Returns which cells of the latest record stand in quotes. */
  BitSet quoted() {
    return (BitSet) quoted.clone();
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
    torn = false;
    quoted.clear();
    List<String> cells = new ArrayList<>();
    cells.add(cell(0));
    while (next == delimiter) {
      next = text.read();
      cells.add(cell(cells.size()));
    }
    if (next >= 0) {
      endLine();
    }
    return cells;
  }

  private String cell(int place) throws IOException {
    StringBuilder cell = new StringBuilder();
    while (next == ' ' && delimiter != ' ') {
      cell.append(' ');
      next = text.read();
    }
    if (next == '"') {
      cell.setLength(0);
      quoted.set(place);
      quoted(cell);
      while (next == ' ' && delimiter != ' ') {
        next = text.read();
      }
      torn |= !isEnd(next);
    }
    while (!isEnd(next)) {
      cell.append((char) next);
      next = text.read();
    }
    return cell.toString();
  }

  private boolean isEnd(int c) {
    return c < 0 || c == delimiter || c == '\n' || c == '\r';
  }

  private void quoted(StringBuilder cell) throws IOException {
    next = text.read();
    while (next >= 0) {
      if (next == '\\' && quoting == Quoting.BACKSLASH) {
        next = text.read();
        if (next != '"' && next != '\\') {
          cell.append('\\');
          continue;
        }
      } else if (next == '"') {
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

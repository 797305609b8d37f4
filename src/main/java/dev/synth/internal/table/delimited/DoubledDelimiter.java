package dev.synth.internal.table.delimited;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text of which two delimiters part the cells, given on with one. Inside quotes, which open at a
 * cell's start, it stays.
 */
final class DoubledDelimiter extends Reader {
  private final BufferedReader text;
  private final char delimiter;
  private boolean isQuoted;
  private boolean isClosed; // just before
  private boolean isStart = true; // of a cell

  /** Starts at a text's beginning. */
  DoubledDelimiter(BufferedReader text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  @Override
  public int read() throws IOException {
    int next = text.read();
    boolean isQuote = next == '"';
    boolean wasQuoted = isQuoted;
    isQuoted = isQuote ? !wasQuoted && (isStart || isClosed) : wasQuoted;
    isClosed = isQuote && wasQuoted;
    if (next == delimiter && !isQuoted) {
      text.mark(1);
      if (text.read() != delimiter) {
        text.reset();
      }
    }
    isStart = next == delimiter || next == '\n' || next == '\r' || (isStart && next == ' ');
    return next;
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    int count = 0;
    for (int next = -1; count < length; count++) {
      next = read();
      if (next < 0) {
        return count == 0 ? -1 : count;
      }
      target[from + count] = (char) next;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}

package dev.synth.internal.table.delimited;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** A text of which two delimiters part the cells, given on with one; inside quotes it stays. */
final class DoubledDelimiter extends Reader {
  private final BufferedReader text;
  private final char delimiter;
  private boolean isQuoted;

  /** Starts at a text's beginning. */
  DoubledDelimiter(BufferedReader text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  @Override
  public int read() throws IOException {
    int next = text.read();
    isQuoted ^= next == '"';
    if (next == delimiter && !isQuoted) {
      text.mark(1);
      if (text.read() != delimiter) {
        text.reset();
      }
    }
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

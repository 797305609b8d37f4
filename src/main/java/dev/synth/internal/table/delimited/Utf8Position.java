package dev.synth.internal.table.delimited;

import java.io.IOException;
import java.io.Reader;

/** A text in UTF-8 that knows how many bytes of its file have been read, character by character. */
final class Utf8Position extends Reader {
  private static final int ONE_BYTE = 0x80;
  private static final int TWO_BYTES = 0x800;

  private final Reader text;
  private long bytes;
  private int lastBytes;

  /**
   * A text from its beginning.
   *
   * @param before the bytes of the file before the text
   */
  Utf8Position(Reader text, long before) {
    this.text = text;
    this.bytes = before;
  }

  /** Returns how many bytes stand before the character that was read last. */
  long beforeLast() {
    return bytes - lastBytes;
  }

  @Override
  public int read() throws IOException {
    int next = text.read();
    lastBytes = length(next);
    bytes += lastBytes;
    return next;
  }

  /** Each half of a pair of surrogates has half of its four bytes. */
  private static int length(int c) {
    if (c < ONE_BYTE) {
      return c < 0 ? 0 : 1;
    }
    return c < TWO_BYTES || Character.isSurrogate((char) c) ? 2 : 3;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = 0;
    for (int next = -1; count < length; count++) {
      next = read();
      if (next < 0) {
        return count == 0 ? -1 : count;
      }
      buffer[offset + count] = (char) next;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}

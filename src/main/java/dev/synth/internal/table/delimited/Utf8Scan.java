package dev.synth.internal.table.delimited;

/** Counts, byte by byte, what in a text is UTF-8 and what is not. */
final class Utf8Scan {
  /** The number of bytes of a character that are still to come; 0 between characters. */
  private int pending;

  private int line = 1;
  private int previous;
  private long multiByte;
  private long invalid;
  private long undefined;
  private int firstInvalidLine;

  /** The scan of the beginning of a text, whose last character may be cut. */
  static Utf8Scan of(byte[] head) {
    Utf8Scan scan = new Utf8Scan();
    scan.add(head, head.length);
    return scan;
  }

  /** Goes on with more bytes. */
  void add(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      add(bytes[i] & 0xff);
    }
  }

  /** Notes that no more bytes come. */
  void end() {
    if (pending > 0) {
      reject();
    }
  }

  private void add(int next) {
    if (next >= 0x80) {
      wide(next);
      previous = next;
      return;
    }
    if (pending > 0) {
      reject();
    }
    if (next == '\n' ? previous != '\r' : next == '\r') {
      line++;
    }
    previous = next;
  }

  /** Takes a byte above 127. Sequences that are too long or too large are let pass here. */
  private void wide(int next) {
    boolean continues = next < 0xc0;
    if (pending > 0 && continues) {
      pending--;
      multiByte += pending == 0 ? 1 : 0;
      return;
    }
    if (pending > 0) {
      reject();
    }
    if (continues || next < 0xc2 || next > 0xf4) {
      reject();
    } else {
      pending = next < 0xe0 ? 1 : next < 0xf0 ? 2 : 3;
    }
    undefined +=
        next == 0x81 || next == 0x8d || next == 0x8f || next == 0x90 || next == 0x9d ? 1 : 0;
  }

  private void reject() {
    pending = 0;
    invalid++;
    firstInvalidLine = firstInvalidLine == 0 ? line : firstInvalidLine;
  }

  /** Returns how many characters of more than one byte there are. */
  long multiByte() {
    return multiByte;
  }

  /** Returns how many bytes begin no character. */
  long invalid() {
    return invalid;
  }

  /** Returns how many bytes outside of characters stand for nothing in Windows-1252 either. */
  long undefinedInWindows() {
    return undefined;
  }

  /** Returns the line, from 1, of the first byte that begins no character; 0 where none is. */
  int firstInvalidLine() {
    return firstInvalidLine;
  }
}

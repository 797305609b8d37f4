package dev.synth.internal.encode;

import dev.synth.internal.base.PlainText;

/** A stretch of an encoded row that belongs together. */
public sealed interface Span {
  /** Returns the column that the span comes from. */
  String column();

  /** Returns the position of the span's first number in an encoded row, from 0. */
  int offset();

  /** Returns how many numbers the span takes, at least 1. */
  int width();

  /**
   * The case of a cell among several, one number each, a single one of them 1 and the others 0; all
   * of them 0 where the cell is none that the fit has met, which no training cell is.
   *
   * @param width the number of cases, at least 2
   */
  record OneHot(String column, int offset, int width) implements Span {
    public OneHot {
      if (offset < 0 || width < 2) {
        throw new IllegalArgumentException(PlainText.of("offset %d, width %d", offset, width));
      }
    }
  }

  /**
   * A number on the standard normal scale, 0 where the cell has none.
   *
   * @param gate the position of the one-hot case under which the cell has a number, or {@link
   *     #ALWAYS}
   */
  record Scalar(String column, int offset, int gate) implements Span {
    /** The gate of a number that every row has. */
    public static final int ALWAYS = -1;

    public Scalar {
      if (offset < 0 || gate < ALWAYS) {
        throw new IllegalArgumentException(PlainText.of("offset %d, gate %d", offset, gate));
      }
    }

    @Override
    public int width() {
      return 1;
    }
  }
}

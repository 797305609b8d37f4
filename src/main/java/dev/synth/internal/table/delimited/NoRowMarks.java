package dev.synth.internal.table.delimited;

import java.util.Iterator;
import java.util.List;

/** Tells of a file's lines, one after the other, which are no rows. */
final class NoRowMarks {
  private static final long NONE = -1;

  private final Iterator<Long> left;
  private long marked;
  private long line;

  /** Starts before the first line; the marked ones come from 0, in their order. */
  NoRowMarks(List<Long> marks) {
    this.left = marks.iterator();
    this.marked = following();
  }

  private long following() {
    return left.hasNext() ? left.next() : NONE;
  }

  /** Returns whether the next line is no row. */
  boolean next() {
    boolean isMarked = line++ == marked;
    if (isMarked) {
      marked = following();
    }
    return isMarked;
  }
}

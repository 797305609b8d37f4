package dev.synth.internal.classify.smile.tree;

/**
 * The rows of a node: parts of two arrays that all nodes of a tree share, each in the order of the
 * table.
 *
 * <p>Rows that are rare to any degree stand in an array of their own once more, so that most of the
 * work is counting, and only what they weigh is added up.
 */
final class NodeRows {
  private final int[] all;
  private final int from;
  private final int to;
  private final int[] rare;
  private final int rareFrom;
  private final int rareTo;

  private NodeRows(int[] all, int from, int to, int[] rare, int rareFrom, int rareTo) {
    this.all = all;
    this.from = from;
    this.to = to;
    this.rare = rare;
    this.rareFrom = rareFrom;
    this.rareTo = rareTo;
  }

  /**
   * Returns the rows of a root.
   *
   * @param samples how often each row was drawn
   * @param shares how rare each row is
   */
  static NodeRows drawn(int[] samples, double[] shares) {
    int[] all = new int[samples.length];
    int[] rare = new int[samples.length];
    int count = 0;
    int rareCount = 0;
    for (int row = 0; row < samples.length; row++) {
      if (samples[row] > 0) {
        all[count++] = row;
        if (shares[row] != 0) {
          rare[rareCount++] = row;
        }
      }
    }
    return new NodeRows(all, 0, count, rare, 0, rareCount);
  }

  /** Returns the array that holds all rows, from {@link #from} to before {@link #to}. */
  int[] all() {
    return all;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Returns the array that holds the rows that are rare to any degree. */
  int[] rare() {
    return rare;
  }

  int rareFrom() {
    return rareFrom;
  }

  int rareTo() {
    return rareTo;
  }

  /** Returns whether all rows are equally rare. */
  boolean isPure(double[] shares) {
    if (rareFrom == rareTo) {
      return true;
    }
    boolean pure = rareTo - rareFrom == to - from;
    for (int i = rareFrom; pure && i < rareTo; i++) {
      pure = shares[rare[i]] == shares[rare[rareFrom]];
    }
    return pure;
  }

  /**
   * Parts the rows by their codes; this node's own order is lost.
   *
   * @param aside an array for as many rows, whatever is in it
   * @return the rows up to a code, and those above it
   */
  NodeRows[] part(char[] codes, int code, int[] aside) {
    int middle = part(all, from, to, codes, code, aside);
    int rareMiddle = part(rare, rareFrom, rareTo, codes, code, aside);
    return new NodeRows[] {
      new NodeRows(all, from, middle, rare, rareFrom, rareMiddle),
      new NodeRows(all, middle, to, rare, rareMiddle, rareTo)
    };
  }

  /** Parts rows, each side in its order, and returns where the upper side begins. */
  private static int part(int[] rows, int from, int to, char[] codes, int code, int[] aside) {
    int middle = from;
    int others = 0;
    for (int i = from; i < to; i++) {
      int row = rows[i]; // is put on both sides and stays on one: no branch
      int isAbove = (code - codes[row]) >>> 31;
      rows[middle] = row;
      aside[others] = row;
      others += isAbove;
      middle += 1 - isAbove;
    }
    System.arraycopy(aside, 0, rows, middle, others);
    return middle;
  }
}

package dev.synth.internal.neural.gan;

import dev.synth.internal.base.PlainText;

/**
 * The conditions that rows are asked to meet, one a row.
 *
 * <p>Its arrays are shared with its maker, for hot loops.
 *
 * @param cases for each row the position, in an encoded row, of the one-hot case that it is to
 *     have, or {@link #NONE}
 * @param rare for each row whether it is to be of the rare class; a network that isn't told the
 *     class ignores it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record LevelConditions(int[] cases, boolean[] rare) {
  /** No case is asked for. */
  public static final int NONE = -1;

  public LevelConditions {
    if (cases.length != rare.length) {
      throw new IllegalArgumentException(
          PlainText.of("%d cases, but %d classes", cases.length, rare.length));
    }
  }

  /** Returns how many rows are asked for. */
  public int size() {
    return cases.length;
  }
}

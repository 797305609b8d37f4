package dev.synth.evaluate;

import dev.synth.split.TestBlocks;

/**
 * What a result by time rests on.
 *
 * @param windows K, how many disjoint test parts, at least 1
 * @param refits how often each was fitted anew, at least 1
 * @param blocks B, how many blocks the test parts have together
 * @param unit what a block is
 */
public record TimeBlocks(int windows, int refits, int blocks, TestBlocks.Unit unit) {
  public TimeBlocks {
    if (windows < 1 || refits < 1 || blocks < windows) {
      throw new IllegalArgumentException(
          "%d windows, %d refits, %d blocks".formatted(windows, refits, blocks));
    }
  }

  /** Returns the word for several blocks, such as {@code test days}. */
  public String noun() {
    return switch (unit) {
      case DAY -> "test days";
      case STRETCH -> "stretches of test rows";
      case GROUP -> "groups of test rows";
    };
  }

  /** Returns all of it, such as {@code 28 test days in 2 windows, 3 refits each}. */
  public String describe() {
    return "%d %s in %s, %s each"
        .formatted(
            blocks,
            noun(),
            windows == 1 ? "one window" : windows + " windows",
            refits == 1 ? "one fit" : refits + " refits");
  }

  /** Returns how often was fitted, such as {@code 2 windows × 3 refits}. */
  public String fits() {
    return fits(windows, refits);
  }

  /** Returns so many windows and refits of each, in words. */
  public static String fits(int windows, int refits) {
    return "%s × %s"
        .formatted(
            windows == 1 ? "one window" : windows + " windows",
            refits == 1 ? "one fit" : refits + " refits");
  }

  /** Returns what a repeat is, from 1: the first ones are the refits of the latest window. */
  String fit(int repeat) {
    return "window %d, refit %d"
        .formatted(windows - (repeat - 1) / refits, 1 + (repeat - 1) % refits);
  }
}

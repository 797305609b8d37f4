package dev.synth.compare;

import dev.synth.internal.base.PlainText;
import dev.synth.split.TestBlocks;

/**
 * The windows, refits and blocks that a result of a time split rests on.
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
          PlainText.of("%d windows, %d refits, %d blocks", windows, refits, blocks));
    }
  }
}

package dev.synth.internal.report.wording;

import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PartSizes;
import dev.synth.compare.TimeBlocks;
import dev.synth.internal.base.PlainText;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The names of a comparison's repeats: repeats at random, windows and refits by time. */
public final class RepeatWords {
  private RepeatWords() {}

  /** Returns how often was measured, such as {@code 10 repeats} or {@code 2 windows × 3 refits}. */
  public static String all(Comparison comparison) {
    int repeats = comparison.repeats().size();
    return blocks(comparison)
        .map(blocks -> fits(blocks.windows(), blocks.refits()))
        .orElse(repeats == 1 ? "one repeat" : repeats + " repeats");
  }

  /** Returns the mean of a number of rows over the repeats. */
  public static double mean(Comparison comparison, ToIntFunction<PartSizes> rows) {
    return comparison.repeats().stream().mapToInt(rows).average().orElse(0);
  }

  /**
   * Returns what one repeat is called, such as {@code repeat 3} or {@code window 2, refit 1}: the
   * first ones are the refits of the latest window.
   *
   * @param repeat its number, from 1
   */
  public static String one(Comparison comparison, int repeat) {
    return blocks(comparison)
        .map(
            blocks ->
                PlainText.of(
                    "window %d, refit %d",
                    blocks.windows() - (repeat - 1) / blocks.refits(),
                    1 + (repeat - 1) % blocks.refits()))
        .orElse("repeat " + repeat);
  }

  /** Returns the numbers of windows and of refits of each, such as {@code 2 windows × 3 refits}. */
  public static String fits(int windows, int refits) {
    return PlainText.of("%s × %s", windows(windows), refits(refits));
  }

  /** Returns what a result rests on, such as {@code 28 test days in 2 windows, 3 refits each}. */
  public static String blocks(TimeBlocks blocks) {
    return PlainText.of(
        "%d %s in %s, %s each",
        blocks.blocks(),
        UntestedWords.blocks(blocks.unit()),
        windows(blocks.windows()),
        refits(blocks.refits()));
  }

  private static String windows(int windows) {
    return windows == 1 ? "one window" : windows + " windows";
  }

  private static String refits(int refits) {
    return refits == 1 ? "one fit" : refits + " refits";
  }

  private static Optional<TimeBlocks> blocks(Comparison comparison) {
    return comparison.againstNone().stream()
        .map(PairedDifference::blocks)
        .filter(Objects::nonNull)
        .findFirst();
  }
}

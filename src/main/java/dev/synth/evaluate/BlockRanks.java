package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.AveragePrecision;
import dev.synth.split.TestBlocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A classifier's ranking of the test rows of a time split, as far as average precision needs it
 * when blocks of rows are drawn anew. For each step down the scores that catches rare rows, it has
 * how many rows of each block are added, and how many of them are rare.
 */
public final class BlockRanks {
  /** The numbers of one block in a step: its number, its rows, the rare ones among them. */
  private static final int WIDTH = 3;

  private final int window;
  private final TestBlocks.Unit unit;

  /** Step by step: the number of its blocks, then {@value #WIDTH} numbers for each. */
  private final int[] steps;

  private final int[] rareOf;
  private final int[] othersOf;

  /**
   * Reads ranks back.
   *
   * @param window which of the disjoint test parts, from 1
   * @param unit what a block is
   * @param steps what {@link #steps} returned
   * @throws IllegalArgumentException if it is not that, or a class has no row
   */
  @JsonCreator
  public BlockRanks(
      @JsonProperty("window") int window,
      @JsonProperty("unit") TestBlocks.Unit unit,
      @JsonProperty("steps") int[] steps) {
    this.window = window;
    this.unit = unit;
    this.steps = steps.clone();
    int blocks = 0;
    for (int at = 0; at < steps.length; at = end(at)) {
      for (int i = at + 1; i < end(at); i += WIDTH) {
        blocks = Math.max(blocks, steps[i] + 1);
      }
    }
    this.rareOf = new int[blocks];
    this.othersOf = new int[blocks];
    for (int at = 0; at < steps.length; at = end(at)) {
      for (int i = at + 1; i < end(at); i += WIDTH) {
        rareOf[steps[i]] += steps[i + 2];
        othersOf[steps[i]] += steps[i + 1] - steps[i + 2];
      }
    }
    if (rareCount() == 0 || Arrays.stream(othersOf).sum() == 0) {
      throw new IllegalArgumentException(
          PlainText.of("%d rare rows of window %d; both classes are needed", rareCount(), window));
    }
  }

  /**
   * Ranks test rows.
   *
   * @param blocks which rows belong together
   * @param rare which rows are rare, at least one and not all
   * @param scores one a row
   */
  public static BlockRanks of(TestBlocks blocks, BitSet rare, double[] scores) {
    return new BlockRanks(blocks.window(), blocks.unit(), steps(blocks.blockOf(), rare, scores));
  }

  /** The steps of rows whose blocks are given, from the highest score down. */
  public static int[] steps(int[] blockOf, BitSet rare, double[] scores) {
    if (scores.length != blockOf.length) {
      throw new IllegalArgumentException(
          PlainText.of("%d scores of %d rows", scores.length, blockOf.length));
    }
    List<Integer> order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -scores[row]))
            .toList();
    List<Integer> steps = new ArrayList<>();
    Map<Integer, int[]> step = new TreeMap<>();
    boolean anyRare = false;
    for (int i = 0; i < order.size(); i++) {
      int row = order.get(i);
      int[] counts = step.computeIfAbsent(blockOf[row], block -> new int[2]);
      counts[0]++;
      counts[1] += rare.get(row) ? 1 : 0;
      anyRare |= rare.get(row);
      boolean last = i + 1 == order.size();
      if (last || (anyRare && scores[order.get(i + 1)] != scores[row])) {
        append(step, steps);
        step.clear();
        anyRare = false;
      }
    }
    return steps.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void append(Map<Integer, int[]> step, List<Integer> steps) {
    steps.add(step.size());
    step.forEach((block, counts) -> steps.addAll(List.of(block, counts[0], counts[1])));
  }

  /** Returns where the step that starts at a place ends. */
  private int end(int at) {
    return at + 1 + WIDTH * steps[at];
  }

  /** Returns which of the disjoint test parts this is, from 1, the earliest first. */
  @JsonProperty("window")
  public int window() {
    return window;
  }

  /** Returns what a block is. */
  @JsonProperty("unit")
  public TestBlocks.Unit unit() {
    return unit;
  }

  /** Returns the steps as numbers, for files; a copy. */
  @JsonProperty("steps")
  public int[] steps() {
    return steps.clone();
  }

  /** Returns the number of blocks. */
  public int blocks() {
    return rareOf.length;
  }

  /** Returns the number of rare rows. */
  public int rareCount() {
    return Arrays.stream(rareOf).sum();
  }

  /** Returns whether rows of both classes are left where each block counts as given. */
  public boolean hasBothClasses(int[] counts) {
    return IntStream.range(0, counts.length).anyMatch(i -> counts[i] * rareOf[i] > 0)
        && IntStream.range(0, counts.length).anyMatch(i -> counts[i] * othersOf[i] > 0);
  }

  /** {@link AveragePrecision}, each row counted as often as its block. */
  public double averagePrecision(int[] counts) {
    AveragePrecision precision = new AveragePrecision();
    for (int at = 0; at < steps.length; at = end(at)) {
      double rare = 0;
      double others = 0;
      for (int i = at + 1; i < end(at); i += WIDTH) {
        int count = counts[steps[i]];
        rare += (double) count * steps[i + 2];
        others += (double) count * (steps[i + 1] - steps[i + 2]);
      }
      precision.step(rare, others);
    }
    return precision.value();
  }
}

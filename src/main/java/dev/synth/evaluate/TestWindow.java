package dev.synth.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scores that two arms give to the rows of one test part in time, with the block of each row.
 */
public final class TestWindow {
  private final int[] blockOf;
  private final BitSet rare;
  private final int blocks;
  private final List<Ranked> arm;
  private final List<Ranked> reference;

  /**
   * A test part.
   *
   * @param blockOf for each row the block that it belongs to, from 0 without gaps
   * @param rare which rows are rare, at least one and not all
   * @param arm for each refit one score a row
   * @param reference for each refit of the reference one score a row; as many refits
   */
  public TestWindow(int[] blockOf, BitSet rare, List<double[]> arm, List<double[]> reference) {
    if (rare.isEmpty() || rare.cardinality() == blockOf.length || rare.length() > blockOf.length) {
      throw new IllegalArgumentException(
          "%d rare rows of %d; both classes are needed"
              .formatted(rare.cardinality(), blockOf.length));
    }
    if (arm.isEmpty() || arm.size() != reference.size()) {
      throw new IllegalArgumentException(
          "%d refits against %d".formatted(arm.size(), reference.size()));
    }
    this.blockOf = blockOf.clone();
    this.rare = (BitSet) rare.clone();
    this.blocks = Arrays.stream(blockOf).max().orElseThrow() + 1;
    this.arm = arm.stream().map(scores -> new Ranked(scores, blockOf.length)).toList();
    this.reference = reference.stream().map(scores -> new Ranked(scores, blockOf.length)).toList();
  }

  /** Returns the number of blocks. */
  int blocks() {
    return blocks;
  }

  /** Returns counts that leave the part as it is. */
  int[] everyBlockOnce() {
    int[] counts = new int[blocks];
    Arrays.fill(counts, 1);
    return counts;
  }

  /** Returns whether rows of both classes are left where each block counts as given. */
  boolean hasBothClasses(int[] counts) {
    boolean anyRare = rare.stream().anyMatch(row -> counts[blockOf[row]] > 0);
    boolean anyOther =
        IntStream.range(0, blockOf.length)
            .anyMatch(row -> !rare.get(row) && counts[blockOf[row]] > 0);
    return anyRare && anyOther;
  }

  /** Returns the mean over refits of the difference in average precision, each block counted. */
  double difference(int[] counts) {
    double sum = 0;
    for (int refit = 0; refit < arm.size(); refit++) {
      sum +=
          arm.get(refit).averagePrecision(counts) - reference.get(refit).averagePrecision(counts);
    }
    return sum / arm.size();
  }

  /** Scores, ranked once for all draws. */
  private final class Ranked {
    private final double[] scores;

    /** The rows from the highest score down. */
    private final int[] order;

    Ranked(double[] scores, int rows) {
      if (scores.length != rows) {
        throw new IllegalArgumentException("%d scores of %d rows".formatted(scores.length, rows));
      }
      this.scores = scores.clone();
      this.order =
          IntStream.range(0, rows)
              .boxed()
              .sorted((a, b) -> Double.compare(scores[b], scores[a]))
              .mapToInt(row -> row)
              .toArray();
    }

    /** {@link Curves#averagePrecision}, each row counted as often as its block. */
    double averagePrecision(int[] counts) {
      double sum = 0;
      double caught = 0;
      double caughtBefore = 0;
      double alerts = 0;
      for (int i = 0; i < order.length; i++) {
        int row = order[i];
        int count = counts[blockOf[row]];
        alerts += count;
        caught += rare.get(row) ? count : 0;
        boolean last = i + 1 == order.length || scores[order[i + 1]] != scores[row];
        if (last && caught > caughtBefore) {
          sum += (caught - caughtBefore) * caught / alerts;
          caughtBefore = caught;
        }
      }
      return sum / caught;
    }
  }
}

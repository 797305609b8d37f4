package dev.synth.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How two arms rank the rows of one test part in time, refit by refit.
 *
 * @param arm the arm's refits, at least one
 * @param reference the refits of what it is compared with; as many, over the same blocks
 */
record TestWindow(List<BlockRanks> arm, List<BlockRanks> reference) {
  TestWindow {
    arm = List.copyOf(arm);
    reference = List.copyOf(reference);
    if (arm.isEmpty() || arm.size() != reference.size()) {
      throw new IllegalArgumentException(
          "%d refits against %d".formatted(arm.size(), reference.size()));
    }
    if (Stream.concat(arm.stream(), reference.stream()).map(BlockRanks::blocks).distinct().count()
        > 1) {
      throw new IllegalArgumentException("the refits have different numbers of blocks");
    }
  }

  /** Returns the number of blocks. */
  int blocks() {
    return arm.getFirst().blocks();
  }

  /** Returns counts that leave the part as it is. */
  int[] everyBlockOnce() {
    int[] counts = new int[blocks()];
    Arrays.fill(counts, 1);
    return counts;
  }

  /** Returns whether rows of both classes are left where each block counts as given. */
  boolean hasBothClasses(int[] counts) {
    return arm.getFirst().hasBothClasses(counts);
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
}

package dev.synth.internal.compare;

import dev.synth.evaluate.BlockRanks;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.BlockBootstrap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two arms' rankings of the rows of one test part in time, refit by refit.
 *
 * @param arm the arm's refits, at least one
 * @param reference the refits of what it is compared with; as many, over the same blocks
 */
record TestWindow(List<BlockRanks> arm, List<BlockRanks> reference)
    implements BlockBootstrap.TestPart {
  TestWindow {
    arm = List.copyOf(arm);
    reference = List.copyOf(reference);
    if (arm.isEmpty() || arm.size() != reference.size()) {
      throw new IllegalArgumentException(
          PlainText.of("%d refits against %d", arm.size(), reference.size()));
    }
    if (Stream.concat(arm.stream(), reference.stream()).map(BlockRanks::blocks).distinct().count()
        > 1) {
      throw new IllegalArgumentException("the refits have different numbers of blocks");
    }
  }

  @Override
  public int blocks() {
    return arm.getFirst().blocks();
  }

  @Override
  public boolean hasBothClasses(int[] counts) {
    return arm.getFirst().hasBothClasses(counts);
  }

  /** Returns the mean over refits of the difference in average precision, each block counted. */
  @Override
  public double difference(int[] counts) {
    double sum = 0;
    for (int refit = 0; refit < arm.size(); refit++) {
      sum +=
          arm.get(refit).averagePrecision(counts) - reference.get(refit).averagePrecision(counts);
    }
    return sum / arm.size();
  }
}

package dev.synth.evaluate;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Judges paired differences of splits by time, where it can be done. */
final class ByTime {
  /** Fewer rare rows in a window say nothing of it (DESIGN, section 7). */
  private static final int FEWEST_RARE = 20;

  /** The seed of the draws, which are part of the method: the same ones in every comparison. */
  private static final Seeds SEEDS = new Seeds(0);

  private ByTime() {}

  /**
   * Bootstraps blocks of test rows.
   *
   * @param differences one a repeat
   * @param with the arm's evaluations, one a repeat
   * @param without those of what it is compared with
   */
  static PairedDifference judge(
      PairedDifference.Subject subject,
      List<Double> differences,
      List<Evaluation> with,
      List<Evaluation> without) {
    List<BlockRanks> arm = ranks(with);
    List<BlockRanks> reference = ranks(without);
    if (arm.size() < differences.size() || reference.size() < differences.size()) {
      return subject.without(differences, "test rows of unknown blocks are descriptive only");
    }
    List<TestWindow> windows = windows(arm, reference);
    TimeBlocks blocks =
        new TimeBlocks(
            windows.size(),
            windows.getFirst().arm().size(),
            windows.stream().mapToInt(TestWindow::blocks).sum(),
            arm.getFirst().unit());
    if (subject.measure() != Measure.AVERAGE_PRECISION) {
      return subject.without(
          differences, blocks, "splits by time are tested in average precision alone");
    }
    if (blocks.blocks() < BlockBootstrap.FEWEST_BLOCKS) {
      return subject.without(
          differences,
          blocks,
          "%d %s are descriptive only, a verdict takes %d"
              .formatted(blocks.blocks(), blocks.noun(), BlockBootstrap.FEWEST_BLOCKS));
    }
    int rare = arm.stream().mapToInt(BlockRanks::rareCount).min().orElseThrow();
    if (rare < FEWEST_RARE) {
      return subject.without(
          differences,
          blocks,
          "%d rare rows in a test window are descriptive only, a verdict takes %d"
              .formatted(rare, FEWEST_RARE));
    }
    RandomStream stream = SEEDS.stream("block-bootstrap");
    BlockBootstrap test = BlockBootstrap.of(windows, stream);
    return test.standardError() == 0
        ? subject.without(differences, blocks, "no variation between blocks of test rows")
        : subject.with(differences, test, blocks);
  }

  private static List<BlockRanks> ranks(List<Evaluation> evaluations) {
    return evaluations.stream().map(Evaluation::ranks).filter(Objects::nonNull).toList();
  }

  /** Puts the refits of each window together, the earliest window first. */
  private static List<TestWindow> windows(List<BlockRanks> arm, List<BlockRanks> reference) {
    Map<Integer, List<Integer>> repeats = new TreeMap<>();
    for (int i = 0; i < arm.size(); i++) {
      repeats.computeIfAbsent(arm.get(i).window(), window -> new ArrayList<>()).add(i);
    }
    return repeats.values().stream()
        .map(
            own ->
                new TestWindow(
                    own.stream().map(arm::get).toList(), own.stream().map(reference::get).toList()))
        .toList();
  }
}

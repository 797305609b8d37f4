package dev.synth.internal.compare;

import dev.synth.base.Seeds;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.TimeBlocks;
import dev.synth.compare.Untested;
import dev.synth.evaluate.BlockRanks;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.stats.BlockBootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Two arms in the windows of a split by time, and what blocks of test rows say of them. */
final class ByTime {
  /** Fewer rare rows in a window say nothing of it. */
  private static final int FEWEST_RARE = 20;

  /** The seed of the draws, which are part of the method: the same ones in every comparison. */
  private static final Seeds SEEDS = new Seeds(0);

  private final List<Evaluation> arm;
  private final List<Evaluation> reference;
  private final boolean areBlocksKnown;

  /**
   * Pairs evaluations.
   *
   * @param arm the arm's, one a repeat
   * @param reference those of what it is compared with
   */
  ByTime(List<Evaluation> arm, List<Evaluation> reference) {
    this.arm = arm;
    this.reference = reference;
    this.areBlocksKnown = ranks(arm).size() == arm.size() && ranks(reference).size() == arm.size();
  }

  /**
   * Bootstraps a difference in average precision, where it can be done.
   *
   * @param differences one a repeat
   */
  PairedDifference judge(PairedDifference.Subject subject, List<Double> differences) {
    TimeBlocks blocks = blocks();
    if (blocks != null && subject.measure() != EvaluationMetric.AVERAGE_PRECISION) {
      return subject.without(differences, blocks, new Untested.OtherMeasure());
    }
    Untested why = whyDescriptive();
    if (why != null) {
      return subject.without(differences, blocks, why);
    }
    BlockBootstrap test = BlockBootstrap.of(testWindows(), SEEDS.stream("block-bootstrap"));
    return Estimates.difference(
        subject, differences, test, blocks, Untested.NoVariation.Parts.BLOCKS);
  }

  /** Returns why nothing can be tested; null where it can. */
  @Nullable Untested whyDescriptive() {
    TimeBlocks blocks = blocks();
    if (blocks == null) {
      return new Untested.UnknownBlocks();
    }
    if (blocks.blocks() < BlockBootstrap.FEWEST_BLOCKS) {
      return new Untested.FewBlocks(blocks.blocks(), blocks.unit(), BlockBootstrap.FEWEST_BLOCKS);
    }
    int rare = ranks(arm).stream().mapToInt(BlockRanks::rareCount).min().orElseThrow();
    return rare < FEWEST_RARE ? new Untested.FewRareRows(rare, FEWEST_RARE) : null;
  }

  /**
   * Bootstraps a difference in money saved.
   *
   * @param figure its key, such as {@code saved}
   */
  BlockBootstrap saved(String figure) {
    return BlockBootstrap.ofSums(inWindows(refits -> addedByBlock(figure, refits)));
  }

  /** The mean over refits of what each block adds to the difference in a figure. */
  private List<Double> addedByBlock(String figure, List<Integer> refits) {
    List<Double> added = new ArrayList<>();
    for (int block = 0; block < savedByBlock(arm, refits.getFirst(), figure).size(); block++) {
      double sum = 0;
      for (int refit : refits) {
        sum += savedByBlock(arm, refit, figure).get(block);
        sum -= savedByBlock(reference, refit, figure).get(block);
      }
      added.add(sum / refits.size());
    }
    return added;
  }

  private static List<Double> savedByBlock(List<Evaluation> of, int repeat, String figure) {
    return Objects.requireNonNull(of.get(repeat).savedByBlock().get(figure), figure);
  }

  private @Nullable TimeBlocks blocks() {
    if (!areBlocksKnown) {
      return null;
    }
    List<TestWindow> windows = testWindows();
    return new TimeBlocks(
        windows.size(),
        windows.getFirst().arm().size(),
        windows.stream().mapToInt(TestWindow::blocks).sum(),
        ranks(arm).getFirst().unit());
  }

  private static List<BlockRanks> ranks(List<Evaluation> evaluations) {
    return evaluations.stream().map(Evaluation::ranks).filter(Objects::nonNull).toList();
  }

  private List<TestWindow> testWindows() {
    List<BlockRanks> own = ranks(arm);
    List<BlockRanks> other = ranks(reference);
    return inWindows(
        refits ->
            new TestWindow(
                refits.stream().map(own::get).toList(), refits.stream().map(other::get).toList()));
  }

  /** Puts the refits of each window together, the earliest window first. */
  private <T> List<T> inWindows(Function<List<Integer>, T> together) {
    Map<Integer, List<Integer>> repeats = new TreeMap<>();
    List<BlockRanks> ranks = ranks(arm);
    for (int i = 0; i < ranks.size(); i++) {
      repeats.computeIfAbsent(ranks.get(i).window(), window -> new ArrayList<>()).add(i);
    }
    return repeats.values().stream().map(together).toList();
  }
}

package dev.synth.internal.experiment.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockPlanTest {
  private static final int PER_FILE = 20_000;

  @Test
  void withoutRejectionsThereIsOneRoundAndNoSurplus() {
    Drawn drawn = drawn(50_000, block -> PER_FILE);
    assertThat(drawn.rounds()).containsExactly(List.of(0, 1, 2));
    assertThat(drawn.rows()).containsExactly(20_000L, 20_000L, 10_000L);
    assertThat(drawn.plan().surplus()).isEmpty();
  }

  @Test
  void aSmallOrderIsOneBlock() {
    Drawn drawn = drawn(7_000, block -> 7_000);
    assertThat(drawn.rounds()).containsExactly(List.of(0));
    assertThat(drawn.rows()).containsExactly(7_000L);
  }

  @ParameterizedTest
  @ValueSource(longs = {10_001, 20_000, 39_999, 40_000, 95_000, 200_000})
  void whateverTheRulesAcceptTheRowsAreThoseOfBlocksInARow(long wanted) {
    IntUnaryOperator accepted = block -> 3_000 + (block * 7_919) % 9_000;
    List<Long> expected = new ArrayList<>();
    long missing = wanted;
    for (int block = 0; missing > 0; block++) {
      expected.add(Math.min(missing, accepted.applyAsInt(block)));
      missing -= expected.getLast();
    }
    assertThat(drawn(wanted, accepted).rows()).isEqualTo(expected);
  }

  @Test
  void aBlockThatHasTooManyRowsIsDrawnAgain() {
    Drawn drawn = drawn(40_000, block -> 15_000);
    assertThat(drawn.rows()).containsExactly(15_000L, 15_000L, 10_000L);
    assertThat(drawn.rounds().getFirst()).containsExactly(0, 1);
  }

  /** A plan that was carried out, with the blocks of each round. */
  private record Drawn(BlockPlan plan, List<List<Integer>> rounds) {
    List<Long> rows() {
      return plan.used().stream().map(DrawnBlock::rows).toList();
    }
  }

  private static Drawn drawn(long wanted, IntUnaryOperator accepted) {
    BlockPlan plan = new BlockPlan(new BlockOrder("csv", wanted, 1, Map.of(), PER_FILE));
    List<List<Integer>> rounds = new ArrayList<>();
    for (List<BlockTask> tasks = plan.next(); !tasks.isEmpty(); tasks = plan.next()) {
      assertThat(rounds).as("rounds").hasSizeLessThan(20);
      rounds.add(tasks.stream().map(BlockTask::block).toList());
      for (BlockTask task : tasks) {
        long all = accepted.applyAsInt(task.block());
        long rows = Math.min(task.most(), all);
        Map<String, Long> rejected = all == PER_FILE ? Map.of() : Map.of("rule", PER_FILE - all);
        plan.take(
            new DrawnBlock(
                task.block(), "block", task.most(), rows, PER_FILE, rejected, rows, "hash"));
      }
    }
    return new Drawn(plan, rounds);
  }
}

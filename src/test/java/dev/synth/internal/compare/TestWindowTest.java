package dev.synth.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.evaluate.BlockRanks;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.stats.BlockBootstrap;
import dev.synth.split.TestBlocks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class TestWindowTest {
  @Test
  void aWindowCountsRowsAsOftenAsTheirBlocks() {
    RandomStream stream = new Seeds(1).stream("scores");
    double[] arm = scores(60, stream);
    double[] reference = scores(60, stream);
    BitSet rare = rare(60);
    int[] blockOf = IntStream.range(0, 60).map(row -> row / 20).toArray();
    TestWindow window = window(blockOf, rare, List.of(arm), List.of(reference));
    int[] counts = {2, 0, 1};
    int[] rows =
        IntStream.range(0, 60)
            .flatMap(row -> IntStream.generate(() -> row).limit(counts[blockOf[row]]))
            .toArray();
    double expected = precision(arm, rare, rows) - precision(reference, rare, rows);
    assertThat(window.difference(counts)).isCloseTo(expected, within(1e-12));
  }

  private static double precision(double[] scores, BitSet rare, int[] rows) {
    BitSet chosen = new BitSet();
    IntStream.range(0, rows.length).filter(i -> rare.get(rows[i])).forEach(chosen::set);
    double[] own = IntStream.of(rows).mapToDouble(row -> scores[row]).toArray();
    return Curves.averagePrecision(new ScoredRows(own, chosen));
  }

  @Test
  @Tag("slow")
  void findsNothingTooOftenWhereArmsAreEqualInLaw() {
    // 200 experiments with 12 days of shared luck; at a true level of .05, more than 19 of them
    // are significant with probability .003 (scipy.stats.binom.sf(19, 200, .05))
    int significant = 0;
    for (int experiment = 0; experiment < 200; experiment++) {
      significant += bootstrap(experiment, 0).p() < 0.05 ? 1 : 0;
    }
    assertThat(significant).isBetween(1, 19);
  }

  @Test
  void seesAnArmThatIsBetter() {
    for (int seed = 1; seed <= 5; seed++) {
      BlockBootstrap better = bootstrap(seed, 2.5);
      assertThat(better.p()).isLessThan(0.05);
      assertThat(better.mean() - better.halfWidth(0.95)).isPositive();
      assertThat(better.blocks()).isEqualTo(12);
      assertThat(better.windows()).isEqualTo(2);
    }
  }

  @Test
  void saysNothingWhereArmsDoNotDiffer() {
    double[] scores = scores(80, new Seeds(1).stream("scores"));
    int[] blockOf = IntStream.range(0, 80).map(row -> row / 10).toArray();
    TestWindow window = window(blockOf, rare(80), List.of(scores), List.of(scores));
    assertThat(BlockBootstrap.of(List.of(window), new Seeds(1).stream("draws")).p()).isEqualTo(1);
  }

  @Test
  void refusesTooFewBlocksAndOddRefits() {
    double[] scores = scores(70, new Seeds(1).stream("scores"));
    int[] blockOf = IntStream.range(0, 70).map(row -> row / 10).toArray();
    TestWindow window = window(blockOf, rare(70), List.of(scores), List.of(scores));
    RandomStream stream = new Seeds(1).stream("draws");
    assertThatThrownBy(() -> BlockBootstrap.of(List.of(window), stream))
        .hasMessageContaining("7 blocks");
    assertThatThrownBy(() -> window(blockOf, rare(70), List.of(scores), List.of()))
        .hasMessageContaining("1 refits against 0");
    assertThatThrownBy(() -> window(blockOf, new BitSet(), List.of(scores), List.of(scores)))
        .hasMessageContaining("both classes");
  }

  /** Two windows of six days of 40 rows; each arm errs on a day in its own way, two refits each. */
  private static BlockBootstrap bootstrap(int seed, double advantage) {
    RandomStream stream = new Seeds(seed).stream("experiment");
    List<TestWindow> windows = new ArrayList<>();
    for (int window = 0; window < 2; window++) {
      BitSet rare = rare(240);
      int[] blockOf = IntStream.range(0, 240).map(row -> row / 40).toArray();
      List<List<double[]>> arms = List.of(new ArrayList<>(), new ArrayList<>());
      double[][] luck = new double[2][240];
      for (int arm = 0; arm < 2; arm++) {
        double[] days = IntStream.range(0, 6).mapToDouble(day -> stream.nextGaussian()).toArray();
        for (int row = 0; row < 240; row++) {
          luck[arm][row] = rare.get(row) ? 1.5 + (1 - arm) * advantage + days[blockOf[row]] : 0;
        }
        for (int refit = 0; refit < 2; refit++) {
          double[] scores = new double[240];
          for (int row = 0; row < 240; row++) {
            scores[row] = 1 / (1 + Math.exp(-luck[arm][row] - stream.nextGaussian()));
          }
          arms.get(arm).add(scores);
        }
      }
      windows.add(window(blockOf, rare, arms.get(0), arms.get(1)));
    }
    return BlockBootstrap.of(windows, stream);
  }

  private static TestWindow window(
      int[] blockOf, BitSet rare, List<double[]> arm, List<double[]> reference) {
    return new TestWindow(ranks(blockOf, rare, arm), ranks(blockOf, rare, reference));
  }

  private static List<BlockRanks> ranks(int[] blockOf, BitSet rare, List<double[]> refits) {
    return refits.stream()
        .map(s -> new BlockRanks(1, TestBlocks.Unit.DAY, BlockRanks.steps(blockOf, rare, s)))
        .toList();
  }

  private static BitSet rare(int rows) {
    BitSet rare = new BitSet();
    IntStream.range(0, rows).filter(row -> row % 5 == 0).forEach(rare::set);
    return rare;
  }

  /** Scores with two decimals, so that some are equal. */
  private static double[] scores(int rows, RandomStream stream) {
    return IntStream.range(0, rows)
        .mapToDouble(row -> Math.rint(100 * stream.nextDouble()) / 100)
        .toArray();
  }
}

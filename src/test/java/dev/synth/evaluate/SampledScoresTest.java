package dev.synth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that stands for k rows counts like k copies of it. */
class SampledScoresTest {
  /** Rows, each with how often it is there, and the same as so many copies. */
  private record Pair(ScoredRows weighted, ScoredRows copies) {
    static Pair random(RandomStream stream) {
      int rows = 60 + stream.nextInt(60);
      double[] scores = new double[rows];
      double[] weights = new double[rows];
      double[] losses = new double[rows];
      BitSet rare = new BitSet();
      List<double[]> copies = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        rare.set(row, row == 0 || (row > 1 && stream.nextInt(4) == 0));
        scores[row] = stream.nextInt(21) / 20.0;
        weights[row] = rare.get(row) ? 1 : 1 + stream.nextInt(9);
        losses[row] = stream.nextInt(100);
        for (int copy = 0; copy < weights[row]; copy++) {
          copies.add(new double[] {scores[row], losses[row], rare.get(row) ? 1 : 0});
        }
      }
      BitSet rareCopies = new BitSet();
      for (int row = 0; row < copies.size(); row++) {
        rareCopies.set(row, copies.get(row)[2] == 1);
      }
      return new Pair(
          ScoredRows.weighted(scores, rare, losses, weights),
          new ScoredRows(column(copies, 0), rareCopies, column(copies, 1)));
    }

    private static double[] column(List<double[]> rows, int column) {
      return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    private void assertSameThreshold(ThresholdRule rule, @Nullable Costs costs) {
      double own = Thresholds.choose(rule, weighted, costs).value();
      assertThat(own).isEqualTo(Thresholds.choose(rule, copies, costs).value());
      assertThat(weighted.alertWeight(own)).isEqualTo(copies.at(own).alerts());
      assertThat(weighted.caughtWeight(own)).isEqualTo(copies.at(own).truePositives());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void thresholdsAreThoseOfTheCopies(long seed) {
    RandomStream stream = new Seeds(seed).stream("sampled");
    Costs costs = new Costs(new MissedCost.Each(0), 7, null);
    for (int i = 0; i < 20; i++) {
      Pair pair = Pair.random(stream);
      pair.assertSameThreshold(new ThresholdRule.MaxF1(), null);
      pair.assertSameThreshold(new ThresholdRule.MaxFBeta(2), null);
      pair.assertSameThreshold(new ThresholdRule.PrecisionAtLeast(0.2), null);
      pair.assertSameThreshold(new ThresholdRule.AlertBudget(40), null);
      pair.assertSameThreshold(new ThresholdRule.MinCost(), costs);
      assertThat(Curves.averagePrecision(pair.weighted()))
          .isCloseTo(Curves.averagePrecision(pair.copies()), within(1e-12));
    }
  }

  /**
   * By hand: 30 of 100 other rows stand for 10 each; the evidence is that of the rows there are.
   */
  @Test
  void falseAlarmsAreAShareOfWhatTheRowsStandFor() {
    double[] scores = new double[102];
    double[] weights = new double[102];
    for (int row = 0; row < 100; row++) {
      scores[row] = row / 100.0;
      weights[row] = row < 30 ? 10 : 1; // 370 rows in all
    }
    scores[100] = 0.999;
    scores[101] = 0.2;
    weights[100] = 1;
    weights[101] = 1;
    BitSet rare = new BitSet();
    rare.set(100, 102);
    ScoredRows rows = ScoredRows.weighted(scores, rare, null, weights);
    ThresholdRule quarter = new ThresholdRule.FalsePositiveRateAtMost(0.25);
    double threshold = Thresholds.choose(quarter, rows).value();
    // a quarter of 370 is 92.5: the 70 single rows, and two of those that stand for ten
    assertThat(threshold).isCloseTo(0.275, within(1e-12));
    assertThat(Thresholds.choose(quarter, rows).how()).endsWith("which stand for 372");
  }

  @Test
  void plainRowsAreNoSample() {
    ScoredRows rows = Scores.of(new int[] {0, 1, 0}, .1, .2, .3);
    assertThat(rows.areWeighted()).isFalse();
    assertThat(rows.otherWeight()).isEqualTo(2);
  }
}

package dev.synth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.compare.RepeatTable;
import dev.synth.compare.Saving;
import dev.synth.compare.Untested;
import dev.synth.internal.compare.Savings;
import dev.synth.internal.stats.Moments;
import dev.synth.split.SplitOptions;
import dev.synth.split.TestBlocks;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.RowFacts;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Money saved in splits by time: two windows, three refits each, on days that differ in how much is
 * at stake and in how well each arm does.
 */
class SavingByTimeTest {
  private static final Costs COSTS = new Costs(new MissedCost.Column("amount"), 5, "EUR");
  private static final Protocol TIME =
      new Protocol(
          "forest",
          SplitOptions.Method.TIME,
          "max-f1",
          0.01,
          new CostAndAlertMetrics(COSTS, List.of()));

  private static final List<Arm> ARMS = List.of(Arm.NONE, Results.VAE);

  /** The share of the rare rows that each arm catches on an average day. */
  private static final double[] CAUGHT = {0.4, 0.6};

  /** By how much a day of an arm may be better or worse than that. */
  private static final double LUCK = 0.4;

  private static final double FALSE_ALERTS = 0.1;
  private static final int ROWS_A_DAY = 40;

  /** A day has 3 to 8 rare rows, each number as often. */
  private static final int FEWEST_RARE = 3;

  private static final int RARE_NUMBERS = 6;

  /**
   * Of 400 intervals that hold the truth with probability .95, fewer than 365 or more than 392 do
   * so with a probability of .002 (scipy.stats.binom.ppf([.001, .999], 400, .95)). Taking rows for
   * independent, each a block of its own, must fail the same trial, else it proves nothing.
   */
  @Test
  @Tag("slow")
  void theIntervalHoldsTheTruthAsOftenAsItSays() {
    assertThat(held(new Trial(8, 1, false))).isBetween(365, 392);
    assertThat(held(new Trial(8, 1, true))).isLessThan(365);
  }

  /**
   * The limit that the documents name: intervals of sums that a few large losses carry hold the
   * truth less often.
   */
  @Test
  void heavyTailsMakeItTooShort() {
    assertThat(held(new Trial(8, 2, false))).isBetween(320, 364);
  }

  @Test
  void theMeanIsThatOfTheDifferences() {
    Saving saving = new Trial(8, 1, false).saving(1);
    assertThat(saving.differences()).hasSize(6);
    assertThat(saving.mean()).isCloseTo(Moments.mean(saving.differences()), within(1e-9));
    assertThat(saving.note()).isNull();
  }

  @Test
  void fewDaysHaveNoInterval() {
    Saving saving = new Trial(3, 1, false).saving(1);
    assertThat(saving.differences()).hasSize(6);
    assertThat(saving.low()).isNull();
    assertThat(saving.note()).isEqualTo(new Untested.FewBlocks(6, TestBlocks.Unit.DAY, 8));
  }

  private static int held(Trial trial) {
    int held = 0;
    for (int experiment = 0; experiment < 400; experiment++) {
      Saving saving = trial.saving(experiment);
      double low = Objects.requireNonNull(saving.low());
      double high = Objects.requireNonNull(saving.high());
      held += low <= trial.truth() && trial.truth() <= high ? 1 : 0;
    }
    return held;
  }

  /**
   * A kind of experiment.
   *
   * @param days of each window
   * @param spread σ of the log-normal law of losses, whose μ is 3
   * @param isRowABlock whether each row is taken for a block of its own
   */
  private record Trial(int days, double spread, boolean isRowABlock) {
    /**
     * An alert on a rare row saves its loss, e^(3 + σ²/2) on average, less what it costs; other
     * alerts are as frequent in both arms. {@code vae} catches .2 more of 5.5 rare rows a day.
     */
    double truth() {
      return days * 5.5 * 0.2 * (StrictMath.exp(3 + spread * spread / 2) - COSTS.alert());
    }

    Saving saving(int seed) {
      RandomStream stream = new Seeds(seed).stream("savings");
      List<RepeatResult> repeats = new ArrayList<>();
      for (int number = 1; number <= 2; number++) {
        Window window = Window.draw(number, this, stream);
        for (int refit = 0; refit < 3; refit++) {
          int repeat = repeats.size() + 1;
          List<Evaluation> evaluations = new ArrayList<>();
          for (int arm = 0; arm < ARMS.size(); arm++) {
            evaluations.add(window.evaluation(arm, repeat, stream));
          }
          repeats.add(new RepeatResult(repeat, Results.SIZES, List.of(), evaluations));
        }
      }
      return Savings.all(TIME, new RepeatTable(repeats)).getFirst();
    }
  }

  /** A test part. */
  private static final class Window {
    private final int number;
    private final LabelledTable rows;
    private final int[] blockOf;

    /** For each arm, with what chance each row raises an alert. */
    private final double[][] chances;

    private Window(int number, LabelledTable rows, int[] blockOf, double[][] chances) {
      this.number = number;
      this.rows = rows;
      this.blockOf = blockOf;
      this.chances = chances;
    }

    static Window draw(int number, Trial trial, RandomStream stream) {
      int count = trial.days() * ROWS_A_DAY;
      BitSet rare = new BitSet();
      double[] losses = new double[count];
      double[][] chances = new double[ARMS.size()][count];
      for (int day = 0; day < trial.days(); day++) {
        int rareRows = FEWEST_RARE + stream.nextInt(RARE_NUMBERS);
        double stake = 0.5 + stream.nextDouble();
        double[] caught = new double[ARMS.size()];
        for (int arm = 0; arm < caught.length; arm++) {
          caught[arm] = CAUGHT[arm] + LUCK * (2 * stream.nextDouble() - 1);
        }
        for (int i = 0; i < ROWS_A_DAY; i++) {
          int row = day * ROWS_A_DAY + i;
          rare.set(row, i < rareRows);
          losses[row] = stake * StrictMath.exp(3 + trial.spread() * stream.nextGaussian());
          for (int arm = 0; arm < caught.length; arm++) {
            chances[arm][row] = i < rareRows ? caught[arm] : FALSE_ALERTS;
          }
        }
      }
      Column column = new Column("amount", ColumnType.Numeric.UNBOUNDED);
      Table features = new Table(new Schema(List.of(column)), List.of(new Cells.Numbers(losses)));
      LabelledTable rows =
          new LabelledTable(features, rare, new Label("fraud", "1", "0", 1))
              .with(new RowFacts(losses, null));
      int[] blockOf =
          IntStream.range(0, count)
              .map(row -> trial.isRowABlock() ? row : row / ROWS_A_DAY)
              .toArray();
      return new Window(number, rows, blockOf, chances);
    }

    Evaluation evaluation(int arm, int repeat, RandomStream stream) {
      double[] scores =
          Arrays.stream(chances[arm])
              .map(chance -> stream.nextDouble() < chance ? 0.9 : 0.1)
              .toArray();
      BitSet alerts = new BitSet();
      IntStream.range(0, scores.length).forEach(row -> alerts.set(row, scores[row] > 0.5));
      ScoredRows scored = ScoredRows.of(scores, rows);
      double saved = COSTS.withoutAlerts(scored) - COSTS.at(scored, 0.5);
      return Results.evaluation(ARMS.get(arm), "forest", repeat, 0.5)
          .asking(Map.of(CostAndAlertMetrics.SAVED, new MetricValue.Value(saved)))
          .with(
              new BlockRanks(
                  number, TestBlocks.Unit.DAY, BlockRanks.steps(blockOf, rows.rareRows(), scores)),
              Map.of(CostAndAlertMetrics.SAVED, COSTS.savedByBlock(rows, alerts, blockOf)));
    }
  }
}

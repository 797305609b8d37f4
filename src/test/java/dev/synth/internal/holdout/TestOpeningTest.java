package dev.synth.internal.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.classify.Classifier;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.BlockRanks;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.MissedCost;
import dev.synth.evaluate.Results;
import dev.synth.evaluate.TestRanks;
import dev.synth.evaluate.Threshold;
import dev.synth.internal.base.Json;
import dev.synth.split.OpeningLog;
import dev.synth.split.Parts;
import dev.synth.split.Split;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.RowFacts;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TestOpeningTest {
  /** Amounts .1 to .4; the second and the last are fraud. */
  private static LabelledTable rows() {
    Column amount = new Column("amount", ColumnType.Numeric.UNBOUNDED);
    Table features =
        new Table(new Schema(List.of(amount)), List.of(new Cells.Numbers(.1, .2, .3, .4)));
    return new LabelledTable(
        features, BitSet.valueOf(new long[] {0b1010}), new Label("fraud", "1", "0", 1));
  }

  private static final Classifier BY_AMOUNT =
      features -> {
        double[] scores = new double[features.rowCount()];
        for (int row = 0; row < scores.length; row++) {
          scores[row] = ((Cells.Numbers) features.cells("amount")).value(row);
        }
        return scores;
      };

  @Test
  void allClassifiersAreJudgedInOneRecordedOpening() {
    OpeningLog log = new OpeningLog();
    Threshold threshold = new Threshold(0.25, "fixed 0.25", null);
    Split split = Parts.atRandom(rows());
    TestScores scores = TestOpening.score(split.test(), BY_AMOUNT);
    assertThat(log.openings()).isEmpty();
    List<Evaluation> evaluations =
        new TestOpening(CostAndAlertMetrics.NONE)
            .judge(
                split,
                log,
                3,
                List.of(
                    new ScoredArm(
                        Arm.NONE, "by-amount", threshold, null, Results.NATURAL, 0.5, scores),
                    new ScoredArm(
                        Arm.baseline("class-weight"),
                        "by-amount",
                        threshold,
                        null,
                        Results.NATURAL,
                        0.5,
                        scores)));
    assertThat(log.openings()).containsExactly("repeat 3");
    assertThat(evaluations).hasSize(2);
    Evaluation first = evaluations.getFirst();
    assertThat(first.arm()).isEqualTo(Arm.NONE);
    assertThat(first.repeat()).isEqualTo(3);
    assertThat(first.confusion()).isEqualTo(new Confusion(1, 1, 1, 1));
    // from the top: precision 1/1 at the first rare row, 2/3 at the second
    assertThat(first.figure(EvaluationMetric.AVERAGE_PRECISION).number())
        .hasValue((1 + 2.0 / 3) / 2);
    assertThat(first.figure(EvaluationMetric.RECALL).number()).hasValue(0.5);
    assertThat(first.figure(EvaluationMetric.RECALL_AT_FPR_1_PERCENT))
        .isInstanceOf(MetricValue.Skipped.class);
    assertThat(first.ranks()).isNull();
  }

  /** So many repeats leave no space for further classifiers. */
  @Test
  void furtherClassifiersAreRankedWhereThereIsSpace() {
    Split split = Parts.atRandom(rows());
    TestScores scores = TestOpening.score(split.test(), BY_AMOUNT);
    Threshold threshold = new Threshold(0.25, "fixed 0.25", null);
    List<ScoredArm> cells =
        List.of(
            new ScoredArm(Arm.NONE, "one", threshold, null, Results.NATURAL, 0.5, scores),
            new ScoredArm(Arm.NONE, "other", threshold, null, Results.NATURAL, 0.5, scores));
    for (int repeats : new int[] {10, Integer.MAX_VALUE}) {
      TestRanks ranks =
          Objects.requireNonNull(
              new TestOpening(CostAndAlertMetrics.NONE, repeats)
                  .judge(split, new OpeningLog(), 1, new TestOpening.ClosedScores(cells, List.of()))
                  .ranks());
      assertThat(ranks.ranks(Arm.NONE, "one").orElseThrow()).containsExactly(0, 1, 2, 3);
      assertThat(ranks.knows(Arm.NONE, "other")).isEqualTo(repeats == 10);
    }
  }

  @Test
  void aSplitByTimeKeepsHowBlocksAreRanked() throws IOException {
    Split split = Parts.byTime(rows(), "amount");
    TestScores scores = TestOpening.score(split.test(), BY_AMOUNT);
    Threshold threshold = new Threshold(0.25, "fixed 0.25", null);
    ScoredArm cell =
        new ScoredArm(Arm.NONE, "by-amount", threshold, null, Results.NATURAL, 0.5, scores);
    BlockRanks ranks =
        Objects.requireNonNull(
            new TestOpening(CostAndAlertMetrics.NONE)
                .judge(split, new OpeningLog(), 3, List.of(cell))
                .getFirst()
                .ranks());
    assertThat(ranks.blocks()).isEqualTo(4);
    assertThat(ranks.averagePrecision(new int[] {1, 1, 1, 1})).isEqualTo((1 + 2.0 / 3) / 2);
    // without the row that ranks between the two rare ones, nothing is wrong
    assertThat(ranks.averagePrecision(new int[] {1, 1, 0, 1})).isEqualTo(1);
    BlockRanks read = Json.mapper().readValue(Json.write(ranks), BlockRanks.class);
    assertThat(read.steps()).isEqualTo(ranks.steps());
    assertThat(read.unit()).isEqualTo(ranks.unit());
  }

  /** A block a row: the second and the last are fraud, and cost 20 and 40 when they are missed. */
  @Test
  void aSplitByTimeKeepsWhatEachBlockSaves() throws IOException {
    LabelledTable priced =
        rows().with(new RowFacts(new double[] {10, 20, 30, 40}, null)); // others' are not looked at
    Split split = Parts.byTime(priced, "amount");
    ScoredArm cell =
        new ScoredArm(
            Arm.NONE,
            "by-amount",
            new Threshold(0.15, "fixed 0.15", null),
            new Threshold(0.35, "min-cost", null),
            Results.NATURAL,
            0.5,
            TestOpening.score(split.test(), BY_AMOUNT));
    CostAndAlertMetrics money =
        new CostAndAlertMetrics(new Costs(new MissedCost.Column("amount"), 5, null), List.of());
    Evaluation evaluation =
        new TestOpening(money).judge(split, new OpeningLog(), 3, List.of(cell)).getFirst();
    // by hand: an alert costs 5, whatever it catches
    assertThat(evaluation.savedByBlock())
        .isEqualTo(
            Map.of(
                "saved", List.of(0.0, 15.0, -5.0, 35.0),
                "saved_at_min_cost", List.of(0.0, 0.0, 0.0, 35.0)));
    assertThat(evaluation.asked("saved").number()).hasValue(45);
    assertThat(evaluation.asked("saved_at_min_cost").number()).hasValue(35);
    Evaluation read = Json.mapper().readValue(Json.write(evaluation), Evaluation.class);
    assertThat(read.savedByBlock()).isEqualTo(evaluation.savedByBlock());
    ObjectNode older = (ObjectNode) Json.tree(evaluation);
    older.remove("saved_by_block");
    assertThatThrownBy(() -> Json.mapper().treeToValue(older, Evaluation.class))
        .isInstanceOf(JsonProcessingException.class);
  }
}

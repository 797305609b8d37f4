package dev.synth.internal.generate.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.RandomStream;
import dev.synth.generate.Generator;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.generate.oversample.Oversample;
import dev.synth.internal.report.wording.training.SampleSentences;
import dev.synth.split.BrokenRule;
import dev.synth.split.RowRules;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcceptedRowsTest {
  private static final Schema SCHEMA =
      new Schema(List.of(new Column("x", ColumnType.Numeric.UNBOUNDED)));

  /** Training rows 0, 1, …, 99, of which the first twenty are rare. */
  private final RowRules rules = RowRules.fit(training(), List.of("x < 50"));

  @Test
  void drawsUntilEnoughRowsAreAccepted() {
    AcceptedRows rows = AcceptedRows.draw(uniformBelow(100), rules, 300, Context.quiet(1));

    Cells.Numbers accepted = (Cells.Numbers) rows.accepted().rows().cells("x");
    assertThat(accepted.size()).isEqualTo(300);
    for (int row = 0; row < 300; row++) {
      assertThat(accepted.value(row)).isLessThan(50);
    }
    assertThat(rows.log().drawn()).isGreaterThan(500);
  }

  @Test
  void keepsTheRejectedRowsWithTheirReasons() {
    AcceptedRows rows = AcceptedRows.draw(uniformBelow(100), rules, 300, Context.quiet(1));

    Cells.Numbers rejected = (Cells.Numbers) rows.log().rejected().cells("x");
    assertThat(rows.log().rejections()).hasSize(rejected.size()).isNotEmpty();
    for (int i = 0; i < rejected.size(); i++) {
      RowRules.Rejection rejection = rows.log().rejections().get(i);
      assertThat(rejection.row()).isEqualTo(i);
      assertThat(rejection.rule()).contains("x < 50");
      assertThat(rejected.value(i)).isGreaterThanOrEqualTo(50);
    }
  }

  @Test
  void givesUpBelowOnePercent() {
    Generator hopeless = uniformBelow(100_000); // 50 of 100,000 values are below 50
    assertThatThrownBy(() -> AcceptedRows.draw(hopeless, rules, 300, Context.quiet(1)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("drawn rows satisfy the rules");
  }

  @Test
  void drawsTheSameRowsFromTheSameSeeds() {
    AcceptedRows first = AcceptedRows.draw(uniformBelow(100), rules, 50, Context.quiet(7));
    AcceptedRows second = AcceptedRows.draw(uniformBelow(100), rules, 50, Context.quiet(7));
    Cells.Numbers a = (Cells.Numbers) first.accepted().rows().cells("x");
    Cells.Numbers b = (Cells.Numbers) second.accepted().rows().cells("x");
    for (int row = 0; row < 50; row++) {
      assertThat(a.value(row)).isEqualTo(b.value(row));
    }
  }

  @Test
  void keepsTheFirstRejectedRowsAndCountsTheOthers() {
    SampleLog log = AcceptedRows.draw(uniformBelow(100), rules, 25_000, Context.quiet(1)).log();

    assertThat(log.rejected().rowCount()).isEqualTo(SampleLog.MOST_KEPT);
    assertThat(log.rejections()).hasSize(SampleLog.MOST_KEPT);
    assertThat(log.rejections().getLast().row()).isEqualTo(SampleLog.MOST_KEPT - 1);
    assertThat(log.rejectedCount()).isGreaterThan(20_000);
    assertThat(log.rejectedBy()).containsOnlyKeys(new BrokenRule.OfUser("x < 50"));
    assertThat(log.rejectedByText()).containsOnlyKeys("x < 50");
    assertThat(log.acceptance()).isCloseTo(.5, within(.02)); // 50 of 100 values
    assertThat(SampleSentences.of(log))
        .anySatisfy(note -> assertThat(note).contains("'x < 50' rejected most of the others"))
        .anySatisfy(note -> assertThat(note).startsWith("the first 10,000 of "));
  }

  @Test
  void tellsTheGeneratorWhatRowsMustBe() {
    RowRules asked = rules.where(Map.of("x", "7"), new Label("y", "1", "0", 1));
    Generator obedient = new Oversample(new Table(SCHEMA, List.of(new Cells.Numbers(1, 7, 70, 7))));

    AcceptedRows rows = AcceptedRows.draw(obedient, asked, 100, Context.quiet(1));

    assertThat(rows.log().drawn()).isEqualTo(100);
    assertThat(SampleSentences.of(rows.log())).isEmpty();
    assertThatThrownBy(
            () ->
                AcceptedRows.draw(
                    new Oversample(new Table(SCHEMA, List.of(new Cells.Numbers(1, 70)))),
                    asked,
                    100,
                    Context.quiet(1)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("none of the 2 rare training rows satisfies x = 7");
  }

  private static Training training() {
    double[] values = new double[100];
    for (int row = 0; row < values.length; row++) {
      values[row] = row;
    }
    BitSet rare = new BitSet();
    rare.set(0, 20);
    Table features = new Table(SCHEMA, List.of(new Cells.Numbers(values)));
    return Training.whole(new LabelledTable(features, rare, new Label("y", "1", "0", 1)));
  }

  private static Generator uniformBelow(int bound) {
    return new Generator() {
      @Override
      public Table sample(int rows, Context context) {
        RandomStream stream = context.seeds().stream("uniform");
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
          values[row] = stream.nextInt(bound);
        }
        return new Table(SCHEMA, List.of(new Cells.Numbers(values)));
      }

      @Override
      public TrainingLog trainingLog() {
        return TrainingLog.EMPTY;
      }

      @Override
      public void save(Path folder) {}
    };
  }
}

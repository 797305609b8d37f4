package dev.synth.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.augment.AugmentationPlan.Multiply;
import dev.synth.augment.AugmentationPlan.Ratio;
import dev.synth.augment.AugmentationPlan.Rows;
import dev.synth.base.ExitCode;
import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AugmentationPlanTest {
  /** 20 rare rows and 1,000 others. */
  private final Training training = training(20, 1_020);

  @Test
  void bringsRareRowsToARatioOfTheOthers() {
    // 0.1 · 1,000 others = 100 rare rows, of which 20 are there
    assertThat(new Ratio(0.1).rowsFor(training)).isEqualTo(80);
  }

  @Test
  void refusesARatioThatTheRowsAlreadyHave() {
    assertThatThrownBy(() -> new Ratio(0.02).rowsFor(training))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("20 rare to 1000 others")
        .hasMessageContaining("multiply");
  }

  @Test
  void multipliesRareRows() {
    assertThat(new Multiply(2.5).rowsFor(training)).isEqualTo(50);
  }

  @Test
  void takesANumberOfRowsAsItIs() {
    assertThat(new Rows(7).rowsFor(training)).isEqualTo(7);
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    assertThatThrownBy(() -> new Ratio(Double.NaN)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Multiply(0)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Rows(0)).isInstanceOf(InvalidValue.class);
  }

  private static Training training(int rare, int rows) {
    BitSet rareRows = new BitSet();
    rareRows.set(0, rare);
    Schema schema = new Schema(List.of(new Column("x", ColumnType.Numeric.UNBOUNDED)));
    Table features = new Table(schema, List.of(new Cells.Numbers(new double[rows])));
    return Training.whole(new LabelledTable(features, rareRows, new Label("fraud", "1", "0", 1)));
  }
}

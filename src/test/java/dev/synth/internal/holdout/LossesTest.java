package dev.synth.internal.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.evaluate.MissedCost;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.reading.DerivedNote;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossesTest {
  private static LabelledTable rows(Column column, Cells cells) {
    BitSet rare = new BitSet();
    rare.set(1);
    rare.set(2);
    return new LabelledTable(
        new Table(new Schema(List.of(column)), List.of(cells)),
        rare,
        new Label("fraud", "1", "0", 1));
  }

  private static LabelledTable numbers(double... values) {
    BitSet missing = new BitSet();
    for (int row = 0; row < values.length; row++) {
      missing.set(row, Double.isNaN(values[row]));
    }
    return rows(
        new Column("amount", ColumnType.Numeric.UNBOUNDED), new Cells.Numbers(values, missing));
  }

  private static LabelledTable texts(String... values) {
    return rows(
        new Column("amount", new ColumnType.Identifier()),
        new Cells.Texts(List.of(values), new BitSet()));
  }

  private static double[] of(LabelledTable rows) {
    return Losses.of(new MissedCost.Column("amount"), rows);
  }

  private static void complains(LabelledTable rows, String column, String complaint) {
    assertThatThrownBy(() -> Losses.of(new MissedCost.Column(column), rows))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessage("evaluation.costs.missed.column: " + complaint);
  }

  @Test
  void areTheRareRowsOwnNumbersAndOthersAreNotLookedAt() {
    assertThat(of(numbers(-5, 12.5, 0, Double.NaN))).containsExactly(0, 12.5, 0, 0);
    assertThat(Losses.of(new MissedCost.Each(7), numbers(1, 2, 3))).containsExactly(7, 7, 7);
  }

  @Test
  void aColumnThatIsNotModelledIsReadAsNumbers() {
    assertThat(of(texts("x", "12.5", "3", "y"))).containsExactly(0, 12.5, 3, 0);
  }

  @Test
  void whatIsNoCostIsOneSentence() {
    complains(
        numbers(1, 2, 3),
        "amuont",
        "there is no column 'amuont'; the columns are amount; did you mean 'amount'?");
    complains(numbers(1, 2, 3), "loss", "there is no column 'loss'; the columns are amount");
    complains(numbers(1, 2, 3), "fraud", "'fraud' is the label column; name another");
    complains(
        numbers(1, Double.NaN, 3),
        "amount",
        "a missed rare row costs its 'amount', but rare row 2 of the data has none: fill it in, or"
            + " leave the row out");
    complains(
        numbers(1, 2, -3),
        "amount",
        "a missed rare row costs its 'amount', but rare row 3 of the data has -3.0: it must not be"
            + " negative");
    complains(
        texts("1", "2,5", "3"),
        "amount",
        "a missed rare row costs its 'amount', but rare row 2 of the data has '2,5', which is no"
            + " number; data.types: {amount: numeric} also reads decimal commas");
    complains(
        rows(
            new Column("channel", new ColumnType.Categorical()),
            Cells.Levels.of(List.of("web", "shop", "web"))),
        "channel",
        "column 'channel' holds categories, not amounts of money; data.types: {channel: numeric}"
            + " reads numbers");
  }

  @Test
  void theNoteSaysWhetherTheColumnIsAFeature() {
    MissedCost.Column own = new MissedCost.Column("amount");
    assertThat(Losses.note(own, numbers(1, 2, 3)))
        .isEqualTo(new DerivedNote.CostColumn("amount", true));
    assertThat(Losses.note(own, texts("1", "2", "3")))
        .isEqualTo(new DerivedNote.CostColumn("amount", false));
  }
}

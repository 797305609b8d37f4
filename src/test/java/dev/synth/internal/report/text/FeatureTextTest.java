package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.features.Feature;
import dev.synth.features.FeatureOptions;
import dev.synth.features.Window;
import dev.synth.internal.features.FeatureColumns;
import dev.synth.internal.features.FeatureMachine;
import dev.synth.internal.features.Recomputation;
import dev.synth.internal.features.rows.FeatureDefinition;
import dev.synth.internal.features.rows.FeatureTable;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureTextTest {
  private static FeatureTable made(int windows) {
    List<Window> over = List.of(Window.parse("1d").orElseThrow(), Window.parse("7d").orElseThrow());
    FeatureOptions options =
        new FeatureOptions(
            "id",
            null,
            null,
            Duration.ZERO,
            null,
            null,
            null,
            Map.of("card", List.of(new Feature.Count(over.subList(0, windows)))));
    Table rows =
        new Table(
            new Schema(
                List.of(
                    new Column("id", new ColumnType.Identifier()),
                    new Column("at", ColumnType.Timestamp.defaults()),
                    new Column("card", new ColumnType.Identifier()))),
            List.of(
                new Cells.Texts(List.of("1"), new BitSet()),
                new Cells.Instants(new long[1], new BitSet()),
                new Cells.Texts(List.of("c"), new BitSet())));
    return FeatureTable.of(
        new LabelledTable(rows, new BitSet(), new Label("fraud", "1", "0", 1)),
        FeatureDefinition.of(options, "at"));
  }

  @Test
  void tellsHowManyColumnsAndThatTheyWereComputedAnew() {
    assertThat(FeatureText.notes(made(2), 50))
        .containsExactly(
            "features: 2 columns are made of the rows before each row; 50 rows, computed anew from"
                + " these rows alone, have the same bits");
    assertThat(FeatureText.notes(made(1), 1))
        .containsExactly(
            "features: one column is made of the rows before each row; one row, computed anew from"
                + " these rows alone, has the same bits");
  }

  @Test
  void tellsWhichRowsHaveNone() {
    FeatureTable made = made(1);
    FeatureMachine.Counts counts = new FeatureMachine.Counts(9000, 12, 1200, 0, 0);
    FeatureColumns columns = new FeatureColumns(made.columns().values(), counts, 3);
    assertThat(FeatureText.notes(new FeatureTable(made.definition(), made.history(), columns), 50))
        .hasSize(4)
        .contains(
            "features: 1,200 of the rows arrived later than 'lateness' allows: no features, not"
                + " looked at",
            "features: 12 of the rows have the event id of another row: they count once",
            "features: 3 of the rows have no time: no features, not looked at");
  }

  @Test
  void aColumnThatLooksAheadIsToldByItsFirstRow() {
    assertThat(FeatureText.leak(new Recomputation.Difference(6, "card_count_1d", 2, 3)))
        .isEqualTo(
            "features: row 7 has 3.0 in 'card_count_1d', but the rows before it give 2.0; the"
                + " column looks ahead");
    assertThat(FeatureText.leak(new Recomputation.Difference(0, "x", Double.NaN, 0.5)))
        .contains("row 1 has 0.5 in 'x', but the rows before it give nothing;");
  }
}

package dev.synth.internal.features.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.features.Feature;
import dev.synth.features.FeatureOptions;
import dev.synth.features.Window;
import dev.synth.internal.features.FeatureColumns;
import dev.synth.internal.features.FeatureMachine;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.reading.DerivedNote;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureTableTest {
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
    assertThat(made(2).notes(50)).containsExactly(new DerivedNote.Features(2, 50));
  }

  @Test
  void tellsWhichRowsHaveNone() {
    FeatureTable made = made(1);
    FeatureMachine.Counts counts = new FeatureMachine.Counts(9000, 12, 1200, 0, 0);
    FeatureColumns columns = new FeatureColumns(made.columns().values(), counts, 3);
    assertThat(new FeatureTable(made.definition(), made.history(), columns).notes(50))
        .hasSize(4)
        .contains(
            new DerivedNote.LateRows(1200),
            new DerivedNote.RepeatedEvents(12),
            new DerivedNote.UntimedRows(3));
  }
}

package dev.synth.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DriftFinderTest {
  private static final int ROWS = 1_000;

  /** A step that counts, noise, a number that moves by one deviation, and a level that comes up. */
  private static Table table() {
    RandomStream stream = new Seeds(4).stream("rows");
    double[][] values = new double[3][ROWS];
    List<@Nullable String> levels = new ArrayList<>();
    List<@Nullable String> many = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      boolean isLate = row >= ROWS / 2;
      values[0][row] = row;
      values[1][row] = stream.nextGaussian();
      values[2][row] = stream.nextGaussian() + (isLate ? 1 : 0);
      levels.add(stream.nextDouble() < (isLate ? 0.6 : 0.2) ? "new" : "old");
      many.add("n" + stream.nextInt(400));
    }
    return new Table(
        new Schema(
            List.of(
                new Column("step", ColumnType.Numeric.UNBOUNDED),
                new Column("noise", ColumnType.Numeric.UNBOUNDED),
                new Column("moves", ColumnType.Numeric.UNBOUNDED),
                new Column("level", new ColumnType.Categorical()),
                new Column("name", new ColumnType.Categorical()))),
        List.of(
            new Cells.Numbers(values[0]),
            new Cells.Numbers(values[1]),
            new Cells.Numbers(values[2]),
            Cells.Levels.of(levels),
            Cells.Levels.of(many)));
  }

  @Test
  void whatMovesIsToldAndWhatDoesNotIsNot() {
    DriftProfile drift = DriftFinder.find(table(), "step", null).orElseThrow();

    assertThat(drift.columns())
        .extracting(DriftProfile.ColumnDrift::column)
        .containsExactlyInAnyOrder("moves", "level");
    assertThat(drift.rateChange()).isNull();
    assertThat(drift.stretches()).hasSize(10).allMatch(stretch -> stretch.rows() == 100);
  }

  /** 10 and 40 of 500: p = .05, and .06 / √(.05 · .95 · 2/500) = 4.353. */
  @Test
  void theShareOfRareRowsIsCompared() {
    BitSet rare = new BitSet();
    rare.set(0, 10);
    rare.set(500, 540);
    DriftProfile drift = DriftFinder.find(table(), "step", rare).orElseThrow();

    assertThat(drift.rateChange()).isCloseTo(4.353, offset(0.001));
    assertThat(drift.rateChanges()).isTrue();
  }

  @Test
  void withoutDifferentTimesThereIsNoDrift() {
    Table still = table().rows(new int[60]);

    assertThat(DriftFinder.find(still, "step", null)).isEmpty();
  }
}

package dev.synth.internal.generate.smote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.generate.SmoteOptions;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.generate.mixed.NeighbourSearch;
import dev.synth.internal.generate.mixed.RowDistance;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CircularSmoteTest {
  private static final long MINUTE = 60_000_000L;

  private static Table clock(long... minutes) {
    long[] micros = new long[minutes.length];
    for (int row = 0; row < micros.length; row++) {
      micros[row] = minutes[row] * MINUTE;
    }
    return new Table(
        new Schema(List.of(new Column("t", new ColumnType.TimeOfDay()))),
        List.of(new Cells.Instants(micros, new BitSet())));
  }

  @Test
  void theNearestTimeMayLieBeyondMidnight() {
    // 23:50, 0:10, 22:00 and 12:00
    MixedRows rows = MixedRows.of(clock(1_430, 10, 1_320, 720));
    int[][] nearest =
        new NeighbourSearch(rows, RowDistance.fit(rows, false)).ofEach(1, new Cancellation());
    assertThat(nearest[0]).containsExactly(1);
    assertThat(nearest[1]).containsExactly(0);
    assertThat(nearest[2]).containsExactly(0);
    assertThat(nearest[3]).containsExactly(2);
  }

  @Test
  void drawsGoTheShorterWayRound() {
    Table drawn =
        Generators.trainer(new SmoteOptions(1, false))
            .fit(Rows.training(clock(1_410, 30, 720, 730), 2), Context.quiet(1))
            .sample(500, Context.quiet(1));
    Cells.Instants times = (Cells.Instants) drawn.cells("t");
    int before = 0;
    for (int row = 0; row < 500; row++) {
      long minute = times.value(row) / MINUTE;
      assertThat(times.value(row) % MINUTE).isZero(); // as all times of the training rows
      assertThat(minute >= 1_410 || minute <= 30).as("minute " + minute).isTrue();
      before += minute >= 1_410 ? 1 : 0;
    }
    // Half of 500 with a standard error of 11; 0:00 itself counts as after.
    assertThat(before).isBetween(150, 300);
  }
}

package dev.synth.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.table.Cells;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ColumnSummaryTest {
  private static BitSet first() {
    BitSet missing = new BitSet();
    missing.set(0);
    return missing;
  }

  @Test
  void summarisesNumbers() {
    assertThat(ColumnSummary.of(new Cells.Numbers(new double[] {99, 1.25, -3, 1.25}, first())))
        .isEqualTo(new ColumnSummary.Numbers(3, 1, -3, 1.25, 2, OptionalInt.of(2)));
    assertThat(ColumnSummary.of(new Cells.Numbers(0.0, -0.0)))
        .isEqualTo(new ColumnSummary.Numbers(2, 0, 0, 0, 1, OptionalInt.of(0)));
    assertThat(ColumnSummary.of(new Cells.Numbers(1 / 3.0)))
        .isEqualTo(new ColumnSummary.Numbers(1, 0, 1 / 3.0, 1 / 3.0, 1, OptionalInt.empty()));
    assertThat(ColumnSummary.of(new Cells.Numbers(new double[] {5}, first())))
        .isEqualTo(new ColumnSummary.Numbers(0, 1, Double.NaN, Double.NaN, 0, OptionalInt.of(0)));
  }

  @Test
  void summarisesLevelsInTheirOrder() {
    ColumnSummary summary = ColumnSummary.of(Cells.Levels.of(Arrays.asList("b", null, "a", "b")));
    assertThat(summary).isEqualTo(new ColumnSummary.Levels(3, 1, Map.of("a", 1, "b", 2)));
    assertThat(((ColumnSummary.Levels) summary).counts().keySet()).containsExactly("a", "b");
    assertThat(summary.distinct()).isEqualTo(2);
  }

  @Test
  void summarisesTimes() {
    long day = 86_400_000_000L;
    assertThat(ColumnSummary.of(new Cells.Instants(new long[] {0, 2 * day, day}, first())))
        .isEqualTo(new ColumnSummary.Instants(2, 1, day, 2 * day, 2, day));
    assertThat(ColumnSummary.of(new Cells.Instants(new long[] {-60_000_000, day}, new BitSet())))
        .isEqualTo(new ColumnSummary.Instants(2, 0, -60_000_000, day, 2, 60_000_000));
  }

  @Test
  void summarisesNames() {
    assertThat(ColumnSummary.of(new Cells.Texts(List.of("x", "a", "a"), first())))
        .isEqualTo(new ColumnSummary.Texts(2, 1, 1));
  }
}

package dev.synth.internal.generate.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.internal.generate.smote.Rows;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RowDistanceTest {
  private static final double NAN = Double.NaN;
  private static final double DAY = 86_400e6;

  /** The rows F1, F2 and F3 of Chawla et al. (2002), section 6.1. */
  @Test
  void isThePapersExample() {
    Table table =
        Rows.sideBySide(
            Rows.numbers(new double[] {1, 2, 3}, new double[] {4, 6, 5}, new double[] {3, 5, 6}),
            Rows.letters("ABC", "ADE", "ABK"));
    // Variances 42/27, 78/27 and 42/27 (numpy.var): the median deviation squared is 42/27.
    double median = 42 / 27.0;
    assertThat(squared(table, 0, 1, false)).isCloseTo(9 + 16 + 4 + 2 * median, within(1e-12));
    assertThat(squared(table, 0, 2, false)).isCloseTo(4 + 9 + 9 + median, within(1e-12));
  }

  @Test
  void countsInStandardDeviationsOnRequest() {
    Table table =
        Rows.sideBySide(
            Rows.numbers(new double[] {0, 5}, new double[] {20, 5}, new double[] {10, 5}),
            Rows.letters("A", "B", "A"));
    // Variance 200/3; the other column has none and its deviation of 0 is below the median of .5.
    assertThat(squared(table, 0, 1, true)).isCloseTo(400 / (200 / 3.0) + .25, within(1e-12));
    assertThat(squared(table, 0, 2, true)).isCloseTo(100 / (200 / 3.0), within(1e-12));
  }

  @Test
  void putsAMissingNumberOneDeviationAway() {
    Table table =
        Rows.numbers(
            new double[] {0, NAN}, new double[] {4, 1}, new double[] {0, NAN}, new double[] {4, 5});
    // The present numbers 1 and 5 of the second column have the variance 4.
    assertThat(squared(table, 0, 1, false)).isEqualTo(16 + 4);
    assertThat(squared(table, 0, 2, false)).isZero();
  }

  @Test
  void countsCategoriesWhereNoNumberVaries() {
    assertThat(squared(Rows.letters("AB", "AC", "DE"), 0, 1, false)).isEqualTo(1);
    assertThat(squared(Rows.letters("AB", ".C", "DE"), 0, 1, false)).isEqualTo(2);
  }

  @Test
  void countsTimesInDays() {
    Table table =
        new Table(
            new Schema(List.of(new Column("t", new ColumnType.Timestamp(false)))),
            List.of(new Cells.Instants(new long[] {0, (long) (3 * DAY)}, new BitSet())));
    assertThat(squared(table, 0, 1, false)).isEqualTo(9);
  }

  private static double squared(Table table, int a, int b, boolean standardise) {
    MixedRows rows = MixedRows.of(table);
    RowDistance distance = RowDistance.fit(rows, standardise);
    double squared = distance.squared(rows, a, rows, b, Double.POSITIVE_INFINITY);
    assertThat(distance.squared(rows, b, rows, a, Double.POSITIVE_INFINITY)).isEqualTo(squared);
    assertThat(distance.squared(rows, a, rows, b, squared)).isGreaterThanOrEqualTo(squared);
    return squared;
  }
}

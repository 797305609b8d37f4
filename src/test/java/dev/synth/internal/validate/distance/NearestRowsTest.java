package dev.synth.internal.validate.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Cancellation;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.TestSamples;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("ArgumentSelectionDefectChecker")
final class NearestRowsTest {
  private static final double ROUNDING = 1e-14;
  private static final double GAP = Double.NaN;
  private static final Cancellation NEVER = new Cancellation();

  @Test
  void distanceEqualsItsDefinition() {
    // The 5 % and 95 % quantiles of 0, 10, 20, 30, 40 are 2 and 38, so the spread is 36.
    Sample sample =
        TestSamples.rows()
            .numbers("x", 0, 10, 20, 30, 40)
            .levels("y", "abab.")
            .numbers("z", 1, 1, 1, 1, GAP)
            .sample();
    GowerRows rows = new GowerSpace(sample).rows(sample);
    // Rows 0 and 1: 10/36, other level, same constant. Rows 0 and 2: 20/36, same, same.
    assertThat(rows.distance(0, rows, 1)).isCloseTo((10.0 / 36 + 1) / 3, within(ROUNDING));
    assertThat(rows.distance(0, rows, 2)).isCloseTo(20.0 / 36 / 3, within(ROUNDING));
    // Rows 0 and 4: further than the spread, and a cell is missing twice.
    assertThat(rows.distance(0, rows, 4)).isEqualTo(1);
    assertThat(rows.distance(4, rows, 4)).isZero();
    NearestRows nearest = NearestRows.among(rows, 2, NEVER);
    assertThat(nearest.row(0, 0)).isEqualTo(2);
    assertThat(nearest.distance(0, 1)).isCloseTo((10.0 / 36 + 1) / 3, within(ROUNDING));
  }

  @Test
  void aDayIsACircle() {
    // Cut at 22:00 the hours are 0, 1, 2, 3, 4, whose 5 % and 95 % quantiles are 0.2 and 3.8.
    TestSamples real = TestSamples.rows().clock("t", 0, 23, 1, 22, 2, GAP);
    TestSamples other = TestSamples.rows().clock("t", 21, 3, 12, GAP, 0, 23);
    GowerSpace space = new GowerSpace(real.besides(other));
    GowerRows realRows = space.rows(real.besides(other));
    GowerRows otherRows = space.rows(real.sample(other));
    assertThat(realRows.distance(0, realRows, 1)).isCloseTo(1 / 3.6, within(ROUNDING));
    assertThat(realRows.distance(1, realRows, 2)).isCloseTo(2 / 3.6, within(ROUNDING));
    assertThat(otherRows.distance(0, realRows, 3)).isCloseTo(1 / 3.6, within(ROUNDING));
    assertThat(otherRows.distance(0, realRows, 1)).isCloseTo(2 / 3.6, within(ROUNDING));
    assertThat(otherRows.distance(2, realRows, 0)).isEqualTo(1);
    assertThat(otherRows.distance(3, realRows, 5)).isZero();
    assertThat(otherRows.distance(3, realRows, 0)).isEqualTo(1);
    NearestRows nearest = NearestRows.of(otherRows, realRows, 1, NEVER);
    assertThat(nearest.row(0, 0)).isEqualTo(3);
    assertThat(nearest.distance(0, 0)).isCloseTo(1 / 3.6, within(ROUNDING));
    assertThat(nearest.row(3, 0)).isEqualTo(5);
  }

  @Test
  void otherValuesOfAConstantColumnAreOneApart() {
    TestSamples real = TestSamples.rows().numbers("x", 7, 7, 7).levels("y", "abc");
    TestSamples other = TestSamples.rows().numbers("x", 7, 7.25, 8).levels("y", "aaa");
    GowerSpace space = new GowerSpace(real.besides(other));
    GowerRows realRows = space.rows(real.besides(other));
    GowerRows otherRows = space.rows(real.sample(other));
    assertThat(otherRows.distance(0, realRows, 0)).isZero();
    assertThat(otherRows.distance(1, realRows, 0)).isEqualTo(0.5);
    assertThat(otherRows.distance(1, otherRows, 2)).isEqualTo(0.5);
  }

  @Test
  void someRowsLookAmongTheOthers() {
    TestSamples numbers = TestSamples.rows().numbers("x", 0, 1, 3, 7).levels("y", "aaaa");
    Sample sample = numbers.sample();
    GowerSpace space = new GowerSpace(sample);
    NearestRows some =
        NearestRows.amongOthers(
            new int[] {3, 1},
            space.rows(sample.rows(new int[] {3, 1})),
            space.rows(sample),
            1,
            NEVER);
    assertThat(some.row(0, 0)).isEqualTo(2);
    assertThat(some.row(1, 0)).isEqualTo(0);
  }

  /** More rows than a tile, compared with a sort of all distances. */
  @Test
  void findsWhatASortOfAllDistancesFinds() {
    GowerRows rows = random(1_500, 1);
    NearestRows nearest = NearestRows.among(rows, 3, NEVER);
    for (int row = 0; row < rows.rowCount(); row += 97) {
      int query = row;
      double[] sorted =
          IntStream.range(0, rows.rowCount())
              .filter(other -> other != query)
              .mapToDouble(other -> rows.distance(query, rows, other))
              .sorted()
              .toArray();
      for (int rank = 0; rank < 3; rank++) {
        assertThat(nearest.distance(row, rank)).isCloseTo(sorted[rank], within(1e-6)); // float
      }
    }
  }

  @Test
  void crossingEqualsItsDefinition() {
    GowerRows first = random(1_300, 1);
    GowerRows second = random(1_100, 2);
    NearestRows amongFirst = NearestRows.among(first, 5, NEVER);
    NearestRows amongSecond = NearestRows.among(second, 5, NEVER);
    Crossing crossing = Crossing.of(first, amongFirst, second, amongSecond, NEVER);
    int balls = 0;
    int expectedBalls = 0;
    for (int row = 0; row < second.rowCount(); row++) {
      balls += crossing.ballsAround(row);
      for (int other = 0; other < first.rowCount(); other++) {
        boolean inside = first.distance(other, second, row) <= amongFirst.distance(other, 4);
        expectedBalls += inside ? 1 : 0;
      }
    }
    assertThat(balls).isEqualTo(expectedBalls);
    NearestRows cross = NearestRows.of(second, first, 1, NEVER);
    NearestRows back = NearestRows.of(first, second, 1, NEVER);
    for (int row = 0; row < second.rowCount(); row++) {
      assertThat(crossing.nearestFirst(row)).isEqualTo(cross.row(row, 0));
    }
    for (int row = 0; row < first.rowCount(); row++) {
      assertThat(crossing.nearestSecond(row)).isEqualTo(back.row(row, 0));
      int query = row;
      assertThat(crossing.inSecondBall(row))
          .isEqualTo(
              IntStream.range(0, second.rowCount())
                  .anyMatch(
                      other ->
                          second.distance(other, first, query) <= amongSecond.distance(other, 4)));
    }
  }

  /** 8,000 rows are enough for threads; each row's answer must not depend on them. */
  @Test
  void manyRowsGiveTheSameAsFew() {
    GowerRows rows = random(8_000, 3);
    GowerRows few = random(40, 4);
    NearestRows all = NearestRows.among(rows, 1, NEVER);
    NearestRows some = NearestRows.of(few, rows, 1, NEVER);
    Crossing crossing = Crossing.of(rows, all, rows, all, NEVER);
    int[] nearest = IntStream.range(0, 8_000).map(crossing::nearestFirst).toArray();
    assertThat(nearest).isEqualTo(IntStream.range(0, 8_000).toArray()); // itself
    assertThat(IntStream.range(0, 8_000).map(crossing::nearestSecond).toArray()).isEqualTo(nearest);
    for (int row = 0; row < 40; row++) {
      int query = row;
      double least =
          IntStream.range(0, 8_000)
              .mapToDouble(other -> few.distance(query, rows, other))
              .min()
              .orElseThrow();
      assertThat(some.distance(row, 0)).isCloseTo(least, within(1e-6)); // single precision
    }
  }

  @Test
  void refusesMoreNeighboursThanThereAre() {
    GowerRows rows = random(5, 1);
    assertThatThrownBy(() -> NearestRows.among(rows, 5, NEVER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the 5 nearest of 4 rows");
  }

  private static GowerRows random(int count, long seed) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[][] numbers = new double[5][count];
    StringBuilder letters = new StringBuilder();
    for (int row = 0; row < count; row++) {
      for (double[] column : numbers) {
        column[row] = stream.nextDouble() < 0.05 ? GAP : stream.nextGaussian();
      }
      letters.append((char) ('a' + stream.nextInt(4)));
    }
    TestSamples rows = TestSamples.rows().levels("level", letters.toString());
    // the spread and levels of one fixed sample, so that all rows share a space
    double[] scale = Arrays.stream(new double[21]).toArray();
    Arrays.setAll(scale, i -> (i - 10) / 5.0);
    TestSamples space = TestSamples.rows().levels("level", "abcdabcdabcdabcdabcda");
    for (int column = 0; column < numbers.length; column++) {
      rows.numbers("x" + column, numbers[column]);
      space.numbers("x" + column, scale);
    }
    return new GowerSpace(space.besides(rows)).rows(space.sample(rows));
  }
}

package dev.synth.internal.generate.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Cancellation;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.generate.smote.Rows;
import dev.synth.table.Table;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NeighbourSearchTest {
  @Test
  void findsTheNearestFirstAndNeverTheRowItself() {
    int[][] neighbours = neighbours(Rows.numbers(new double[][] {{0}, {1}, {3}, {7}, {7}}), 2);
    assertThat(neighbours).isDeepEqualTo(new int[][] {{1, 2}, {0, 2}, {1, 0}, {4, 2}, {3, 2}});
  }

  @Test
  void takesTheFirstOfEquallyNearRows() {
    int[][] neighbours = neighbours(Rows.numbers(new double[][] {{0}, {1}, {-1}, {1}, {-1}}), 3);
    assertThat(neighbours[0]).containsExactly(1, 2, 3);
  }

  @Test
  void takesAllOthersWhereTheyAreFewer() {
    assertThat(neighbours(Rows.numbers(new double[][] {{0}, {1}, {5}}), 5))
        .isDeepEqualTo(new int[][] {{1, 2}, {0, 2}, {1, 0}});
    assertThat(neighbours(Rows.numbers(new double[][] {{4}}), 5)).isDeepEqualTo(new int[][] {{}});
  }

  /** Against sorting all rows. */
  @Test
  void agreesWithSorting() {
    RandomStream stream = new Seeds(3).stream("rows");
    double[][] values = new double[80][4];
    for (double[] row : values) {
      for (int i = 0; i < row.length; i++) {
        row[i] = i == 3 ? stream.nextInt(3) : stream.nextGaussian();
      }
    }
    int[][] neighbours = neighbours(Rows.numbers(values), 7);
    for (int row = 0; row < values.length; row++) {
      double[] own = values[row];
      int excluded = row;
      int[] sorted =
          IntStream.range(0, values.length)
              .filter(other -> other != excluded)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer other) -> squared(own, values[other])))
              .limit(7)
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(neighbours[row]).isEqualTo(sorted);
    }
  }

  private static double squared(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum();
  }

  private static int[][] neighbours(Table table, int count) {
    MixedRows rows = MixedRows.of(table);
    return new NeighbourSearch(rows, RowDistance.fit(rows, false))
        .ofEach(count, new Cancellation());
  }
}

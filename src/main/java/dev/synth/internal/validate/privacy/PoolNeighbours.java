package dev.synth.internal.validate.privacy;

import dev.synth.base.Context;
import dev.synth.internal.validate.distance.GowerSpace;
import dev.synth.internal.validate.distance.NearestRows;
import dev.synth.internal.validate.metric.Sample;
import java.util.Arrays;

/** The nearest pool rows of some synthetic rows, by {@link GowerSpace}. */
final class PoolNeighbours {
  /**
   * The number of neighbours: two of each half of the pool are not among them with probability
   * 2·25/2²⁴.
   */
  private static final int NEAREST = 24;

  /** More rows make a share's error no smaller than 1 %. */
  private static final int MOST_SYNTHETIC = 2_000;

  private final int[][] rows;
  private final double[][] distances;

  private PoolNeighbours(int[][] rows, double[][] distances) {
    this.rows = rows;
    this.distances = distances;
  }

  static PoolNeighbours of(Sample training, Sample synthetic, Pool pool, Context context) {
    GowerSpace space = new GowerSpace(training);
    int[] order = context.seeds().stream("pool/synthetic").permutation(synthetic.rowCount());
    int count = Math.min(order.length, MOST_SYNTHETIC);
    int kept = Math.min(NEAREST, pool.rows().rowCount());
    NearestRows nearest =
        NearestRows.of(
            space.rows(synthetic.rows(Arrays.copyOf(order, count))),
            space.rows(pool.rows()),
            kept,
            context.cancellation());
    int[][] rows = new int[count][kept];
    double[][] distances = new double[count][kept];
    for (int i = 0; i < count; i++) {
      for (int rank = 0; rank < kept; rank++) {
        rows[i][rank] = nearest.row(i, rank);
        distances[i][rank] = nearest.distance(i, rank);
      }
    }
    return new PoolNeighbours(rows, distances);
  }

  /** Returns the share of synthetic rows whose nearest pool row is in a set; ties count in part. */
  double shareNearest(boolean[] set) {
    double share = 0;
    for (int i = 0; i < rows.length; i++) {
      int tied = 0;
      int inSet = 0;
      while (tied < rows[i].length && distances[i][tied] == distances[i][0]) {
        inSet += set[rows[i][tied]] ? 1 : 0;
        tied++;
      }
      share += (double) inSet / tied;
    }
    return share / rows.length;
  }

  /**
   * Returns the mean over synthetic rows of the distance to the nearest row of a set over that to
   * the second nearest, 1 where both are 0.
   */
  double meanRatio(boolean[] set, boolean wanted) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      double first = Double.NaN;
      double second = Double.NaN;
      for (int j = 0; j < rows[i].length && Double.isNaN(second); j++) {
        if (set[rows[i][j]] == wanted) {
          second = Double.isNaN(first) ? second : distances[i][j];
          first = Double.isNaN(first) ? distances[i][j] : first;
        }
      }
      if (!Double.isNaN(second)) {
        sum += second > 0 ? first / second : 1;
        count++;
      }
    }
    return sum / count;
  }
}

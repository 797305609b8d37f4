package dev.synth.internal.validate;

import dev.synth.base.Seeds;
import dev.synth.internal.validate.metric.Metric;
import java.util.Arrays;

/**
 * The rows of each draw, the same for every metric, so that one knows how metrics move together: in
 * draw d, h real rows and h other real rows.
 *
 * <p>A metric that takes fewer rows takes the first ones.
 */
final class Halves {
  /** No draw holds more rows a side. */
  private static final int MOST_ROWS = 10_000;

  private final int half;
  private final int rowCount;
  private final Seeds seeds;
  private final int[][] orders = new int[Metric.MetricProtocol.DRAWS][];

  /**
   * Draws of some rows.
   *
   * @param real how many real rows there are
   * @param synthetic how many synthetic rows there are
   */
  Halves(int real, int synthetic, Seeds seeds) {
    this.rowCount = real;
    this.half = Math.min(Math.min(real / 2, synthetic), MOST_ROWS);
    this.seeds = seeds;
  }

  /** Returns h, or a metric's limit where that is less. */
  int size(int limit) {
    return Math.min(half, limit);
  }

  /** Returns a draw's real rows. */
  int[] one(int draw, int limit) {
    return Arrays.copyOf(order(draw), size(limit));
  }

  /** Returns a draw's other real rows. */
  int[] other(int draw, int limit) {
    return Arrays.copyOfRange(order(draw), half, half + size(limit));
  }

  private int[] order(int draw) {
    int[] known = orders[draw];
    if (known == null) {
      int[] all = seeds.stream("draw/" + draw).permutation(rowCount);
      known = Arrays.copyOf(all, 2 * half);
      orders[draw] = known;
    }
    return known;
  }
}

package dev.synth.internal.validate.distance;

import dev.synth.base.Cancellation;
import java.util.Arrays;
import java.util.List;

/**
 * The relation of two samples to each other's neighbourhoods, from one pass over all pairs.
 *
 * <p>A row's ball reaches to its k-th nearest other row of the same sample, and holds the rows at
 * that distance.
 */
public final class Crossing {
  private final int[] ballsAround;
  private final int[] nearestFirst;
  private final int[] nearestSecond;
  private final boolean[] inSecondBall;
  private final float[] leastSoFar;

  private Crossing(int first, int second) {
    ballsAround = new int[second];
    nearestFirst = new int[second];
    nearestSecond = new int[first];
    inSecondBall = new boolean[first];
    leastSoFar = new float[first];
    Arrays.fill(leastSoFar, Float.POSITIVE_INFINITY);
  }

  /**
   * Sets the rows of two samples beside each other.
   *
   * @param first the balls of the first sample's rows, from {@link NearestRows#among}
   * @param second the same of the second
   */
  public static Crossing of(
      GowerRows firstRows,
      NearestRows first,
      GowerRows secondRows,
      NearestRows second,
      Cancellation cancellation) {
    Crossing crossing = new Crossing(firstRows.rowCount(), secondRows.rowCount());
    float[][] radii = tiles(firstRows, first.sums(first.k() - 1));
    float[] secondRadii = second.sums(second.k() - 1);
    List<Side> sides =
        Chunks.map(
            secondRows.rowCount(),
            firstRows.rowCount(),
            cancellation,
            (from, to) -> {
              Side side = new Side(firstRows);
              for (int row = from; row < to; row++) {
                crossing.visit(row, secondRows.floats(row), secondRadii[row], radii, side);
              }
              return side;
            });
    sides.forEach(crossing::add);
    return crossing;
  }

  private static float[][] tiles(GowerRows rows, float[] values) {
    float[][] tiles = new float[rows.tileCount()][];
    for (int tile = 0; tile < tiles.length; tile++) {
      int first = tile * GowerRows.TILE_ROWS;
      tiles[tile] = Arrays.copyOfRange(values, first, first + rows.tileSize(tile));
    }
    return tiles;
  }

  /** The results that a range of second rows gives for the first ones. */
  private static final class Side {
    private final GowerRows rows;
    private final float[][] least;
    private final int[] nearest;
    private final boolean[] inBall;
    private final float[] buffer = new float[GowerRows.TILE_ROWS];

    Side(GowerRows rows) {
      this.rows = rows;
      float[] infinite = new float[rows.rowCount()];
      Arrays.fill(infinite, Float.POSITIVE_INFINITY);
      this.least = tiles(rows, infinite);
      this.nearest = new int[rows.rowCount()];
      this.inBall = new boolean[rows.rowCount()];
    }
  }

  private void visit(int row, float[] query, float radius, float[][] radii, Side side) {
    float best = Float.POSITIVE_INFINITY;
    for (int tile = 0; tile < radii.length; tile++) {
      float[] sums = side.buffer;
      int size = side.rows.tileSize(tile);
      int first = tile * GowerRows.TILE_ROWS;
      side.rows.sums(query, tile, sums);
      float least = NearestRows.least(sums, size);
      if (least < best) {
        best = least;
        nearestFirst[row] = first + positionOf(least, sums);
      }
      if (reaches(sums, radii[tile], size)) {
        ballsAround[row] += count(sums, radii[tile], size);
      }
      if (reaches(sums, side.least[tile], size)) {
        lower(sums, side, tile, row);
      }
      for (int i = 0; i < size && least <= radius; i++) {
        side.inBall[first + i] |= sums[i] <= radius;
      }
    }
  }

  private static int positionOf(float value, float[] sums) {
    int i = 0;
    while (sums[i] != value) {
      i++;
    }
    return i;
  }

  /** Returns whether any number is at most its limit; a loop that the JVM vectorises. */
  private static boolean reaches(float[] sums, float[] limits, int size) {
    float least = Float.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      least = Math.min(least, sums[i] - limits[i]);
    }
    return least <= 0;
  }

  private static int count(float[] sums, float[] limits, int size) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += sums[i] <= limits[i] ? 1 : 0;
    }
    return count;
  }

  private static void lower(float[] sums, Side side, int tile, int row) {
    float[] least = side.least[tile];
    for (int i = 0; i < least.length; i++) {
      if (sums[i] < least[i]) {
        least[i] = sums[i];
        side.nearest[tile * GowerRows.TILE_ROWS + i] = row;
      }
    }
  }

  /** Puts a range's results to those before it; equal distances go to the earlier row. */
  private void add(Side side) {
    for (int tile = 0; tile < side.least.length; tile++) {
      for (int i = 0; i < side.least[tile].length; i++) {
        int row = tile * GowerRows.TILE_ROWS + i;
        inSecondBall[row] |= side.inBall[row];
        if (side.least[tile][i] < leastSoFar[row]) {
          leastSoFar[row] = side.least[tile][i];
          nearestSecond[row] = side.nearest[row];
        }
      }
    }
  }

  /** Returns in how many balls of the first sample a row of the second lies. */
  public int ballsAround(int second) {
    return ballsAround[second];
  }

  /** Returns the row of the first sample that is nearest to a row of the second. */
  public int nearestFirst(int second) {
    return nearestFirst[second];
  }

  /** Returns the row of the second sample that is nearest to a row of the first. */
  public int nearestSecond(int first) {
    return nearestSecond[first];
  }

  /** Returns whether a row of the first sample lies in any ball of the second. */
  public boolean inSecondBall(int first) {
    return inSecondBall[first];
  }
}

package dev.synth.internal.validate.distance;

import dev.synth.base.Cancellation;
import dev.synth.internal.base.PlainText;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * For each of some rows the nearest among others, found by looking at every pair.
 *
 * <p>An index would not help: in tens of columns the triangle inequality rules hardly anything out,
 * and a tile of rows costs a few nanoseconds each. Neighbours are ordered by distances in single
 * precision (relative error about 1e-6), equal ones by row number; {@link #distance} is exact.
 */
public final class NearestRows {
  private final GowerRows queries;
  private final GowerRows candidates;
  private final int[][] index;
  private final float[][] sums;

  private NearestRows(GowerRows queries, GowerRows candidates, int[][] index, float[][] sums) {
    this.queries = queries;
    this.candidates = candidates;
    this.index = index;
    this.sums = sums;
  }

  /**
   * Finds each row's k nearest among the others of the same rows.
   *
   * @param k at least 1, below the number of rows
   */
  public static NearestRows among(GowerRows rows, int k, Cancellation cancellation) {
    return find(rows, rows, k, row -> row, cancellation);
  }

  /**
   * Finds some rows' k nearest among the others of the same rows.
   *
   * @param chosen the rows that look, by number
   * @param queries the same rows, encoded
   * @param k at least 1, below the number of rows
   */
  public static NearestRows amongOthers(
      int[] chosen, GowerRows queries, GowerRows rows, int k, Cancellation cancellation) {
    return find(queries, rows, k, query -> chosen[query], cancellation);
  }

  /**
   * Finds each row's k nearest among other rows of the same space.
   *
   * @param k at least 1, at most the number of candidates
   */
  public static NearestRows of(
      GowerRows queries, GowerRows candidates, int k, Cancellation cancellation) {
    return find(queries, candidates, k, query -> -1, cancellation);
  }

  private static NearestRows find(
      GowerRows queries,
      GowerRows candidates,
      int k,
      IntUnaryOperator left,
      Cancellation cancellation) {
    boolean leaves = queries.rowCount() > 0 && left.applyAsInt(0) >= 0;
    int there = candidates.rowCount() - (leaves ? 1 : 0);
    if (k < 1 || k > there) {
      throw new IllegalArgumentException(PlainText.of("the %d nearest of %d rows", k, there));
    }
    int[][] index = new int[queries.rowCount()][];
    float[][] sums = new float[queries.rowCount()][];
    Chunks.map(
        queries.rowCount(),
        candidates.rowCount(),
        cancellation,
        (from, to) -> {
          float[] buffer = new float[GowerRows.TILE_ROWS];
          for (int row = from; row < to; row++) {
            Best best = new Best(k);
            best.search(queries.floats(row), candidates, left.applyAsInt(row), buffer);
            index[row] = best.index;
            sums[row] = best.sums;
          }
          return to;
        });
    return new NearestRows(queries, candidates, index, sums);
  }

  /** The nearest so far, in ascending order. */
  private static final class Best {
    private final int[] index;
    private final float[] sums;

    Best(int k) {
      index = new int[k];
      sums = new float[k];
      Arrays.fill(sums, Float.POSITIVE_INFINITY);
    }

    void search(float[] query, GowerRows candidates, int left, float[] buffer) {
      int last = sums.length - 1;
      for (int tile = 0; tile < candidates.tileCount(); tile++) {
        int size = candidates.tileSize(tile);
        candidates.sums(query, tile, buffer);
        if (left / GowerRows.TILE_ROWS == tile && left >= 0) {
          buffer[left % GowerRows.TILE_ROWS] = Float.POSITIVE_INFINITY;
        }
        if (!(least(buffer, size) < sums[last])) {
          continue;
        }
        for (int i = 0; i < size; i++) {
          if (buffer[i] < sums[last]) {
            insert(buffer[i], tile * GowerRows.TILE_ROWS + i);
          }
        }
      }
    }

    private void insert(float sum, int row) {
      int place = sums.length - 1;
      while (place > 0 && sums[place - 1] > sum) {
        sums[place] = sums[place - 1];
        index[place] = index[place - 1];
        place--;
      }
      sums[place] = sum;
      index[place] = row;
    }
  }

  /** Returns the smallest of the first numbers; a loop that the JVM vectorises. */
  static float least(float[] values, int count) {
    float least = Float.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      least = Math.min(least, values[i]);
    }
    return least;
  }

  /** Returns how many neighbours each row has. */
  public int k() {
    return sums.length == 0 ? 0 : sums[0].length;
  }

  /** Returns the row number of a row's neighbour; rank 0 is the nearest. */
  public int row(int query, int rank) {
    return index[query][rank];
  }

  /** Returns the exact distance of a row's neighbour, in [0, 1]; rank 0 is the nearest. */
  public double distance(int query, int rank) {
    return queries.distance(query, candidates, index[query][rank]);
  }

  /** Returns every row's distance to the neighbour of a rank, as sums in single precision. */
  float[] sums(int rank) {
    float[] column = new float[sums.length];
    for (int row = 0; row < column.length; row++) {
      column[row] = sums[row][rank];
    }
    return column;
  }
}

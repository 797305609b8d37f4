package dev.synth.internal.validate.distance;

import java.util.Arrays;

/**
 * Encoded rows of a {@link GowerSpace}, ready for comparing many with many.
 *
 * <p>They are held twice: column by column in double precision for exact distances, and in tiles of
 * {@value #TILE_ROWS} rows in single precision for finding neighbours. A tile's columns are arrays
 * of their own and four columns are added at a time, which is what the JVM turns into vector
 * instructions.
 */
public final class GowerRows {
  /** A tile of 32 columns takes 128 KiB, which fits a core's second-level cache. */
  static final int TILE_ROWS = 1_024;

  private static final int UNROLLED = 4;

  private final double[][] columns;
  private final double[] turns;
  private final boolean[] anyTurns;
  private final int rowCount;
  private final float[][][] tiles;
  private final int width;

  GowerRows(double[][] columns, double[] turns, int rowCount) {
    this.columns = columns;
    this.turns = turns;
    this.rowCount = rowCount;
    this.width = (columns.length + UNROLLED - 1) / UNROLLED * UNROLLED;
    this.anyTurns = new boolean[width / UNROLLED];
    for (int column = 0; column < columns.length; column++) {
      anyTurns[column / UNROLLED] |= turns[column] < Double.POSITIVE_INFINITY;
    }
    this.tiles = new float[(rowCount + TILE_ROWS - 1) / TILE_ROWS][width][];
    for (int tile = 0; tile < tiles.length; tile++) {
      int first = tile * TILE_ROWS;
      int size = Math.min(TILE_ROWS, rowCount - first);
      for (int column = 0; column < width; column++) {
        tiles[tile][column] = new float[size]; // columns beyond the last stay 0 and add nothing
        for (int i = 0; i < size && column < columns.length; i++) {
          tiles[tile][column][i] = (float) columns[column][first + i];
        }
      }
    }
  }

  /** Returns the number of rows. */
  public int rowCount() {
    return rowCount;
  }

  /** Returns the number of columns. */
  public int columnCount() {
    return columns.length;
  }

  /** Returns one encoded column; shared, not to be changed. */
  double[] column(int column) {
    return columns[column];
  }

  /** Returns the distance of a row to one of other rows of the same space, in [0, 1]. */
  public double distance(int row, GowerRows others, int other) {
    double sum = 0;
    for (int column = 0; column < columns.length; column++) {
      sum += part(column, columns[column][row], others.columns[column][other]);
    }
    return sum / columns.length;
  }

  /** Of missing cells and present ones, which are far more than a turn apart, it is 1. */
  private double part(int column, double one, double other) {
    double gap = Math.abs(one - other);
    return Math.min(1, Math.min(gap, Math.abs(turns[column] - gap)));
  }

  /** Returns the distances of a row's cell to the cells of other rows in one column, in [0, 1]. */
  public double[] cells(int column, int row, GowerRows others) {
    double cell = columns[column][row];
    double[] cells = new double[others.rowCount];
    for (int other = 0; other < cells.length; other++) {
      cells[other] = part(column, cell, others.columns[column][other]);
    }
    return cells;
  }

  int tileCount() {
    return tiles.length;
  }

  int tileSize(int tile) {
    return Math.min(TILE_ROWS, rowCount - tile * TILE_ROWS);
  }

  /** Returns a row's encoded cells in single precision, padded with zeros. */
  float[] floats(int row) {
    float[] cells = new float[width];
    for (int column = 0; column < width; column++) {
      cells[column] = tiles[row / TILE_ROWS][column][row % TILE_ROWS];
    }
    return cells;
  }

  /**
   * Sums the columns' distances of one row to all rows of a tile.
   *
   * @param query the row's cells as from {@link #floats}
   * @param sums receives one sum a row of the tile, in [0, columns], in the same order of addition
   *     whichever of two rows asks
   */
  void sums(float[] query, int tile, float[] sums) {
    int size = tileSize(tile);
    Arrays.fill(sums, 0, size, 0f);
    float[][] cells = tiles[tile];
    for (int column = 0; column < width; column += UNROLLED) {
      if (anyTurns[column / UNROLLED]) {
        for (int one = column; one < Math.min(column + UNROLLED, columns.length); one++) {
          addOne(query[one], cells[one], (float) turns[one], sums, size);
        }
      } else {
        addFour(query, cells, column, sums, size);
      }
    }
  }

  private static void addOne(float query, float[] cells, float turn, float[] sums, int size) {
    for (int i = 0; i < size; i++) {
      float gap = Math.abs(query - cells[i]);
      sums[i] += Math.min(1f, Math.min(gap, Math.abs(turn - gap)));
    }
  }

  private static void addFour(float[] query, float[][] cells, int column, float[] sums, int size) {
    float[] a = cells[column];
    float[] b = cells[column + 1];
    float[] c = cells[column + 2];
    float[] d = cells[column + 3];
    float p = query[column];
    float q = query[column + 1];
    float r = query[column + 2];
    float s = query[column + 3];
    for (int i = 0; i < size; i++) {
      sums[i] +=
          Math.min(1f, Math.abs(p - a[i]))
              + Math.min(1f, Math.abs(q - b[i]))
              + Math.min(1f, Math.abs(r - c[i]))
              + Math.min(1f, Math.abs(s - d[i]));
    }
  }
}

package dev.synth.internal.validate.plot;

import java.util.List;

/**
 * Rows on the two directions in which rare training rows vary most: principal components of their
 * scaled columns. Real rows are counted in square cells, of which those with fewer than five rows
 * are left out.
 *
 * @param axes the two directions
 * @param cell the side of a cell
 * @param real counted cells of rare training rows
 * @param realLeftOut how many rare training rows are in no such cell
 * @param majority counted cells of majority rows
 * @param majorityLeftOut how many majority rows are in no such cell
 * @param synthetic points of synthetic rows
 * @param rows points of rare training rows, where the user asked to be shown real rows
 */
public record MapPlot(
    List<Direction> axes,
    double cell,
    List<MapSquare> real,
    int realLeftOut,
    List<MapSquare> majority,
    int majorityLeftOut,
    List<List<Double>> synthetic,
    List<List<Double>> rows) {
  public MapPlot {
    axes = List.copyOf(axes);
    real = List.copyOf(real);
    majority = List.copyOf(majority);
    synthetic = synthetic.stream().map(List::copyOf).toList();
    rows = rows == null ? List.of() : rows.stream().map(List::copyOf).toList();
  }

  /**
   * A direction.
   *
   * @param explained its share of the variance, in [0, 1]
   * @param columns the columns that weigh most in it, the heaviest first
   */
  public record Direction(double explained, List<String> columns) {
    public Direction {
      columns = List.copyOf(columns);
    }
  }

  /**
   * The rows of a square cell.
   *
   * @param x the mean of its rows on the first axis, rounded to a tenth of a cell
   * @param y the same on the second axis
   * @param rows how many rows, at least five
   */
  public record MapSquare(double x, double y, int rows) {}
}

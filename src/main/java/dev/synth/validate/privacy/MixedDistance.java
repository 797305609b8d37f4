package dev.synth.validate.privacy;

import dev.synth.validate.Sample;
import dev.synth.validate.SampleColumn;
import java.util.Arrays;

/**
 * The distance of two rows of mixed columns, after Gower (1971): the mean over columns of
 *
 * <ul>
 *   <li>min(1, |a − b| / spread) for numbers, with the column's 5 %-to-95 % spread on rare training
 *       rows where Gower has the range, so that one huge amount doesn't flatten all others;
 *   <li>0 or 1 for equal or different levels, and for numbers in a column that was constant;
 *   <li>0 where both cells are missing, 1 where one is.
 * </ul>
 *
 * <p>In [0, 1]; 0 for equal rows.
 */
final class MixedDistance {
  private final int columns;
  private final double[] spreads;

  MixedDistance(Sample sample) {
    this.columns = sample.columnCount();
    this.spreads = sample.columns().stream().mapToDouble(SampleColumn::spread).toArray();
  }

  /** Returns rows side by side as one array each, for {@link #nearest}. */
  static double[][] rows(Sample sample) {
    double[][] rows = new double[sample.rowCount()][sample.columnCount()];
    for (int column = 0; column < sample.columnCount(); column++) {
      double[] values = sample.values(column);
      for (int row = 0; row < rows.length; row++) {
        rows[row][column] = values[row];
      }
    }
    return rows;
  }

  /**
   * Returns the distance from a row to the nearest of some rows.
   *
   * @param left the index of a row among the candidates to leave out, or −1
   */
  double nearest(double[] row, double[][] candidates, int left) {
    double best = columns;
    for (int i = 0; i < candidates.length; i++) {
      if (i != left) {
        best = Math.min(best, sumUpTo(row, candidates[i], best));
      }
    }
    return best / columns;
  }

  /** Returns the distance of two rows. */
  double between(double[] a, double[] b) {
    return sumUpTo(a, b, Double.POSITIVE_INFINITY) / columns;
  }

  /** Returns the distance of two cells of a column, in [0, 1]. */
  double cell(int column, double a, double b) {
    return cell(a, b, spreads[column]);
  }

  /** Returns for each column the index of the candidate that is nearest in all other columns. */
  int[] nearestWithoutEach(double[] row, double[][] candidates) {
    int[] nearest = new int[columns];
    double[] least = new double[columns];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    double[] cells = new double[columns];
    for (int i = 0; i < candidates.length; i++) {
      double sum = 0;
      for (int column = 0; column < columns; column++) {
        cells[column] = cell(row[column], candidates[i][column], spreads[column]);
        sum += cells[column];
      }
      for (int column = 0; column < columns; column++) {
        if (sum - cells[column] < least[column]) {
          least[column] = sum - cells[column];
          nearest[column] = i;
        }
      }
    }
    return nearest;
  }

  /** Sums the columns' distances, and stops where the sum reaches the limit. */
  private double sumUpTo(double[] a, double[] b, double limit) {
    double sum = 0;
    for (int column = 0; column < columns && sum < limit; column++) {
      sum += cell(a[column], b[column], spreads[column]);
    }
    return sum;
  }

  private static double cell(double a, double b, double spread) {
    if (a == b) {
      return 0;
    }
    double distance = Math.abs(a - b);
    if (Double.isNaN(distance)) {
      return Double.isNaN(a) && Double.isNaN(b) ? 0 : 1;
    }
    return distance < spread ? distance / spread : 1;
  }
}

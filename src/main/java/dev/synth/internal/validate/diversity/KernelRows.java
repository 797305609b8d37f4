package dev.synth.internal.validate.diversity;

import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a {@link KernelSpace} column by column, so that one row's distances to many are loops
 * that the JVM vectorises.
 */
final class KernelRows {
  /** The code that stands for a missing level; levels are at least −1. */
  private static final double MISSING_LEVEL = -3;

  private final int count;
  private final List<double[]> numbers = new ArrayList<>();
  private final List<double[]> levels = new ArrayList<>();

  /** Encodes rows; samples over the same columns, missing cells or not, have the same encoding. */
  KernelRows(KernelSpace space, Sample sample) {
    count = sample.rowCount();
    double[][] cells = space.columns(sample);
    for (int column = 0; column < cells.length; column++) {
      SampleColumn kind = sample.columns().get(column);
      if (kind.isNumber()) {
        numbers.add(replaced(cells[column], 0));
        if (kind.mayBeMissing()) {
          numbers.add(
              Arrays.stream(cells[column]).map(cell -> Double.isNaN(cell) ? 1 : 0).toArray());
        }
      } else {
        levels.add(replaced(cells[column], MISSING_LEVEL));
      }
    }
  }

  private static double[] replaced(double[] cells, double missing) {
    return Arrays.stream(cells).map(cell -> Double.isNaN(cell) ? missing : cell).toArray();
  }

  int count() {
    return count;
  }

  /**
   * Computes the squared distances of a row to the first rows of others.
   *
   * @param upTo how many rows
   * @param squares receives them
   */
  void squares(int row, KernelRows others, int upTo, double[] squares) {
    Arrays.fill(squares, 0, upTo, 0);
    for (int column = 0; column < numbers.size(); column++) {
      addSquares(numbers.get(column)[row], others.numbers.get(column), squares, upTo);
    }
    for (int column = 0; column < levels.size(); column++) {
      addUnequal(levels.get(column)[row], others.levels.get(column), squares, upTo);
    }
  }

  private static void addSquares(double a, double[] b, double[] squares, int upTo) {
    for (int i = 0; i < upTo; i++) {
      double difference = a - b[i];
      squares[i] += difference * difference;
    }
  }

  /** Levels are whole numbers. */
  private static void addUnequal(double a, double[] b, double[] squares, int upTo) {
    for (int i = 0; i < upTo; i++) {
      squares[i] += Math.min(1, Math.abs(a - b[i]));
    }
  }
}

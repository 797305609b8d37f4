package dev.synth.benchmarks;

import dev.synth.classify.Classifier;
import dev.synth.internal.classify.feature.Targets;
import dev.synth.split.Augmented;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.util.BitSet;

/**
 * Fisher's linear discriminant, Σ⁻¹(m₁ − m₀) with the classes' pooled covariance: fitted in
 * milliseconds, and linear, so that its scores of normal rows are normal.
 */
public final class LinearDiscriminant implements Classifier {
  private final double[] direction;

  private LinearDiscriminant(double[] direction) {
    this.direction = direction;
  }

  /** The weights of a row's features; not to be written to. */
  double[] direction() {
    return direction;
  }

  /** Learns from rows without missing cells, more of them than columns. */
  static LinearDiscriminant fit(Augmented training) {
    double[][] columns = columns(training.features());
    BitSet rare = Targets.of(training).rare();
    int rows = training.rowCount();
    int width = columns.length;
    double[] difference = new double[width];
    for (int column = 0; column < width; column++) {
      difference[column] = centre(columns[column], rare);
    }
    double[][] covariance = new double[width][width];
    for (int one = 0; one < width; one++) {
      for (int other = 0; other <= one; other++) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
          sum += columns[one][row] * columns[other][row];
        }
        covariance[one][other] = sum / (rows - 2);
      }
    }
    return new LinearDiscriminant(solve(covariance, difference));
  }

  /** Takes the class means off a column; returns their difference. */
  private static double centre(double[] column, BitSet rare) {
    double[] means = new double[2];
    for (int row = 0; row < column.length; row++) {
      means[rare.get(row) ? 1 : 0] += column[row];
    }
    means[0] /= column.length - rare.cardinality();
    means[1] /= rare.cardinality();
    for (int row = 0; row < column.length; row++) {
      column[row] -= means[rare.get(row) ? 1 : 0];
    }
    return means[1] - means[0];
  }

  /** Solves by Cholesky's factors, of which only the lower half is read and written. */
  public static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    double[] solution = right.clone();
    for (int row = 0; row < size; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = matrix[row][column];
        for (int k = 0; k < column; k++) {
          sum -= matrix[row][k] * matrix[column][k];
        }
        matrix[row][column] = row == column ? Math.sqrt(sum) : sum / matrix[column][column];
      }
      for (int k = 0; k < row; k++) {
        solution[row] -= matrix[row][k] * solution[k];
      }
      solution[row] /= matrix[row][row];
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int k = row + 1; k < size; k++) {
        solution[row] -= matrix[k][row] * solution[k];
      }
      solution[row] /= matrix[row][row];
    }
    return solution;
  }

  private static double[][] columns(Table features) {
    double[][] columns = new double[features.schema().columns().size()][features.rowCount()];
    for (int column = 0; column < columns.length; column++) {
      Cells.Numbers numbers = (Cells.Numbers) features.cells(column);
      for (int row = 0; row < columns[column].length; row++) {
        columns[column][row] = numbers.value(row);
      }
    }
    return columns;
  }

  /** The weighed sum z as ½ + ½·z / (1 + |z|), which keeps the order of rows. */
  @Override
  public double[] score(Table features) {
    double[][] columns = columns(features);
    double[] scores = new double[features.rowCount()];
    for (int row = 0; row < scores.length; row++) {
      double sum = 0;
      for (int column = 0; column < columns.length; column++) {
        sum += direction[column] * columns[column][row];
      }
      scores[row] = 0.5 + 0.5 * sum / (1 + Math.abs(sum));
    }
    return scores;
  }
}

package dev.synth.internal.neural.layer;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Layer normalisation (Ba, Kiros and Hinton, 2016, equation 4, without its bias): each row brought
 * to mean 0 and variance 1, then each column multiplied by a learned gain.
 */
final class RowNormalisation implements AutoCloseable {
  /** Keeps a row of equal numbers finite; far below the variances that occur. */
  private static final double EPSILON = 1e-8;

  private final Matrix gain;
  private final Matrix gainGradient;
  private final Matrix normal;
  private final double[] first;
  private final double[] second;
  private final double[] inverse;

  RowNormalisation(DataType type, int rows, Matrix gain, Matrix gainGradient) {
    this.gain = gain;
    this.gainGradient = gainGradient;
    normal = Matrix.zeros(type, rows, gain.columns());
    first = new double[rows];
    second = new double[rows];
    inverse = new double[rows];
  }

  /** Normalises rows in place. */
  void forward(Matrix values) {
    int rows = values.rows();
    int columns = values.columns();
    means(values, first);
    Arrays.fill(second, 0);
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        double deviation = values.get(column * rows + row) - first[row];
        second[row] += deviation * deviation;
      }
    }
    for (int row = 0; row < rows; row++) {
      inverse[row] = 1 / Math.sqrt(second[row] / columns + EPSILON);
    }
    for (int column = 0; column < columns; column++) {
      double factor = gain.get(column);
      for (int row = 0; row < rows; row++) {
        int i = column * rows + row;
        double value = (values.get(i) - first[row]) * inverse[row];
        normal.set(i, value);
        values.set(i, factor * value);
      }
    }
  }

  private static void means(Matrix values, double[] means) {
    int rows = values.rows();
    Arrays.fill(means, 0);
    for (int column = 0; column < values.columns(); column++) {
      for (int row = 0; row < rows; row++) {
        means[row] += values.get(column * rows + row);
      }
    }
    for (int row = 0; row < rows; row++) {
      means[row] /= values.columns();
    }
  }

  /**
   * Takes the gradient back in place, and leaves the gains' gradient. With n the normalised row and
   * e the gradient times the gain: (e − mean(e) − n · mean(e · n)) / deviation.
   */
  void backward(Matrix gradient) {
    int rows = gradient.rows();
    int columns = gradient.columns();
    Arrays.fill(first, 0);
    Arrays.fill(second, 0);
    for (int column = 0; column < columns; column++) {
      double factor = gain.get(column);
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        int i = column * rows + row;
        double slope = gradient.get(i);
        double value = normal.get(i);
        sum += slope * value;
        gradient.set(i, factor * slope);
        first[row] += factor * slope / columns;
        second[row] += factor * slope * value / columns;
      }
      gainGradient.set(column, sum);
    }
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        int i = column * rows + row;
        gradient.set(
            i, (gradient.get(i) - first[row] - normal.get(i) * second[row]) * inverse[row]);
      }
    }
  }

  @Override
  public void close() {
    normal.close();
  }
}

package dev.synth.internal.neural.layer;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * A bias and a leaky ReLU behind it, in place; with slope 1 the bias alone.
 *
 * <p>Its loops do without branches: signs are random, and a processor that guesses wrong loses ten
 * times a loop's work. In single precision they run over copies of the matrices in arrays, which
 * the compiler turns into vector instructions, unlike loops over native memory; the copies cost
 * less than they save.
 */
final class Rectifier {
  private final Matrix values;
  private final double slope;
  private final float[] activated;
  private final float[] slopes;
  private final double[] wide;
  private double secondSum;

  /**
   * Prepares passes.
   *
   * @param values the layer's products, rows × outputs, which become its activations
   */
  Rectifier(Matrix values, double slope) {
    this.values = values;
    this.slope = slope;
    boolean single = values.array().dataType() == DataType.FLOAT;
    activated = new float[single ? values.size() : 0];
    slopes = new float[single ? values.size() : 0];
    wide = new double[single ? 2 * values.rows() : 0];
  }

  void forward(Matrix bias) {
    if (activated.length == 0) {
      forwardInDouble(bias);
      return;
    }
    values.copyTo(activated);
    int rows = values.rows();
    for (int column = 0; column < values.columns(); column++) {
      rectify(column * rows, (column + 1) * rows, (float) bias.get(column), (float) slope);
    }
    values.copyFrom(activated);
  }

  private void rectify(int first, int end, float shift, float factor) {
    if (factor == 1) {
      for (int i = first; i < end; i++) {
        activated[i] += shift;
      }
      return;
    }
    for (int i = first; i < end; i++) {
      float value = activated[i] + shift;
      activated[i] = Math.max(value, factor * value);
    }
  }

  private void forwardInDouble(Matrix bias) {
    int rows = values.rows();
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i) + bias.get(i / rows);
      values.set(i, Math.max(value, slope * value));
    }
  }

  /**
   * Takes the gradient back, in place, and sums it for the bias. An activation is negative exactly
   * where its argument was; at 0 the derivative is 1, as in DL4J.
   */
  void backward(Matrix gradient, Matrix biasGradient) {
    if (activated.length == 0) {
      backwardInDouble(gradient, biasGradient);
      return;
    }
    gradient.copyTo(slopes);
    int rows = values.rows();
    if (slope == 1) { // a linear layer hands the gradient on as it is
      sums(biasGradient);
      return;
    }
    float middle = (float) ((1 + slope) / 2);
    float half = (float) ((1 - slope) / 2);
    for (int column = 0; column < values.columns(); column++) {
      int first = column * rows;
      int end = first + rows;
      unrectify(first, end, middle, half);
    }
    sums(biasGradient);
    gradient.copyFrom(slopes);
  }

  private void unrectify(int first, int end, float middle, float half) {
    for (int i = first; i < end; i++) {
      slopes[i] *= middle + Math.copySign(half, activated[i]);
    }
  }

  /**
   * Sums each column's gradients for the bias, two columns at a time: a sum waits for itself at
   * every addition, and two do so at once.
   */
  private void sums(Matrix biasGradient) {
    int rows = values.rows();
    int columns = values.columns();
    int column = 0;
    for (; column + 1 < columns; column += 2) {
      widen(column * rows, 2 * rows);
      biasGradient.set(column, twoSums(rows));
      biasGradient.set(column + 1, secondSum);
    }
    if (column < columns) {
      widen(column * rows, rows);
      biasGradient.set(column, sum(rows));
    }
  }

  /** Copies gradients into double precision; a loop that the JVM vectorises. */
  private void widen(int first, int count) {
    for (int i = 0; i < count; i++) {
      wide[i] = slopes[first + i];
    }
  }

  /** Four partial sums, always the same: one would wait for itself at every addition. */
  private double sum(int rows) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < rows; i += 4) {
      a += wide[i];
      b += wide[i + 1];
      c += wide[i + 2];
      d += wide[i + 3];
    }
    for (; i < rows; i++) {
      a += wide[i];
    }
    return (a + b) + (c + d);
  }

  /** The same of two columns; leaves the other's in {@link #secondSum}. */
  private double twoSums(int rows) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    double f = 0;
    double g = 0;
    double h = 0;
    int i = 0;
    int j = rows;
    for (; i + 3 < rows; i += 4, j += 4) {
      a += wide[i];
      e += wide[j];
      b += wide[i + 1];
      f += wide[j + 1];
      c += wide[i + 2];
      g += wide[j + 2];
      d += wide[i + 3];
      h += wide[j + 3];
    }
    for (; i < rows; i++, j++) {
      a += wide[i];
      e += wide[j];
    }
    secondSum = (e + f) + (g + h);
    return (a + b) + (c + d);
  }

  private void backwardInDouble(Matrix gradient, Matrix biasGradient) {
    int rows = values.rows();
    for (int column = 0; column < values.columns(); column++) {
      double sum = 0;
      for (int i = column * rows; i < (column + 1) * rows; i++) {
        double value =
            gradient.get(i) * ((1 + slope) / 2 + Math.copySign((1 - slope) / 2, values.get(i)));
        gradient.set(i, value);
        sum += value;
      }
      biasGradient.set(column, sum);
    }
  }
}

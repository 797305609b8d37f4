package dev.synth.internal.neural.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The gradient of a critic's output by its input, ∇ₓD, for each row on its own; the gradient by the
 * parameters, which costs as much again, is left out.
 *
 * <p>The critic is a plain stack with one output: it reads the stack's own parameters.
 */
public final class InputSlope implements AutoCloseable {
  private final List<DenseStack.Layer> layers;
  private final List<Matrix> activations = new ArrayList<>();
  private final List<Matrix> slopes = new ArrayList<>();
  private final List<MatrixProduct> forward = new ArrayList<>();
  private final List<MatrixProduct> toInput = new ArrayList<>();

  /**
   * Prepares passes of a fixed number of rows.
   *
   * @param critic plain layers with leaky ReLU, the last one with a single output
   */
  public InputSlope(DenseStack critic, int rows) {
    layers = critic.layers();
    DataType type = critic.parameters().array().dataType();
    addMatrices(type, rows, layers.getFirst().weights().rows());
    for (DenseStack.Layer layer : layers) {
      Matrix in = activations.getLast();
      Matrix inSlope = slopes.getLast();
      addMatrices(type, rows, layer.weights().columns());
      forward.add(new MatrixProduct(in, false, layer.weights(), false, activations.getLast()));
      toInput.add(new MatrixProduct(slopes.getLast(), false, layer.weights(), true, inSlope));
    }
    for (int row = 0; row < rows; row++) {
      slopes.getLast().set(row, 1);
    }
  }

  private void addMatrices(DataType type, int rows, int columns) {
    activations.add(Matrix.zeros(type, rows, columns));
    slopes.add(Matrix.zeros(type, rows, columns));
  }

  /** Returns where the rows go in, rows × inputs. */
  public Matrix input() {
    return activations.getFirst();
  }

  /** Returns what the latest computation gave, rows × inputs. */
  public Matrix slope() {
    return slopes.getFirst();
  }

  public List<DenseStack.Layer> layers() {
    return layers;
  }

  /** Returns the slope by what a layer gives before its activation, rows × the layer's outputs. */
  public Matrix slopeAfter(int layer) {
    return slopes.get(layer + 1);
  }

  /** Leaves the gradient by the input in {@link #slope} and returns the mean output. */
  public double compute() {
    for (int l = 0; l < layers.size(); l++) {
      forward.get(l).compute();
      finish(activations.get(l + 1), layers.get(l).bias(), l + 1 < layers.size());
    }
    for (int l = layers.size() - 1; l > 0; l--) {
      toInput.get(l).compute();
      throughActivation(slopes.get(l), l - 1);
    }
    toInput.getFirst().compute();
    Matrix output = activations.getLast();
    double sum = 0;
    for (int row = 0; row < output.size(); row++) {
      sum += output.get(row);
    }
    return sum / output.size();
  }

  private static void finish(Matrix values, Matrix bias, boolean hidden) {
    double slope = hidden ? HiddenActivation.SLOPE : 1;
    int rows = values.rows();
    for (int column = 0; column < values.columns(); column++) {
      double shift = bias.get(column);
      int end = (column + 1) * rows;
      for (int i = column * rows; i < end; i++) {
        double value = values.get(i) + shift;
        values.set(i, Math.max(value, slope * value));
      }
    }
  }

  /**
   * Multiplies by the derivative of a hidden layer's activation: 1 where the argument was not
   * negative, and the slope of leaky ReLU where it was.
   *
   * @param values rows × the layer's outputs
   */
  public void throughActivation(Matrix values, int layer) {
    Matrix activation = activations.get(layer + 1);
    double middle = (1 + HiddenActivation.SLOPE) / 2;
    double half = (1 - HiddenActivation.SLOPE) / 2;
    for (int i = 0; i < values.size(); i++) {
      values.set(i, values.get(i) * (middle + Math.copySign(half, activation.get(i))));
    }
  }

  @Override
  public void close() {
    activations.forEach(Matrix::close);
    slopes.forEach(Matrix::close);
  }
}

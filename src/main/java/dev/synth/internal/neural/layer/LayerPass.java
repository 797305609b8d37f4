package dev.synth.internal.neural.layer;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A fixed number of rows on their way through one dense layer: out = activation(norm(in · W) + b),
 * plus in where the layer is residual.
 */
final class LayerPass implements AutoCloseable {
  private final DenseStack.Layer layer;
  private final Kind kind;
  private final Matrix input;
  private final Matrix inputGradient;
  private final Matrix activated;
  private final Matrix activatedGradient;
  private final Matrix output;
  private final Matrix outputGradient;
  private final @Nullable Rectifier rectifier;
  private final @Nullable Matrix slopes;
  private final @Nullable RowNormalisation normalisation;
  private final MatrixProduct forward;
  private final MatrixProduct toWeights;
  private final MatrixProduct toInput;

  /**
   * The work of a layer beside its product.
   *
   * @param activation null for a linear layer
   * @param residual whether the layer's input is added to what it gives
   */
  record Kind(@Nullable HiddenActivation activation, boolean residual) {}

  /**
   * Prepares passes.
   *
   * @param input the rows that come in, rows × inputs, read at each pass
   * @param inputGradient where the gradient by them goes
   */
  LayerPass(DenseStack.Layer layer, Kind kind, Matrix input, Matrix inputGradient) {
    this.layer = layer;
    this.kind = kind;
    this.input = input;
    this.inputGradient = inputGradient;
    DataType type = input.array().dataType();
    int rows = input.rows();
    int outputs = layer.weights().columns();
    activated = Matrix.zeros(type, rows, outputs);
    activatedGradient = Matrix.zeros(type, rows, outputs);
    output = kind.residual ? Matrix.zeros(type, rows, outputs) : activated;
    outputGradient = kind.residual ? Matrix.zeros(type, rows, outputs) : activatedGradient;
    slopes = kind.activation == HiddenActivation.SWISH ? Matrix.zeros(type, rows, outputs) : null;
    rectifier = slopes == null ? new Rectifier(activated, slope()) : null;
    normalisation =
        layer.gain() == null || layer.gainGradient() == null
            ? null
            : new RowNormalisation(type, rows, layer.gain(), layer.gainGradient());
    forward = new MatrixProduct(input, false, layer.weights(), false, activated);
    toWeights = new MatrixProduct(input, true, activatedGradient, false, layer.weightGradient());
    toInput = new MatrixProduct(activatedGradient, false, layer.weights(), true, inputGradient);
  }

  /** Returns what the latest forward pass gave, rows × outputs. */
  Matrix output() {
    return output;
  }

  /** Returns where the gradient by the output is put before a backward pass. */
  Matrix outputGradient() {
    return outputGradient;
  }

  void forward() {
    forward.compute();
    if (normalisation != null) {
      normalisation.forward(activated);
    }
    if (rectifier != null) {
      rectifier.forward(layer.bias());
    } else if (slopes != null) {
      swish(activated, layer.bias(), slopes);
    }
    if (kind.residual) {
      add(input, activated, output);
    }
  }

  /** Leaves the gradient by the layer's parameters, and readies {@link #backwardToInput}. */
  void backward() {
    if (kind.residual) {
      copy(outputGradient, activatedGradient);
    }
    if (rectifier != null) {
      rectifier.backward(activatedGradient, layer.biasGradient());
    } else if (slopes != null) {
      unswish(activatedGradient, slopes, layer.biasGradient());
    }
    if (normalisation != null) {
      normalisation.backward(activatedGradient);
    }
    toWeights.compute();
  }

  /** Leaves the gradient by the layer's input. */
  void backwardToInput() {
    toInput.compute();
    if (kind.residual) {
      add(inputGradient, outputGradient, inputGradient);
    }
  }

  private double slope() {
    return kind.activation == null ? 1 : HiddenActivation.SLOPE;
  }

  /** Adds the bias, applies swish, and keeps its derivative. */
  private static void swish(Matrix values, Matrix bias, Matrix slopes) {
    int rows = values.rows();
    for (int column = 0; column < values.columns(); column++) {
      double shift = bias.get(column);
      int end = (column + 1) * rows;
      for (int i = column * rows; i < end; i++) {
        double value = values.get(i) + shift;
        double sigmoid = 1 / (1 + Math.exp(-value));
        values.set(i, value * sigmoid);
        slopes.set(i, sigmoid * (1 + value * (1 - sigmoid)));
      }
    }
  }

  private static void unswish(Matrix gradient, Matrix slopes, Matrix biasGradient) {
    int rows = gradient.rows();
    for (int column = 0; column < gradient.columns(); column++) {
      double sum = 0;
      int end = (column + 1) * rows;
      for (int i = column * rows; i < end; i++) {
        double value = gradient.get(i) * slopes.get(i);
        gradient.set(i, value);
        sum += value;
      }
      biasGradient.set(column, sum);
    }
  }

  private static void add(Matrix left, Matrix right, Matrix sum) {
    for (int i = 0; i < sum.size(); i++) {
      sum.set(i, left.get(i) + right.get(i));
    }
  }

  private static void copy(Matrix from, Matrix to) {
    for (int i = 0; i < to.size(); i++) {
      to.set(i, from.get(i));
    }
  }

  /** Gives back the memory that is the layer's own. */
  @Override
  public void close() {
    activated.close();
    activatedGradient.close();
    if (kind.residual) {
      output.close();
      outputGradient.close();
    }
    if (slopes != null) {
      slopes.close();
    }
    if (normalisation != null) {
      normalisation.close();
    }
  }
}

package dev.synth.neural;

import dev.synth.base.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dense layers on top of each other: leaky ReLU (slope 0.01) after each but the last, which is
 * linear.
 *
 * <p>It is a DL4J {@link MultiLayerNetwork}, and its parameters are that network's vector. Only the
 * passes through it are ours: they work in place over views of the vector, in which DL4J lays out
 * each layer's weights (inputs × outputs, 'f' order) and then its bias.
 */
final class DenseStack {
  /** The slope of DL4J's {@code LEAKYRELU}. */
  static final double SLOPE = 0.01;

  private final MultiLayerNetwork network;
  private final Matrix parameters;
  private final Matrix gradient;
  private final List<Layer> layers = new ArrayList<>();

  /** Views of one layer's parameters and of their gradients. */
  private record Layer(Matrix weights, Matrix bias, Matrix weightGradient, Matrix biasGradient) {}

  /**
   * A stack with fresh weights: normal with variance 2/inputs below a leaky ReLU (He et al., ICCV
   * 2015, equation 10) and 1/inputs in the last layer; biases 0.
   *
   * <p>DL4J would draw from a generator that all threads share, hence the stream.
   *
   * @param widths numbers per row before the first layer and after each, at least two widths
   */
  DenseStack(List<Integer> widths, DataType type, RandomStream initial) {
    NeuralRuntime.start();
    long size = 0;
    for (int layer = 0; layer + 1 < widths.size(); layer++) {
      size += (widths.get(layer) + 1L) * widths.get(layer + 1);
    }
    INDArray vector = Nd4j.zeros(type, 1, size);
    network = new MultiLayerNetwork(configuration(widths, type).build());
    network.init(vector, false);
    parameters = Matrix.over(vector, 0, 1, Math.toIntExact(size));
    gradient = Matrix.zeros(type, 1, parameters.size());
    long offset = 0;
    for (int layer = 0; layer + 1 < widths.size(); layer++) {
      int inputs = widths.get(layer);
      int outputs = widths.get(layer + 1);
      long biasOffset = offset + (long) inputs * outputs;
      layers.add(
          new Layer(
              Matrix.over(vector, offset, inputs, outputs),
              Matrix.over(vector, biasOffset, 1, outputs),
              Matrix.over(gradient.array(), offset, inputs, outputs),
              Matrix.over(gradient.array(), biasOffset, 1, outputs)));
      offset = biasOffset + outputs;
    }
    initialise(initial);
  }

  private static NeuralNetConfiguration.ListBuilder configuration(
      List<Integer> widths, DataType type) {
    NeuralNetConfiguration.ListBuilder configuration =
        new NeuralNetConfiguration.Builder().dataType(type).weightInit(WeightInit.RELU).list();
    for (int layer = 0; layer + 1 < widths.size(); layer++) {
      boolean last = layer + 2 == widths.size();
      configuration.layer(
          new DenseLayer.Builder()
              .nIn(widths.get(layer))
              .nOut(widths.get(layer + 1))
              .activation(last ? Activation.IDENTITY : Activation.LEAKYRELU)
              .build());
    }
    return configuration;
  }

  private void initialise(RandomStream initial) {
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      boolean last = l + 1 == layers.size();
      double deviation = Math.sqrt((last ? 1.0 : 2.0) / layer.weights.rows());
      for (int i = 0; i < layer.weights.size(); i++) {
        layer.weights.set(i, deviation * initial.nextGaussian());
      }
    }
  }

  /** Returns the network, whose parameters are this stack's at any moment. */
  MultiLayerNetwork network() {
    return network;
  }

  /** Returns all parameters, 1 × count, live. */
  Matrix parameters() {
    return parameters;
  }

  /** Returns a layer's bias, 1 × outputs, live. */
  Matrix layerBias(int layer) {
    return layers.get(layer).bias;
  }

  /** Returns the gradient that the latest backward pass left, 1 × count. */
  Matrix gradient() {
    return gradient;
  }

  /** Prepares passes of a fixed number of rows. */
  Pass pass(int rows) {
    return new Pass(rows);
  }

  /** The memory of passes through the stack, used again in every step. */
  final class Pass implements AutoCloseable {
    private final List<Matrix> activations = new ArrayList<>();
    private final List<Matrix> gradients = new ArrayList<>();
    private final List<Product> forward = new ArrayList<>();
    private final List<Product> toWeights = new ArrayList<>();
    private final List<Product> toInput = new ArrayList<>();

    private Pass(int rows) {
      DataType type = parameters.array().dataType();
      activations.add(Matrix.zeros(type, rows, layers.getFirst().weights.rows()));
      gradients.add(Matrix.zeros(type, rows, layers.getFirst().weights.rows()));
      for (Layer layer : layers) {
        Matrix in = activations.getLast();
        Matrix inGradient = gradients.getLast();
        Matrix out = Matrix.zeros(type, rows, layer.weights.columns());
        Matrix outGradient = Matrix.zeros(type, rows, layer.weights.columns());
        activations.add(out);
        gradients.add(outGradient);
        forward.add(new Product(in, false, layer.weights, false, out));
        toWeights.add(new Product(in, true, outGradient, false, layer.weightGradient));
        toInput.add(new Product(outGradient, false, layer.weights, true, inGradient));
      }
    }

    /** Returns where the rows go in, rows × inputs. */
    Matrix input() {
      return activations.getFirst();
    }

    /** Returns what the latest forward pass gave, rows × outputs. */
    Matrix output() {
      return activations.getLast();
    }

    /** Returns where the loss's gradient by the output is put before a backward pass. */
    Matrix outputGradient() {
      return gradients.getLast();
    }

    /** Returns the loss's gradient by the input, after {@link #backwardToInput}. */
    Matrix inputGradient() {
      return gradients.getFirst();
    }

    void forward() {
      for (int layer = 0; layer < layers.size(); layer++) {
        forward.get(layer).compute();
        boolean last = layer + 1 == layers.size();
        finish(activations.get(layer + 1), layers.get(layer).bias, last ? 1 : SLOPE);
      }
    }

    /** Leaves the gradient by the parameters in {@link #gradient()}. */
    void backward() {
      for (int layer = layers.size() - 1; layer >= 0; layer--) {
        boolean last = layer + 1 == layers.size();
        unfinish(
            gradients.get(layer + 1),
            activations.get(layer + 1),
            layers.get(layer).biasGradient,
            last ? 1 : SLOPE);
        toWeights.get(layer).compute();
        if (layer > 0) {
          toInput.get(layer).compute();
        }
      }
    }

    /** Leaves the gradient by the parameters, and the one by the input too. */
    void backwardToInput() {
      backward();
      toInput.getFirst().compute();
    }

    /** Gives the memory back; nothing may touch the pass afterwards. */
    @Override
    public void close() {
      activations.forEach(Matrix::close);
      gradients.forEach(Matrix::close);
    }
  }

  /**
   * Adds the bias and applies the activation; slope 1 is the linear one. Both loops do without
   * branches: signs are random, and a processor that guesses wrong loses ten times a loop's work.
   */
  private static void finish(Matrix values, Matrix bias, double slope) {
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
   * Takes the gradient back through the activation and sums it for the bias. An activation is
   * negative exactly where its argument was; at 0 the derivative is 1, as in DL4J.
   */
  private static void unfinish(
      Matrix gradient, Matrix activation, Matrix biasGradient, double slope) {
    double middle = (1 + slope) / 2;
    double half = (1 - slope) / 2;
    int rows = gradient.rows();
    for (int column = 0; column < gradient.columns(); column++) {
      double sum = 0;
      int end = (column + 1) * rows;
      for (int i = column * rows; i < end; i++) {
        double value = gradient.get(i) * (middle + Math.copySign(half, activation.get(i)));
        gradient.set(i, value);
        sum += value;
      }
      biasGradient.set(column, sum);
    }
  }
}

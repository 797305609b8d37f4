package dev.synth.internal.neural.layer;

import dev.synth.base.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dense layers on top of each other, with an activation after each but the last, which is linear.
 *
 * <p>It is a DL4J network, and its parameters are that network's vector. Only the passes through it
 * are ours: they work in place over views of the vector, in which DL4J lays out each layer's
 * weights (inputs × outputs, 'f' order), its bias, and its gain where it is normalised.
 */
public final class DenseStack {
  private final StackShape shape;
  private final NeuralNetwork network;
  private final Matrix parameters;
  private final Matrix gradient;
  private final List<Layer> layers = new ArrayList<>();

  /**
   * Views of one layer's parameters and of their gradients; the gain is there where the layer is
   * normalised.
   */
  public record Layer(
      Matrix weights,
      Matrix bias,
      @Nullable Matrix gain,
      Matrix weightGradient,
      Matrix biasGradient,
      @Nullable Matrix gainGradient) {}

  /**
   * Plain layers with leaky ReLU and fresh weights.
   *
   * @param widths numbers per row before the first layer and after each, at least two widths
   */
  public DenseStack(List<Integer> widths, DataType type, RandomStream initial) {
    this(StackShape.plain(widths), type, initial);
  }

  /**
   * A stack with fresh weights: normal with variance 2/inputs below an activation (He et al., ICCV
   * 2015, equation 10) and 1/inputs in the last layer; biases 0, gains 1.
   *
   * <p>DL4J would draw from a generator that all threads share, hence the stream.
   */
  public DenseStack(StackShape shape, DataType type, RandomStream initial) {
    NeuralRuntime.start();
    this.shape = shape;
    long size = 0;
    for (int layer = 0; layer < shape.layers(); layer++) {
      size += shape.parameters(layer);
    }
    INDArray vector = Nd4j.zeros(type, 1, size);
    network = Dl4jNetworks.over(vector, shape);
    parameters = Matrix.over(vector, 0, 1, Math.toIntExact(size));
    gradient = Matrix.zeros(type, 1, parameters.size());
    long offset = 0;
    for (int layer = 0; layer < shape.layers(); layer++) {
      layers.add(layer(layer, offset));
      offset += shape.parameters(layer);
    }
    initialise(initial);
  }

  private Layer layer(int layer, long offset) {
    int inputs = shape.inputs(layer);
    int outputs = shape.outputs(layer);
    long bias = offset + (long) inputs * outputs;
    boolean normalised = shape.isNormalised(layer);
    INDArray values = parameters.array();
    INDArray slopes = gradient.array();
    return new Layer(
        Matrix.over(values, offset, inputs, outputs),
        Matrix.over(values, bias, 1, outputs),
        normalised ? Matrix.over(values, bias + outputs, 1, outputs) : null,
        Matrix.over(slopes, offset, inputs, outputs),
        Matrix.over(slopes, bias, 1, outputs),
        normalised ? Matrix.over(slopes, bias + outputs, 1, outputs) : null);
  }

  private void initialise(RandomStream initial) {
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      double deviation = Math.sqrt((shape.isHidden(l) ? 2.0 : 1.0) / layer.weights.rows());
      for (int i = 0; i < layer.weights.size(); i++) {
        layer.weights.set(i, deviation * initial.nextGaussian());
      }
      for (int i = 0; layer.gain != null && i < layer.gain.size(); i++) {
        layer.gain.set(i, 1);
      }
    }
  }

  /** Returns the network, whose parameters are this stack's at any moment. */
  public NeuralNetwork network() {
    return network;
  }

  /** Returns all parameters, 1 × count, live. */
  public Matrix parameters() {
    return parameters;
  }

  /** Returns the layers' parameters and gradients, live, in order. */
  public List<Layer> layers() {
    return layers;
  }

  /** Returns the gradient that the latest backward pass left, 1 × count. */
  public Matrix gradient() {
    return gradient;
  }

  /** Prepares passes of a fixed number of rows. */
  public Pass pass(int rows) {
    return new Pass(rows);
  }

  /** The memory of passes through the stack, used again in every step. */
  public final class Pass implements AutoCloseable {
    private final Matrix input;
    private final Matrix inputGradient;
    private final List<LayerPass> passes = new ArrayList<>();

    private Pass(int rows) {
      DataType type = parameters.array().dataType();
      input = Matrix.zeros(type, rows, shape.inputs(0));
      inputGradient = Matrix.zeros(type, rows, shape.inputs(0));
      Matrix in = input;
      Matrix inGradient = inputGradient;
      for (int layer = 0; layer < layers.size(); layer++) {
        LayerPass.Kind kind =
            new LayerPass.Kind(
                shape.isHidden(layer) ? shape.activation() : null, shape.isResidual(layer));
        LayerPass pass = new LayerPass(layers.get(layer), kind, in, inGradient);
        passes.add(pass);
        in = pass.output();
        inGradient = pass.outputGradient();
      }
    }

    /** Returns where the rows go in, rows × inputs. */
    public Matrix input() {
      return input;
    }

    /** Returns what the latest forward pass gave, rows × outputs. */
    public Matrix output() {
      return passes.getLast().output();
    }

    /** Returns where the loss's gradient by the output is put before a backward pass. */
    public Matrix outputGradient() {
      return passes.getLast().outputGradient();
    }

    /** Returns the loss's gradient by the input, after {@link #backwardToInput}. */
    public Matrix inputGradient() {
      return inputGradient;
    }

    /** Returns the passes through the layers, in order. */
    List<LayerPass> passes() {
      return passes;
    }

    public void forward() {
      for (LayerPass pass : passes) {
        pass.forward();
      }
    }

    /** Leaves the gradient by the parameters in {@link #gradient()}. */
    public void backward() {
      for (int layer = passes.size() - 1; layer >= 0; layer--) {
        passes.get(layer).backward();
        if (layer > 0) {
          passes.get(layer).backwardToInput();
        }
      }
    }

    /** Leaves the gradient by the parameters, and the one by the input too. */
    public void backwardToInput() {
      backward();
      passes.getFirst().backwardToInput();
    }

    /** Gives the memory back; nothing may touch the pass afterwards. */
    @Override
    public void close() {
      input.close();
      inputGradient.close();
      passes.forEach(LayerPass::close);
    }
  }
}

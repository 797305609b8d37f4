package dev.synth.internal.neural.layer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

final class DenseStackTest {
  /** Two layers of one width after another, so that one of them can be residual. */
  private static final List<Integer> WIDTHS = List.of(7, 12, 12, 9, 5);

  private static final int ROWS = 11;
  private static final double STEP = 1e-5;

  static List<StackShape> shapes() {
    List<StackShape> shapes = new ArrayList<>();
    for (HiddenActivation activation : HiddenActivation.values()) {
      for (boolean normalised : new boolean[] {false, true}) {
        for (boolean residual : new boolean[] {false, true}) {
          shapes.add(new StackShape(WIDTHS, activation, normalised, residual));
        }
      }
    }
    return shapes;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void isTheDl4jNetworkThatItSaysItIs(StackShape shape) {
    for (int seed = 1; seed <= 3; seed++) {
      DenseStack stack = stack(shape, DataType.FLOAT, seed);
      try (DenseStack.Pass pass = stack.pass(ROWS)) {
        fillPass(pass, seed);
        Oracle oracle = Oracle.of(stack.network(), pass);

        pass.forward();
        pass.backwardToInput();

        assertClose(pass.output(), oracle.output);
        if (oracle.inputGradient != null) {
          assertClose(pass.inputGradient(), oracle.inputGradient);
        }
        assertClose(stack.gradient(), oracle.gradient);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void agreesWithCentralDifferences(StackShape shape) {
    DenseStack stack = stack(shape, DataType.DOUBLE, 5);
    try (DenseStack.Pass pass = stack.pass(ROWS)) {
      fillPass(pass, 5);
      double[] weights = numbers(pass.outputGradient()); // the loss: Σ weight · output
      pass.forward();
      pass.backwardToInput();
      double[] byParameters = numbers(stack.gradient());
      double[] byInput = numbers(pass.inputGradient());

      checkDifferences(byParameters, stack.parameters(), pass, weights);
      checkDifferences(byInput, pass.input(), pass, weights);
    }
  }

  @Test
  void treatsAnArgumentOfZeroAsDl4jDoes() {
    DenseStack stack =
        new DenseStack(List.of(2, 3, 1), DataType.FLOAT, new Seeds(4).stream("weights"));
    try (DenseStack.Pass pass = stack.pass(2)) {
      pass.outputGradient().set(0, 1); // the input is 0 and so are the biases
      Oracle oracle = Oracle.of(stack.network(), pass);

      pass.forward();
      pass.backwardToInput();

      assertClose(stack.gradient(), oracle.gradient);
      assertClose(pass.inputGradient(), requireNonNull(oracle.inputGradient));
    }
  }

  @Test
  void keepsARowOfEqualNumbersFinite() {
    StackShape shape = new StackShape(List.of(2, 3, 1), HiddenActivation.SWISH, true, false);
    DenseStack stack = new DenseStack(shape, DataType.FLOAT, new Seeds(1).stream("weights"));
    try (DenseStack.Pass pass = stack.pass(2)) {
      pass.outputGradient().set(0, 1); // the input is 0
      pass.forward();
      pass.backwardToInput();
      assertThat(numbers(pass.output())).containsOnly(0);
      assertThat(numbers(stack.gradient())).doesNotContain(Double.NaN);
    }
  }

  @Test
  void sharesItsParametersWithTheNetwork() {
    for (StackShape shape : shapes()) {
      DenseStack stack = stack(shape, DataType.FLOAT, 1);
      stack.parameters().set(3, 0.25);
      assertThat(stack.network().params().getFloat(3)).isEqualTo(0.25f);
    }
  }

  @Test
  void refusesWidthsThatMakeNoLayer() {
    assertThatThrownBy(() -> StackShape.plain(List.of(3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StackShape.plain(List.of(3, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The results of DL4J on the same numbers; a graph does not hand out the input's gradient. */
  private record Oracle(INDArray output, @Nullable INDArray inputGradient, INDArray gradient) {
    static Oracle of(NeuralNetwork network, DenseStack.Pass pass) {
      INDArray input = pass.input().array();
      INDArray epsilon = pass.outputGradient().array().dup();
      if (network instanceof ComputationGraph graph) {
        INDArray output = graph.outputSingle(input);
        graph.setInput(0, input);
        graph.feedForward(new INDArray[] {input}, true, false);
        return new Oracle(output, null, graph.backpropGradient(epsilon).gradient());
      }
      MultiLayerNetwork layers = (MultiLayerNetwork) network;
      INDArray output = layers.output(input);
      layers.setInput(input);
      layers.feedForward(true, false);
      Pair<Gradient, INDArray> gradient = layers.backpropGradient(epsilon, null);
      return new Oracle(output, gradient.getSecond(), gradient.getFirst().gradient());
    }
  }

  private static DenseStack stack(StackShape shape, DataType type, int seed) {
    DenseStack stack = new DenseStack(shape, type, new Seeds(seed).stream("weights"));
    RandomStream stream = new Seeds(seed).stream("biases and gains");
    for (DenseStack.Layer layer : stack.layers()) {
      fill(layer.bias(), stream);
      for (int i = 0; layer.gain() != null && i < layer.gain().size(); i++) {
        layer.gain().set(i, 1 + 0.3 * stream.nextGaussian());
      }
    }
    return stack;
  }

  private static void fillPass(DenseStack.Pass pass, int seed) {
    RandomStream stream = new Seeds(seed).stream("rows");
    fill(pass.input(), stream);
    fill(pass.outputGradient(), stream);
  }

  private static void checkDifferences(
      double[] analytic, Matrix values, DenseStack.Pass pass, double[] weights) {
    for (int i = 0; i < analytic.length; i++) {
      double value = values.get(i);
      values.set(i, value + STEP);
      double above = weightedOutput(pass, weights);
      values.set(i, value - STEP);
      double below = weightedOutput(pass, weights);
      values.set(i, value);
      // Rounding 1e-16 / 1e-5 times a loss near 10, and O(step²).
      assertThat(analytic[i]).isCloseTo((above - below) / (2 * STEP), within(1e-6));
    }
    assertThat(Arrays.stream(analytic).map(Math::abs).max().orElse(0)).isGreaterThan(1e-2);
  }

  private static double weightedOutput(DenseStack.Pass pass, double[] weights) {
    pass.forward();
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * pass.output().get(i);
    }
    return sum;
  }

  private static double[] numbers(Matrix matrix) {
    return IntStream.range(0, matrix.size()).mapToDouble(matrix::get).toArray();
  }

  private static void fill(Matrix matrix, RandomStream stream) {
    for (int i = 0; i < matrix.size(); i++) {
      matrix.set(i, stream.nextGaussian());
    }
  }

  private static void assertClose(Matrix actual, INDArray expected) {
    assertThat(expected.length()).isEqualTo(actual.size());
    INDArray shaped =
        expected.reshape(actual.rows(), actual.columns()); // DL4J's vectors have one axis
    for (int column = 0; column < actual.columns(); column++) {
      for (int row = 0; row < actual.rows(); row++) {
        // Single precision: 24 bits, sums of at most 12 products of numbers around 1.
        assertThat(actual.get(column * actual.rows() + row))
            .isCloseTo(shaped.getDouble(row, column), within(1e-5));
      }
    }
  }
}

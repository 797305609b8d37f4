package dev.synth.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.List;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

final class DenseStackTest {
  private static final List<Integer> WIDTHS = List.of(7, 12, 9, 5);
  private static final int ROWS = 11;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void isTheDl4jNetworkThatItSaysItIs(int seed) {
    DenseStack stack = new DenseStack(WIDTHS, DataType.FLOAT, new Seeds(seed).stream("weights"));
    RandomStream stream = new Seeds(seed).stream("rows");
    try (DenseStack.Pass pass = stack.pass(ROWS)) {
      fill(pass.input(), stream);
      fill(stack.layerBias(0), stream);
      fill(pass.outputGradient(), stream);
      INDArray epsilon = pass.outputGradient().array().dup();
      MultiLayerNetwork network = stack.network();
      INDArray output = network.output(pass.input().array());
      network.setInput(pass.input().array());
      network.feedForward(true, false);
      Pair<Gradient, INDArray> gradient = network.backpropGradient(epsilon, null);

      pass.forward();
      pass.backwardToInput();

      // Single precision: 24 bits, sums of at most 12 products of numbers around 1.
      assertClose(pass.output(), output);
      assertClose(pass.inputGradient(), gradient.getSecond());
      assertClose(stack.gradient(), gradient.getFirst().gradient());
    }
  }

  @Test
  void treatsAnArgumentOfZeroAsDl4jDoes() {
    DenseStack stack =
        new DenseStack(List.of(2, 3, 1), DataType.FLOAT, new Seeds(4).stream("weights"));
    try (DenseStack.Pass pass = stack.pass(2)) {
      pass.outputGradient().set(0, 1); // the input is 0 and so are the biases
      INDArray epsilon = pass.outputGradient().array().dup();
      MultiLayerNetwork network = stack.network();
      network.setInput(pass.input().array());
      network.feedForward(true, false);
      Pair<Gradient, INDArray> gradient = network.backpropGradient(epsilon, null);

      pass.forward();
      pass.backwardToInput();

      assertClose(stack.gradient(), gradient.getFirst().gradient());
      assertClose(pass.inputGradient(), gradient.getSecond());
    }
  }

  @Test
  void sharesItsParametersWithTheNetwork() {
    DenseStack stack = new DenseStack(WIDTHS, DataType.FLOAT, new Seeds(1).stream("weights"));
    stack.parameters().set(3, 0.25);
    assertThat(stack.network().params().getFloat(3)).isEqualTo(0.25f);
    assertThat(stack.network().getParam("0_W").getFloat(3, 0)).isEqualTo(0.25f);
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
        assertThat(actual.get(column * actual.rows() + row))
            .isCloseTo(shaped.getDouble(row, column), within(1e-5));
      }
    }
  }
}

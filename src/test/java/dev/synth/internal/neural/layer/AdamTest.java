package dev.synth.internal.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;

final class AdamTest {
  private static final int SIZE = 20;

  @Test
  void stepsAsDl4jDoes() {
    Matrix parameters = Matrix.zeros(DataType.FLOAT, 1, SIZE);
    Matrix gradient = Matrix.zeros(DataType.FLOAT, 1, SIZE);
    Adam adam = new Adam(parameters, gradient, 0.01);
    AdamUpdater updater =
        new AdamUpdater(new org.nd4j.linalg.learning.config.Adam(0.01, 0.9, 0.999, 1e-8));
    updater.setStateViewArray(Nd4j.zeros(1, 2 * SIZE), new long[] {1, SIZE}, 'c', true);
    INDArray expected = Nd4j.zeros(DataType.FLOAT, 1, SIZE);
    RandomStream stream = new Seeds(1).stream("gradients");
    for (int step = 0; step < 50; step++) {
      for (int i = 0; i < SIZE; i++) {
        gradient.set(i, i * stream.nextGaussian());
      }
      INDArray update = gradient.array().dup();
      updater.applyUpdater(update, step, 0);
      expected.subi(update);
      adam.step();
    }
    for (int i = 0; i < SIZE; i++) {
      // Single precision, and DL4J adds ε at another place: 50 steps of 0.01 · 10⁻⁵.
      assertThat(parameters.get(i)).isCloseTo(expected.getDouble(0, i), within(5e-6));
    }
  }

  @Test
  void takesAFirstStepOfTheLearningRate() {
    Matrix parameters = Matrix.zeros(DataType.FLOAT, 1, 2);
    Matrix gradient = Matrix.zeros(DataType.FLOAT, 1, 2);
    gradient.set(0, 30);
    gradient.set(1, -0.002);
    new Adam(parameters, gradient, 0.01).step();
    assertThat(parameters.get(0)).isCloseTo(-0.01, within(1e-6)); // m̂/√v̂ = sign of the gradient
    assertThat(parameters.get(1)).isCloseTo(0.01, within(1e-6));
  }
}

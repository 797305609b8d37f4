package dev.synth.internal.neural.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.internal.neural.layer.Matrix;
import dev.synth.internal.neural.vae.ElboGradientTest;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

final class FlowHeadsTest {
  private static final double[] OUTPUT = {Math.log(.2), Math.log(.5), Math.log(.3), 1.5, 0, 0, -4};
  private static final double[] TARGET = {0, 1, 0, 1, 1, 0, -3};

  private final FlowHeads heads = new FlowHeads(ElboGradientTest.LAYOUT);
  private final Matrix gradient = Matrix.zeros(DataType.DOUBLE, 1, 7);

  @Test
  void addsUpSquaredErrorsAndTheNatsOfHiddenCases() {
    FlowLoss both = loss(true, true);
    // Errors of .5 and −1; −ln .5 for the colour and for the balance's case.
    assertThat(both.velocity()).isCloseTo((.25 + 1) / 2, within(1e-12));
    assertThat(both.crossEntropy()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(both.total()).isCloseTo(1.25 + 2 * Math.log(2), within(1e-12));
    assertGradient(.2, -.5, .3, 1, -.5, .5, -2);

    FlowLoss one = loss(true, false);
    assertThat(one.crossEntropy()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(one.total()).isCloseTo(1.25 + Math.log(2), within(1e-12));
    assertGradient(.2, -.5, .3, 1, 0, 0, -2);
  }

  @Test
  void hasNoCrossEntropyWhereEveryCaseStands() {
    assertThat(loss(false, false)).isEqualTo(new FlowLoss(.625, 0, 1.25));
    assertGradient(0, 0, 0, 1, 0, 0, -2);
  }

  private FlowLoss loss(boolean... hidden) {
    return heads.loss(row(OUTPUT), row(TARGET), hidden, gradient);
  }

  private void assertGradient(double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(gradient.get(i)).isCloseTo(expected[i], within(1e-12));
    }
  }

  private static Matrix row(double[] values) {
    Matrix matrix = Matrix.zeros(DataType.DOUBLE, 1, values.length);
    matrix.setRow(0, values);
    return matrix;
  }
}

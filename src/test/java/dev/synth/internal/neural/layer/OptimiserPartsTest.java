package dev.synth.internal.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Schedules, weight decay, clipping and averaging; expected numbers are worked out by hand. */
final class OptimiserPartsTest {
  @Test
  void warmsUpAndFallsAlongACosine() {
    LearningRate rate = new LearningRate.Cosine(0.1, 4, 12);
    assertThat(rate.at(1)).isCloseTo(0.02, within(1e-15)); // a fifth of the way
    assertThat(rate.at(4)).isCloseTo(0.08, within(1e-15));
    assertThat(rate.at(5)).isCloseTo(0.1, within(1e-15));
    assertThat(rate.at(9)).isCloseTo(0.05, within(1e-15)); // half of the eight steps: cos(π/2)
    assertThat(rate.at(12)).isCloseTo(0.05 * (1 + Math.cos(Math.PI * 7 / 8)), within(1e-15));
    assertThat(rate.at(99)).isEqualTo(rate.at(12));
    assertThat(new LearningRate.Constant(0.3).at(7)).isEqualTo(0.3);
    assertThatThrownBy(() -> new LearningRate.Cosine(0.1, 12, 12))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void decaysWeightsApartFromTheGradient() {
    Matrix parameters = row(2, -4);
    Matrix gradient = row(0, 0.3);
    AdamOptions options = new AdamOptions(new LearningRate.Constant(0.1), 0.9, 0.999, 0.5);
    new Adam(parameters, gradient, options).step();
    // 2 · (1 − 0.1 · 0.5); −4 · 0.95 − 0.1, for the first step of Adam is the learning rate.
    assertThat(parameters.get(0)).isCloseTo(1.9, within(1e-6));
    assertThat(parameters.get(1)).isCloseTo(-3.9, within(1e-6));
    assertThatThrownBy(() -> new AdamOptions(new LearningRate.Constant(0.1), 1, 0.9, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void followsItsSchedule() {
    Matrix parameters = row(0);
    Matrix gradient = row(1);
    Adam adam =
        new Adam(parameters, gradient, AdamOptions.standard(new LearningRate.Cosine(0.1, 1, 3)));
    adam.step();
    assertThat(parameters.get(0)).isCloseTo(-0.05, within(1e-6)); // half way up
    adam.step();
    assertThat(parameters.get(0)).isCloseTo(-0.15, within(1e-6)); // the peak; equal gradients
    adam.step();
    assertThat(parameters.get(0)).isCloseTo(-0.2, within(1e-6)); // 0.1 · ½(1 + cos(π/2))
  }

  @Test
  void clipsByTheJointNorm() {
    List<Matrix> gradients = List.of(row(3, 0), row(0, 0, 4)); // of norm 5
    assertThat(GradientNorm.factor(gradients, 10)).isEqualTo(1);
    assertThat(GradientNorm.factor(gradients, 5)).isEqualTo(1);
    assertThat(GradientNorm.factor(gradients, 1)).isCloseTo(0.2, within(1e-15));
    assertThat(GradientNorm.factor(List.of(row(Double.NaN)), 1)).isNaN();
  }

  @Test
  void stepsOnTheClippedGradient() {
    Matrix clipped = row(1, 1);
    Matrix scaled = row(1, 1);
    Adam first = new Adam(clipped, row(0.5, -2), 0.01);
    Adam second = new Adam(scaled, row(0.25, -1), 0.01);
    for (int i = 0; i < 3; i++) {
      first.step(0.5);
      second.step();
    }
    assertThat(clipped.get(0)).isEqualTo(scaled.get(0));
    assertThat(clipped.get(1)).isEqualTo(scaled.get(1));
  }

  @Test
  void averagesAndSwaps() {
    Matrix parameters = row(1);
    Ema ema = new Ema(parameters, 0.25);
    parameters.set(0, 12);
    ema.update(); // decay min(.25, 2/11) = 2/11: 1 + 9/11 · 11
    Matrix copy = row(0);
    ema.copyInto(copy);
    assertThat(copy.get(0)).isCloseTo(10, within(1e-6));
    ema.update(); // min(.25, 3/12) = .25: 10 + .75 · 2
    ema.swap();
    assertThat(parameters.get(0)).isCloseTo(11.5, within(1e-5));
    ema.swap();
    assertThat(parameters.get(0)).isEqualTo(12);
    assertThatThrownBy(() -> new Ema(parameters, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Matrix row(double... values) {
    Matrix matrix = Matrix.zeros(DataType.FLOAT, 1, values.length);
    matrix.setRow(0, values);
    return matrix;
  }
}

package dev.synth.internal.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.neural.vae.ElboGradientTest;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

final class HeadsTest {
  private static final double[] OUTPUT = {Math.log(.2), Math.log(.5), Math.log(.3), 1.5, 0, 0, -4};
  private final Heads heads = new Heads(ElboGradientTest.LAYOUT, DataType.DOUBLE);
  private final Matrix outputs = row(OUTPUT);

  @Test
  void addsUpTheNegativeLogLikelihoods() {
    heads.logDeviations().set(0, Math.log(.5));
    heads.logDeviations().set(1, Math.log(.25));
    // −ln .5 for the colour, −ln φ((1 − 1.5)/.5)/.5 for the amount, −ln ½ for the balance's case.
    double amount = 0.5 + Math.log(.5) + 0.5 * Math.log(2 * Math.PI);
    double closed = -Math.log(.5) + amount - Math.log(.5);
    assertThat(loss(0, 1, 0, 1, 1, 0, 0)).isCloseTo(closed, within(1e-12));
    // Case 1 opens the balance's number: −ln φ((−3.5 + 4)/.25)/.25 besides.
    double balance = 2 + Math.log(.25) + 0.5 * Math.log(2 * Math.PI);
    assertThat(loss(0, 1, 0, 1, 0, 1, -3.5)).isCloseTo(closed + balance, within(1e-12));
  }

  @Test
  void drawsCasesByTheirProbabilitiesAndNumbersWithTheirNoise() {
    heads.logDeviations().set(0, Math.log(.5));
    RandomStream stream = new Seeds(1).stream("draws");
    int draws = 20_000;
    double[] drawn = new double[7];
    double[] counts = new double[7];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      heads.draw(outputs, 0, stream, drawn);
      for (int k = 0; k < 7; k++) {
        counts[k] += drawn[k] == 1 ? 1 : 0;
      }
      sum += drawn[3];
      squares += (drawn[3] - 1.5) * (drawn[3] - 1.5);
      assertThat(drawn[6] != 0).isEqualTo(drawn[5] == 1);
    }
    // Four standard errors: 4 · √(.25 / 20,000) = .014, 4 · .5 / √20,000 = .014.
    assertThat(counts[0] / draws).isCloseTo(.2, within(.014));
    assertThat(counts[1] / draws).isCloseTo(.5, within(.014));
    assertThat(counts[0] + counts[1] + counts[2]).isEqualTo(draws);
    assertThat(counts[4] / draws).isCloseTo(.5, within(.014));
    assertThat(sum / draws).isCloseTo(1.5, within(.014));
    assertThat(Math.sqrt(squares / draws)).isCloseTo(.5, within(.01));
  }

  @Test
  void keepsDeviationsWithinTheirBounds() {
    heads.logDeviations().set(0, -20);
    heads.logDeviations().set(1, 20);
    heads.keepWithinBounds();
    assertThat(Math.exp(heads.logDeviations().get(0)))
        .isCloseTo(Heads.LEAST_DEVIATION, within(1e-9));
    assertThat(Math.exp(heads.logDeviations().get(1)))
        .isCloseTo(Heads.LARGEST_DEVIATION, within(1e-9));
  }

  private double loss(double... target) {
    return heads.loss(outputs, row(target), Matrix.zeros(DataType.DOUBLE, 1, 7));
  }

  private static Matrix row(double[] values) {
    Matrix matrix = Matrix.zeros(DataType.DOUBLE, 1, values.length);
    matrix.setRow(0, values);
    return matrix;
  }
}

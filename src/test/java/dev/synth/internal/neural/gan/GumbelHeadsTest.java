package dev.synth.internal.neural.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.neural.layer.Matrix;
import dev.synth.internal.neural.vae.ElboGradientTest;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

final class GumbelHeadsTest {
  private static final double[] OUTPUT = {Math.log(.2), Math.log(.5), Math.log(.3), 1.5, 0, 0, -4};
  private static final int DRAWS = 20_000;

  /** Four standard errors of a share of ½: 4 · √(.25 / 20,000). */
  private static final double ERROR = .015;

  private final GumbelHeads heads = new GumbelHeads(ElboGradientTest.LAYOUT);
  private final RandomStream stream = new Seeds(1).stream("draws");
  private final Matrix outputs = Matrix.zeros(DataType.DOUBLE, 2, 7);

  GumbelHeadsTest() {
    outputs.setRow(0, OUTPUT);
    outputs.setRow(1, OUTPUT);
  }

  @Test
  void drawsCasesByTheirProbabilitiesAndNumbersWhereTheirGateIsOpen() {
    double[] counts = new double[7];
    double[] drawn = new double[7];
    for (int i = 0; i < DRAWS; i++) {
      heads.draw(outputs, 1, stream, drawn);
      for (int k = 0; k < 7; k++) {
        counts[k] += drawn[k] == 1 ? 1.0 / DRAWS : 0;
      }
      assertThat(drawn[3]).isEqualTo(1.5);
      assertThat(drawn[6]).isEqualTo(drawn[5] == 1 ? -4 : 0);
    }
    assertThat(counts).containsExactly(new double[] {.2, .5, .3, 0, .5, .5, 0}, within(ERROR));
  }

  @Test
  void softensDrawsWithoutChangingTheirProbabilities() {
    Matrix rows = Matrix.zeros(DataType.DOUBLE, 2, 7);
    double[] counts = new double[3];
    for (int i = 0; i < DRAWS; i++) {
      heads.forward(outputs, stream, rows);
      double[] row = new double[7];
      rows.copyRow(1, row);
      assertThat(row[0] + row[1] + row[2]).isCloseTo(1, within(1e-12));
      assertThat(row[4] + row[5]).isCloseTo(1, within(1e-12));
      assertThat(row[3]).isEqualTo(1.5);
      assertThat(row[6]).isEqualTo(-4 * row[5]); // what a closed gate hides, the critic never sees
      for (int k = 0; k < 3; k++) {
        boolean largest = row[k] >= Math.max(row[(k + 1) % 3], row[(k + 2) % 3]);
        counts[k] += largest ? 1.0 / DRAWS : 0;
      }
    }
    assertThat(counts).containsExactly(new double[] {.2, .5, .3}, within(ERROR));
  }

  @Test
  void missesAConditionByTheCasesNegativeLogProbability() {
    Matrix gradient = Matrix.zeros(DataType.DOUBLE, 2, 7);
    // −ln .5 for the colour, −ln ½ for the balance, over two rows.
    assertThat(heads.conditionLoss(outputs, new int[] {1, 4}, gradient))
        .isCloseTo(Math.log(2), within(1e-12));
    int[] nothing = {LevelConditions.NONE, LevelConditions.NONE};
    assertThat(heads.conditionLoss(outputs, nothing, gradient)).isZero();
    double[] first = new double[7];
    gradient.copyRow(0, first);
    // p − 1 at the case that was asked for, p beside it, divided by two rows.
    assertThat(first).containsExactly(new double[] {.1, -.25, .15, 0, 0, 0, 0}, within(1e-12));
  }
}

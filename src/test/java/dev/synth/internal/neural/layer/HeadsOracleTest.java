package dev.synth.internal.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.variational.GaussianReconstructionDistribution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** The heads against DL4J's losses, in single precision as they are used. */
final class HeadsOracleTest {
  private static final int ROWS = 9;
  private static final int CASES = 4;
  private static final int SCALARS = 3;

  private final EncodedLayout layout =
      new EncodedLayout(
          List.of(
              new Span.OneHot("colour", 0, CASES),
              new Span.Scalar("a", CASES, Span.Scalar.ALWAYS),
              new Span.Scalar("b", CASES + 1, Span.Scalar.ALWAYS),
              new Span.Scalar("c", CASES + 2, Span.Scalar.ALWAYS)));
  private final Heads heads = new Heads(layout, DataType.FLOAT);
  private final Matrix outputs = Matrix.zeros(DataType.FLOAT, ROWS, CASES + SCALARS);
  private final Matrix targets = Matrix.zeros(DataType.FLOAT, ROWS, CASES + SCALARS);
  private final Matrix gradient = Matrix.zeros(DataType.FLOAT, ROWS, CASES + SCALARS);

  @BeforeEach
  void fill() {
    RandomStream stream = new Seeds(1).stream("rows");
    for (int i = 0; i < outputs.size(); i++) {
      outputs.set(i, 2 * stream.nextGaussian());
      targets.set(i, i < ROWS * CASES ? 0 : stream.nextGaussian());
    }
    for (int row = 0; row < ROWS; row++) {
      targets.set(stream.nextInt(CASES) * ROWS + row, 1);
    }
    for (int i = 0; i < SCALARS; i++) {
      heads.logDeviations().set(i, Math.log(0.3 + 0.4 * i));
    }
  }

  @Test
  void agreeWithSoftmaxCrossEntropyAndTheNormalLogDensity() {
    double loss = heads.loss(outputs, targets, gradient);

    LossMCXENT crossEntropy = new LossMCXENT();
    INDArray labels = columns(targets, 0, CASES);
    double cases =
        crossEntropy.computeScore(
            labels, columns(outputs, 0, CASES), new ActivationSoftmax(), null, true);
    INDArray byCases =
        crossEntropy.computeGradient(
            labels, columns(outputs, 0, CASES), new ActivationSoftmax(), null);
    GaussianReconstructionDistribution normal =
        new GaussianReconstructionDistribution(Activation.IDENTITY);
    INDArray numbers = columns(targets, CASES, SCALARS);
    INDArray parameters = parameters();
    double scalars = normal.negLogProbability(numbers, parameters, true);
    INDArray byParameters = normal.gradient(numbers, parameters);

    assertThat(loss).isCloseTo(cases + scalars, within(1e-5));
    for (int row = 0; row < ROWS; row++) {
      for (int k = 0; k < CASES; k++) {
        assertThat(gradient.get(k * ROWS + row))
            .isCloseTo(byCases.getDouble(row, k) / ROWS, within(1e-5));
      }
      for (int k = 0; k < SCALARS; k++) {
        assertThat(gradient.get((CASES + k) * ROWS + row))
            .isCloseTo(byParameters.getDouble(row, k) / ROWS, within(1e-5));
      }
    }
    for (int k = 0; k < SCALARS; k++) {
      double byLogVariance = 0;
      for (int row = 0; row < ROWS; row++) {
        byLogVariance += byParameters.getDouble(row, SCALARS + k) / ROWS;
      }
      // ln σ = ½ ln σ², so that its slope is twice the one by the log-variance.
      assertThat(heads.logDeviationsGradient().get(k)).isCloseTo(2 * byLogVariance, within(1e-5));
    }
  }

  /** Means, then log-variances. */
  private INDArray parameters() {
    INDArray parameters = Nd4j.create(DataType.FLOAT, ROWS, 2 * SCALARS);
    for (int row = 0; row < ROWS; row++) {
      for (int k = 0; k < SCALARS; k++) {
        parameters.putScalar(row, k, outputs.get((CASES + k) * ROWS + row));
        parameters.putScalar(row, SCALARS + k, 2 * heads.logDeviations().get(k));
      }
    }
    return parameters;
  }

  private static INDArray columns(Matrix matrix, int first, int count) {
    INDArray columns = Nd4j.create(DataType.FLOAT, ROWS, count);
    for (int row = 0; row < ROWS; row++) {
      for (int k = 0; k < count; k++) {
        columns.putScalar(row, k, matrix.get((first + k) * ROWS + row));
      }
    }
    return columns;
  }
}

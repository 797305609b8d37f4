package dev.synth.internal.neural.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.neural.layer.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** A classifier's loss and gradient, and what remains of the network when it is trained. */
final class ClassifierGradientTest {
  private static final BatchShape SHAPE = new BatchShape(10, 3, 0.05);
  private static final int[] BATCH = IntStream.range(0, 10).toArray();
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @CsvSource({"0, .5", "1, .3", "2, .25", "2, .5", "4.5, .9"})
  void agreesWithCentralDifferences(double gamma, double alpha) {
    ClassifierNetwork network = network(7, DataType.DOUBLE);
    double[][] rows = rows(8);
    try (ClassifierPass pass = new ClassifierPass(network, new FocalLoss(gamma, alpha), SHAPE)) {
      pass.forward(rows, BATCH);
      pass.backward();
      Matrix gradient = network.stack().gradient();
      double[] analytic = IntStream.range(0, gradient.size()).mapToDouble(gradient::get).toArray();
      Matrix parameters = network.stack().parameters();
      for (int i = 0; i < analytic.length; i++) {
        double value = parameters.get(i);
        parameters.set(i, value + STEP);
        double above = pass.forward(rows, BATCH);
        parameters.set(i, value - STEP);
        double below = pass.forward(rows, BATCH);
        parameters.set(i, value);
        // Error of the difference: rounding 1e-16 / 1e-5 times a loss below 1, and O(step²).
        assertThat(analytic[i]).isCloseTo((above - below) / (2 * STEP), within(1e-8));
      }
      assertThat(Arrays.stream(analytic).map(Math::abs).max().orElse(0)).isGreaterThan(1e-3);
    }
  }

  @Test
  void weighsTheRareRowsOfABatchDownToTheirShare() {
    double[][] zeros = new double[10][4];
    ClassifierNetwork network = network(7, DataType.DOUBLE);
    FocalLoss loss = new FocalLoss(0, 0.5);
    try (ClassifierPass pass = new ClassifierPass(network, loss, SHAPE)) {
      // Rows of zeros give the last bias, the logit of .05; ½ · (.05 · −ln .05 + .95 · −ln .95)
      assertThat(pass.forward(zeros, BATCH)).isCloseTo(0.0992576216729363, within(1e-12));
    }
  }

  @Test
  void thePlainScorerIsTheDl4jNetwork() {
    ClassifierNetwork network = network(3, DataType.FLOAT);
    double[][] rows = rows(4);
    var expected = ((MultiLayerNetwork) network.stack().network()).output(Nd4j.create(rows));
    LogitScorer scorer = network.scorer();
    for (int row = 0; row < rows.length; row++) {
      assertThat(scorer.logit(rows[row])).isCloseTo(expected.getDouble(row), within(1e-5));
    }
  }

  @Test
  void theScorerKeepsWhatTheNetworkWas() {
    ClassifierNetwork network = network(3, DataType.FLOAT);
    double[][] rows = rows(4);
    LogitScorer before = network.scorer();
    double logit = before.logit(rows[0]);
    var plan = new ClassifierOptimiser.Settings(20, 0.05, 0);
    try (var optimiser = new ClassifierOptimiser(network, new FocalLoss(2, 0.5), SHAPE, plan)) {
      double first = optimiser.step(rows, BATCH);
      double last = first;
      for (int step = 1; step < 20; step++) {
        last = optimiser.step(rows, BATCH);
      }
      assertThat(last).isLessThan(0.5 * first);
    }
    assertThat(before.logit(rows[0])).isEqualTo(logit);
    assertThat(network.scorer().logit(rows[0])).isNotEqualTo(logit);
  }

  @Test
  void refusesABatchWithoutBothClasses() {
    assertThatThrownBy(() -> new BatchShape(4, 4, 0.5)).hasMessageContaining("4 rare rows of 4");
    assertThatThrownBy(() -> new BatchShape(4, 1, 1)).hasMessageContaining("weigh 1.0");
  }

  private static ClassifierNetwork network(int seed, DataType type) {
    RandomStream weights = new Seeds(seed).stream("weights");
    return new ClassifierNetwork(List.of(4, 6, 5, 1), 0.05, weights, type);
  }

  private static double[][] rows(int seed) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[][] rows = new double[10][4];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> stream.nextGaussian());
    }
    return rows;
  }
}

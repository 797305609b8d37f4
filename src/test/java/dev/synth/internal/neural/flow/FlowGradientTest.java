package dev.synth.internal.neural.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.neural.layer.Matrix;
import dev.synth.internal.neural.vae.ElboGradientTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The gradient of the flow model's loss, through heads and network, against central differences in
 * double precision.
 */
final class FlowGradientTest {
  private static final int ROWS = 6;
  private static final int[] BATCH = IntStream.range(0, ROWS).toArray();
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void agreesWithCentralDifferences(int seed) {
    FlowModel model =
        new FlowModel(
            new FlowShape(ElboGradientTest.LAYOUT, List.of(8, 8, 5), 1),
            new Seeds(seed).stream("weights"),
            DataType.DOUBLE);
    double[][] rows = rows(ROWS, new Seeds(seed).stream("rows"));
    try (FlowPass pass = new FlowPass(model, ROWS)) {
      pass.forward(rows, BATCH, noise(seed));
      pass.backward();
      Matrix gradient = model.stack().gradient();
      double[] analytic = IntStream.range(0, gradient.size()).mapToDouble(gradient::get).toArray();
      Matrix parameters = model.stack().parameters();
      for (int i = 0; i < analytic.length; i++) {
        double value = parameters.get(i);
        parameters.set(i, value + STEP);
        double above = pass.forward(rows, BATCH, noise(seed)).total();
        parameters.set(i, value - STEP);
        double below = pass.forward(rows, BATCH, noise(seed)).total();
        parameters.set(i, value);
        // Error of the difference: rounding 1e-16 / 1e-5 times a loss near 10, and O(step²).
        assertThat(analytic[i]).isCloseTo((above - below) / (2 * STEP), within(1e-7));
      }
      assertThat(Arrays.stream(analytic).map(Math::abs).max().orElse(0)).isGreaterThan(1e-2);
    }
  }

  private static RandomStream noise(int seed) {
    return new Seeds(seed).stream("noise");
  }

  /** Rows of {@link ElboGradientTest#LAYOUT} with a condition of 0 or 1 behind them. */
  static double[][] rows(int count, RandomStream stream) {
    double[][] rows = new double[count][8];
    for (double[] row : rows) {
      row[stream.nextInt(3)] = 1;
      row[3] = stream.nextGaussian();
      int chosen = stream.nextInt(2);
      row[4 + chosen] = 1;
      row[6] = chosen == 1 ? stream.nextGaussian() : 0;
      row[7] = stream.nextInt(2);
    }
    return rows;
  }
}

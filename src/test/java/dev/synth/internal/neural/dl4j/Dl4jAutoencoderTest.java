package dev.synth.internal.neural.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.Matrix;
import dev.synth.internal.neural.layer.Tensors;
import dev.synth.internal.neural.vae.ElboGradientTest;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.layers.variational.VariationalAutoencoder;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

final class Dl4jAutoencoderTest {
  private static final double[][] ROWS = rows();
  private static final int[] ALL = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

  @Test
  void decodesAsTheLayerDoes() {
    Dl4jAutoencoder model = trained(5, () -> {});
    float[][] points = {{0.5f, -1, 2}, {0, 0.25f, -0.75f}};
    VariationalAutoencoder layer = (VariationalAutoencoder) model.network().getLayer(0);
    INDArray means = layer.generateAtMeanGivenZ(Nd4j.createFromArray(points));
    DenseStack stack = model.decoder().stack();
    try (DenseStack.Pass pass = stack.pass(2)) {
      for (int row = 0; row < 2; row++) {
        pass.input().setRow(row, new double[] {points[row][0], points[row][1], points[row][2]});
      }
      pass.forward();
      double[] output = new double[9];
      for (int row = 0; row < 2; row++) {
        pass.output().copyRow(row, output);
        // Two scalars: two means, two log variances; then five logits. Single precision.
        for (int k = 0; k < 7; k++) {
          double mean = k < 2 ? output[k] : 1 / (1 + Math.exp(-output[k + 2]));
          assertThat(mean).isCloseTo(means.getDouble(row, k), within(1e-5));
        }
      }
    }
  }

  @Test
  void learnsTheSameWhateverElseDrawsFromTheThreadsGenerator() {
    Dl4jAutoencoder alone = trained(10, () -> {});
    Dl4jAutoencoder disturbed = trained(10, () -> Nd4j.randn(7, 3).close());
    assertThat(parameters(disturbed)).containsExactly(parameters(alone));
    assertThat(parameters(trained(11, () -> {}))).isNotEqualTo(parameters(alone));
  }

  @Test
  void learns() {
    Dl4jAutoencoder model = untrained();
    RandomStream noise = new Seeds(1).stream("noise");
    double first = model.step(ROWS, ALL, noise);
    double last = first;
    for (int step = 0; step < 200; step++) {
      last = model.step(ROWS, ALL, noise);
    }
    assertThat(last).isLessThan(first - 1);
  }

  @Test
  void drawsOneCaseAChoiceAndNoNumberBehindAClosedGate() {
    Dl4jAutoencoder.Decoder decoder = trained(50, () -> {}).decoder();
    RandomStream stream = new Seeds(2).stream("points");
    int open = 0;
    for (double[] row : decoder.draw(new double[400][3], stream)) {
      assertThat(row[0] + row[1] + row[2]).isEqualTo(1);
      assertThat(row[4] + row[5]).isEqualTo(1);
      assertThat(row[6] != 0).isEqualTo(row[5] == 1);
      open += row[5] == 1 ? 1 : 0;
    }
    assertThat(open).isBetween(20, 380);
  }

  @Test
  void isRebuiltFromItsTensors() {
    Dl4jAutoencoder model = trained(5, () -> {});
    Tensors tensors = new Tensors();
    model.saveTo(tensors);
    Dl4jAutoencoder rebuilt = Dl4jAutoencoder.restore(shape(ElboGradientTest.LAYOUT), tensors);
    assertThat(parameters(rebuilt)).containsExactly(parameters(model));
    double[][] points = {{1, 2, 3}};
    assertThat(rebuilt.decoder().draw(points, new Seeds(1).stream("a")))
        .isDeepEqualTo(model.decoder().draw(points, new Seeds(1).stream("a")));
  }

  @Test
  void takesRowsOfScalarsOrOfChoicesAlone() {
    EncodedLayout scalars = new EncodedLayout(List.of(new Span.Scalar("x", 0, Span.Scalar.ALWAYS)));
    EncodedLayout choices = new EncodedLayout(List.of(new Span.OneHot("c", 0, 2)));
    for (EncodedLayout layout : List.of(scalars, choices)) {
      Dl4jAutoencoder model = new Dl4jAutoencoder(shape(layout), new Seeds(1).stream("seeds"));
      double[][] rows = {Arrays.copyOf(new double[] {1}, layout.width())};
      assertThat(model.step(rows, new int[] {0}, new Seeds(1).stream("noise"))).isFinite();
      assertThat(model.decoder().draw(new double[1][3], new Seeds(1).stream("a"))[0])
          .hasSize(layout.width());
    }
  }

  private static Dl4jAutoencoder trained(int steps, Runnable between) {
    Dl4jAutoencoder model = untrained();
    RandomStream noise = new Seeds(1).stream("noise");
    for (int step = 0; step < steps; step++) {
      between.run();
      model.step(ROWS, ALL, noise);
    }
    return model;
  }

  private static Dl4jAutoencoder untrained() {
    return new Dl4jAutoencoder(shape(ElboGradientTest.LAYOUT), new Seeds(1).stream("seeds"));
  }

  private static Dl4jAutoencoder.Shape shape(EncodedLayout layout) {
    return new Dl4jAutoencoder.Shape(layout, List.of(8, 6), 3, 0.01);
  }

  private static double[][] rows() {
    Matrix filled = Matrix.zeros(org.nd4j.linalg.api.buffer.DataType.DOUBLE, 12, 7);
    ElboGradientTest.fill(filled, new Seeds(1).stream("rows"));
    double[][] rows = new double[12][7];
    for (int row = 0; row < 12; row++) {
      filled.copyRow(row, rows[row]);
    }
    return rows;
  }

  private static float[] parameters(Dl4jAutoencoder model) {
    return model.network().params().dup().data().asFloat();
  }
}

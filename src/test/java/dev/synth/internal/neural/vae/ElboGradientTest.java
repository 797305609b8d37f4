package dev.synth.internal.neural.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.layer.Heads;
import dev.synth.internal.neural.layer.Matrix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Every gradient of the autoencoder, through both stacks, all heads and the divergence, against
 * central differences in double precision.
 */
public final class ElboGradientTest {
  /** A choice of 3; a number; a choice of 2 whose second case has a number. */
  public static final EncodedLayout LAYOUT =
      new EncodedLayout(
          List.of(
              new Span.OneHot("colour", 0, 3),
              new Span.Scalar("amount", 3, Span.Scalar.ALWAYS),
              new Span.OneHot("balance", 4, 2),
              new Span.Scalar("balance", 6, 5)));

  private static final int ROWS = 6;
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @CsvSource({"1, 1.0, 0", "2, 0.25, 0", "3, 0.0, 0", "4, 4.0, 0", "5, 1.0, 1", "6, 0.25, 2"})
  void agreesWithCentralDifferences(int seed, double beta, int conditions) {
    VariationalAutoencoder model =
        new VariationalAutoencoder(
            new Architecture(LAYOUT, List.of(8, 6), 3, conditions),
            new Seeds(seed).stream("weights"),
            DataType.DOUBLE);
    try (ElboPass pass = new ElboPass(model, ROWS)) {
      fill(pass.input(), new Seeds(seed).stream("rows"));
      pass.forward(noise(seed));
      pass.backward(beta);
      Heads heads = model.heads();
      double[] encoder = copy(model.encoder().gradient());
      double[] decoder = copy(model.decoder().gradient());
      double[] deviations = copy(heads.logDeviationsGradient()); // each loss overwrites it

      check(encoder, model.encoder().parameters(), pass, seed, beta);
      check(decoder, model.decoder().parameters(), pass, seed, beta);
      check(deviations, heads.logDeviations(), pass, seed, beta);
    }
  }

  private static double[] copy(Matrix gradient) {
    double[] copy = new double[gradient.size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = gradient.get(i);
    }
    return copy;
  }

  private static void check(
      double[] analytic, Matrix parameters, ElboPass pass, int seed, double beta) {
    for (int i = 0; i < analytic.length; i++) {
      double value = parameters.get(i);
      parameters.set(i, value + STEP);
      double above = pass.forward(noise(seed)).total(beta);
      parameters.set(i, value - STEP);
      double below = pass.forward(noise(seed)).total(beta);
      parameters.set(i, value);
      // Error of the difference: rounding 1e-16 / 1e-5 times a loss near 10, and O(step²).
      assertThat(analytic[i]).isCloseTo((above - below) / (2 * STEP), within(1e-7));
    }
    assertThat(Arrays.stream(analytic).map(Math::abs).max().orElse(0)).isGreaterThan(1e-3);
  }

  private static RandomStream noise(int seed) {
    return new Seeds(seed).stream("noise");
  }

  public static void fill(Matrix input, RandomStream stream) {
    for (int row = 0; row < input.rows(); row++) {
      double[] encoded = new double[input.columns()]; // beyond the layout: conditions
      encoded[stream.nextInt(3)] = 1;
      encoded[3] = stream.nextGaussian();
      int chosen = stream.nextInt(2);
      encoded[4 + chosen] = 1;
      encoded[6] = chosen == 1 ? stream.nextGaussian() : 0;
      for (int i = LAYOUT.width(); i < encoded.length; i++) {
        encoded[i] = stream.nextInt(2);
      }
      input.setRow(row, encoded);
    }
  }
}

package dev.synth.internal.neural.vae;

import dev.synth.base.RandomStream;
import dev.synth.internal.neural.layer.ChoiceLosses;
import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.Heads;
import dev.synth.internal.neural.layer.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of the evidence lower bound on a fixed number of rows, and of its gradients.
 *
 * <p>Kingma and Welling, Auto-Encoding Variational Bayes (ICLR 2014), equation 10 with one draw a
 * row: z = μ + e^{v/2} ε, and the divergence ½·Σ(μ² + e^v − 1 − v).
 */
final class ElboPass implements AutoCloseable {
  /** Bounds of a code's log-variance v; beyond them its gradient is 0. */
  static final double LEAST_LOG_VARIANCE = -12;

  static final double LARGEST_LOG_VARIANCE = 6;

  private final Heads heads;
  private final int conditions;
  private final DenseStack.Pass encoder;
  private final DenseStack.Pass decoder;
  private final @Nullable ChoiceLosses choiceLosses;
  private final double[] noise;
  private final double[] deviations;

  ElboPass(VariationalAutoencoder model, int rows) {
    heads = model.heads();
    int latentDimension = model.architecture().latentDimension();
    conditions = model.architecture().conditions();
    encoder = model.encoder().pass(rows);
    decoder = model.decoder().pass(rows);
    choiceLosses = heads.choiceLosses(decoder.output());
    noise = new double[rows * latentDimension];
    deviations = new double[rows * latentDimension];
  }

  /** Returns where the encoded rows go in, with their conditions behind them. */
  Matrix input() {
    return encoder.input();
  }

  /** Returns the loss of the rows in {@link #input}, and readies {@link #backward}. */
  Loss forward(RandomStream stream) {
    encoder.forward();
    double divergence = drawCodes(stream);
    passConditions();
    decoder.forward();
    double reconstruction =
        heads.loss(decoder.output(), encoder.input(), decoder.outputGradient(), choiceLosses);
    return new Loss(reconstruction, divergence / input().rows());
  }

  private double drawCodes(RandomStream stream) {
    Matrix codes = encoder.output();
    Matrix drawn = decoder.input();
    double divergence = 0;
    for (int i = 0; i < noise.length; i++) {
      double mean = codes.get(i);
      double logVariance = clamp(codes.get(noise.length + i));
      deviations[i] = Math.exp(logVariance / 2);
      noise[i] = stream.nextGaussian();
      drawn.set(i, mean + deviations[i] * noise[i]);
      divergence += 0.5 * (mean * mean + deviations[i] * deviations[i] - 1 - logVariance);
    }
    return divergence;
  }

  private void passConditions() {
    Matrix from = encoder.input();
    Matrix to = decoder.input();
    int size = conditions * from.rows();
    for (int i = 0; i < size; i++) {
      to.set(to.size() - size + i, from.get(from.size() - size + i));
    }
  }

  /** Returns a log-variance as it counts. */
  static double clamp(double logVariance) {
    // Not Math.clamp, which throws on NaN: a diverged network is reported by its loss.
    return Math.min(Math.max(logVariance, LEAST_LOG_VARIANCE), LARGEST_LOG_VARIANCE);
  }

  /** Leaves the gradients of reconstruction + beta · divergence in both stacks and the heads. */
  void backward(double beta) {
    decoder.backwardToInput();
    Matrix byCode = decoder.inputGradient();
    Matrix codes = encoder.output();
    Matrix gradient = encoder.outputGradient();
    double weight = beta / input().rows();
    for (int i = 0; i < noise.length; i++) {
      double slope = byCode.get(i);
      gradient.set(i, slope + weight * codes.get(i));
      double logVariance = codes.get(noise.length + i);
      double deviation = deviations[i];
      double byLogVariance =
          0.5 * (slope * noise[i] * deviation + weight * (deviation * deviation - 1));
      gradient.set(noise.length + i, logVariance == clamp(logVariance) ? byLogVariance : 0);
    }
    encoder.backward();
  }

  @Override
  public void close() {
    encoder.close();
    decoder.close();
  }
}

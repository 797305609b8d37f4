package dev.synth.internal.neural.vae;

import dev.synth.base.RandomStream;
import dev.synth.internal.neural.layer.Adam;
import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.Heads;

/**
 * Trains a variational autoencoder on batches of a fixed size, with Adam.
 *
 * <p>Holds native memory until it is closed.
 */
public final class VaeOptimiser implements AutoCloseable {
  private final VariationalAutoencoder model;
  private final ElboPass pass;
  private final double beta;
  private final Adam encoder;
  private final Adam decoder;
  private final Adam deviations;

  /**
   * An optimiser that has not taken a step yet.
   *
   * @param model what it trains, in place
   * @param batchSize rows a step, at least 1
   * @param learningRate Adam's step size, above 0
   * @param beta weight of the divergence, at least 0
   */
  public VaeOptimiser(
      VariationalAutoencoder model, int batchSize, double learningRate, double beta) {
    this.model = model;
    this.pass = new ElboPass(model, batchSize);
    this.beta = beta;
    encoder = adam(model.encoder(), learningRate);
    decoder = adam(model.decoder(), learningRate);
    Heads heads = model.heads();
    deviations = new Adam(heads.logDeviations(), heads.logDeviationsGradient(), learningRate);
  }

  private static Adam adam(DenseStack stack, double learningRate) {
    return new Adam(stack.parameters(), stack.gradient(), learningRate);
  }

  /**
   * Takes one step.
   *
   * @param rows encoded rows with their conditions, among which the step's are chosen
   * @param batch the positions of the step's rows, as many as the batch size
   * @param stream where the codes' noise comes from
   * @return the loss of these rows before the step; not finite once training has diverged
   */
  public Loss step(double[][] rows, int[] batch, RandomStream stream) {
    pass.input().setRows(rows, batch);
    Loss loss = pass.forward(stream);
    pass.backward(beta);
    encoder.step();
    decoder.step();
    deviations.step();
    model.heads().keepWithinBounds();
    return loss;
  }

  @Override
  public void close() {
    pass.close();
  }
}

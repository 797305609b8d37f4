package dev.synth.internal.neural.vae;

/**
 * A variational autoencoder's loss, in nats per row.
 *
 * @param reconstruction −ln p(row | code), averaged over rows; may be negative, since densities may
 *     exceed 1
 * @param divergence the Kullback–Leibler divergence of the codes from the standard normal prior, at
 *     least 0
 */
public record Loss(double reconstruction, double divergence) {
  /** Returns the loss as it is minimised. */
  public double total(double beta) {
    return reconstruction + beta * divergence;
  }
}

package dev.synth.internal.neural.gan;

/**
 * The parts of the loss of a GAN's generator on a batch.
 *
 * @param score the critic's mean output on the made rows; higher looks more real
 * @param condition the mean of −ln p(case that was asked for), in nats per row, at least 0; CTGAN's
 *     generator loss (Xu et al., NeurIPS 2019, section 4.3)
 */
public record GeneratorLoss(double score, double condition) {
  /** Returns what the generator minimises. */
  public double total() {
    return condition - score;
  }
}

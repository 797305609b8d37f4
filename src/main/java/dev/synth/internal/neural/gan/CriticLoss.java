package dev.synth.internal.neural.gan;

/**
 * The parts of a Wasserstein critic's loss on a batch.
 *
 * @param distance its mean output on real rows minus that on made ones: an estimate, from below, of
 *     the earth mover's distance between packs of real and of made rows, in units of the encoded
 *     row
 * @param penalty λ·mean (‖∇ₓD‖ − 1)², at least 0
 */
public record CriticLoss(double distance, double penalty) {
  /** Returns what the critic minimises. */
  public double total() {
    return penalty - distance;
  }
}

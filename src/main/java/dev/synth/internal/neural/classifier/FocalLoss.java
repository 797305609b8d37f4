package dev.synth.internal.neural.classifier;

import dev.synth.internal.base.PlainText;

/**
 * The focal loss of one row (Lin, Goyal, Girshick, He and Dollár, "Focal Loss for Dense Object
 * Detection", ICCV 2017, equation 5): −α_t · (1 − p_t)^γ · ln p_t, where p_t is what the network
 * gives the row's own class, and α_t is α for a rare row and 1 − α for another.
 *
 * <p>With γ = 0 it is the cross entropy. A larger γ takes the weight off rows that are classified
 * well already. It is then no proper loss: where a share η of equal rows is rare, it is least not
 * at p = η but nearer to ½. What the network's number means follows from setting the derivative to
 * 0: η / (1 − η) = (1 − α) · ℓ′(1 − p) / (α · ℓ′(p)) with ℓ(p) = −(1 − p)^γ · ln p, which rises
 * with p (Charoenphakdee, Vongkulbhisal, Chairatanakul and Sugiyama, "On Focal Loss for
 * Class-Posterior Probability Estimation", CVPR 2021, theorem 11, here for two classes and with α).
 * {@link #probability} gives that η, so that neither γ nor α moves the probabilities of a network
 * that has found the minimum, and no ranking changes.
 *
 * @param gamma γ, at least 0
 * @param alpha α, in (0, 1); ½ weighs the classes alike
 */
public record FocalLoss(double gamma, double alpha) {
  /** Above it, eᶻ · ln(1 + e⁻ᶻ) is 1 in double precision up to rounding, and eᶻ may overflow. */
  private static final double LARGE = 36;

  public FocalLoss {
    if (!(gamma >= 0 && Double.isFinite(gamma) && alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(PlainText.of("gamma %s, alpha %s", gamma, alpha));
    }
  }

  /** Returns the loss of a row whose logit of being rare is given, in nats, at least 0. */
  double of(double logit, boolean rare) {
    double own = rare ? logit : -logit;
    return weight(rare) * StrictMath.exp(-gamma * softplus(own)) * softplus(-own);
  }

  /** Returns the loss's derivative by the logit: the paper's appendix B, times α_t. */
  double slope(double logit, boolean rare) {
    double own = rare ? logit : -logit;
    double right = StrictMath.exp(-softplus(-own));
    double wrongToGamma = StrictMath.exp(-gamma * softplus(own));
    double wrong = StrictMath.exp(-softplus(own));
    double slope = -weight(rare) * wrongToGamma * (gamma * right * softplus(-own) + wrong);
    return rare ? slope : -slope;
  }

  private double weight(boolean rare) {
    return rare ? alpha : 1 - alpha;
  }

  /**
   * Returns which share of rows with a logit is rare, for a network that has found the minimum.
   *
   * @param logit finite
   * @return in [0, 1], rising with the logit
   */
  public double probability(double logit) {
    double odds = StrictMath.log((1 - alpha) / alpha) + steepness(-logit) - steepness(logit);
    return StrictMath.exp(-softplus(-odds));
  }

  /** ln of −ℓ′(p), by the logit of p. */
  private double steepness(double logit) {
    double scaled = logit > LARGE ? 1 : StrictMath.exp(logit) * softplus(-logit);
    return softplus(-logit) - gamma * softplus(logit) + StrictMath.log1p(gamma * scaled);
  }

  /** ln(1 + eˣ), which is −ln of the sigmoid of −x. */
  private static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}

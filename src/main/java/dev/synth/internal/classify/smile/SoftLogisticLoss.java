package dev.synth.internal.classify.smile;

import dev.synth.internal.classify.feature.Targets;
import java.util.Arrays;
import smile.math.BFGS;
import smile.util.function.DifferentiableMultivariateFunction;

/**
 * The loss of a logistic regression on targets that may be probabilities, which Smile's own does
 * not take: Σ w·p·ln(1 + e⁻ᶻ) + (1 − p)·ln(1 + eᶻ) + ½·λ·|v|² over rows with target p and log-odds
 * z, with w the weight of the rare class and v the weights without the intercept.
 */
final class SoftLogisticLoss implements DifferentiableMultivariateFunction {
  private static final long serialVersionUID = 1L;

  /**
   * The number of earlier steps that the minimiser remembers; Smile's own logistic regression has
   * five.
   */
  private static final int MEMORY = 5;

  private final transient double[][] rows;
  private final transient Targets targets;
  private final double rareWeight;
  private final double penalty;

  private SoftLogisticLoss(double[][] rows, Targets targets, double rareWeight, double penalty) {
    this.rows = rows;
    this.targets = targets;
    this.rareWeight = rareWeight;
    this.penalty = penalty;
  }

  /**
   * Returns the weights that minimise the loss, the intercept last.
   *
   * @param rows scaled features, at least one row
   * @param targets how rare each row is
   * @param rareWeight what the rare part of a row weighs, above 0
   * @param penalty λ, above 0
   */
  static double[] minimise(double[][] rows, Targets targets, double rareWeight, double penalty) {
    double[] weights = new double[rows[0].length + 1];
    BFGS.minimize(
        new SoftLogisticLoss(rows, targets, rareWeight, penalty),
        MEMORY,
        weights,
        LogisticRegressionTrainer.TOLERANCE,
        LogisticRegressionTrainer.MOST_ITERATIONS);
    return weights;
  }

  @Override
  public double f(double[] weights) {
    return g(weights, new double[weights.length]);
  }

  /** Returns the loss, and leaves its gradient. */
  @Override
  public double g(double[] weights, double[] gradient) {
    Arrays.fill(gradient, 0);
    int intercept = weights.length - 1;
    double loss = 0;
    for (int row = 0; row < rows.length; row++) {
      double[] features = rows[row];
      double logOdds = weights[intercept];
      for (int i = 0; i < intercept; i++) {
        logOdds += weights[i] * features[i];
      }
      double rare = rareWeight * targets.of(row);
      double other = 1 - targets.of(row);
      loss += rare * softplus(-logOdds) + other * softplus(logOdds);
      double probability = 1 / (1 + StrictMath.exp(-logOdds));
      double slope = other * probability - rare * (1 - probability);
      for (int i = 0; i < intercept; i++) {
        gradient[i] += slope * features[i];
      }
      gradient[intercept] += slope;
    }
    for (int i = 0; i < intercept; i++) {
      loss += penalty * weights[i] * weights[i] / 2;
      gradient[i] += penalty * weights[i];
    }
    return loss;
  }

  /** ln(1 + eˣ). */
  private static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}

package dev.synth.internal.classify.smile;

import dev.synth.internal.classify.feature.Targets;
import java.util.Arrays;
import smile.base.cart.Loss;

/**
 * The state of boosting: each row's log-odds, and what is left of its class when the probability is
 * taken off.
 *
 * <p>A leaf's step is Σr / (Σp(1 − p) + {@value #PENALTY}): Friedman's Newton step (2001, equation
 * 29) with the penalty that XGBoost (Chen and Guestrin 2016, equation 5) has by default. Without
 * it, eight rare rows in 4,000 take a step of 500 in log-odds.
 */
final class LogisticResiduals implements Loss {
  private static final double PENALTY = 1;

  private final double first;
  private final double[] logOdds;
  private final double[] residuals;
  private final Targets targets;
  private final int copies;

  LogisticResiduals(Targets targets, int copies) {
    this.copies = copies;
    this.targets = targets;
    int rows = targets.count();
    first = StrictMath.log(copies * targets.sum() / (rows - targets.sum()));
    logOdds = new double[rows];
    Arrays.fill(logOdds, first);
    residuals = new double[rows];
    update();
  }

  static double probability(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  /** Returns the log-odds before the first tree. */
  double first() {
    return first;
  }

  /** Returns how often a row counts. */
  int copies(int row) {
    return targets.of(row) == 1 ? copies : 1;
  }

  void add(int row, double step) {
    logOdds[row] += step;
  }

  /** Brings the residuals up to the log-odds. */
  void update() {
    for (int row = 0; row < residuals.length; row++) {
      residuals[row] = targets.of(row) - probability(logOdds[row]);
    }
  }

  @Override
  public double output(int[] leafRows, int[] samples) {
    double sum = 0;
    double curvature = 0;
    for (int row : leafRows) {
      sum += samples[row] * residuals[row];
      curvature += samples[row] * curvature(row);
    }
    return sum / (curvature + PENALTY);
  }

  /** Returns p(1 − p) of a row. */
  private double curvature(int row) {
    double wrong = Math.abs(residuals[row]); // p or 1 − p where the label is hard
    double probability = isHard(row) ? wrong : targets.of(row) - residuals[row];
    return probability * (1 - probability);
  }

  private boolean isHard(int row) {
    return targets.of(row) == 0 || targets.of(row) == 1;
  }

  @Override
  public double intercept(double[] response) {
    return first;
  }

  @Override
  public double[] response() {
    return residuals;
  }

  @Override
  public double[] residual() {
    return residuals;
  }

  @Override
  public double value() {
    double sum = 0;
    for (int row = 0; row < residuals.length; row++) {
      double target = targets.of(row);
      double probability = target - residuals[row];
      sum -=
          isHard(row)
              ? StrictMath.log(1 - Math.abs(residuals[row]))
              : target * StrictMath.log(probability)
                  + (1 - target) * StrictMath.log(1 - probability);
    }
    return sum / residuals.length;
  }
}

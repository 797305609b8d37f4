package dev.synth.internal.classify.smile;

import java.util.BitSet;
import smile.base.cart.Loss;

/**
 * Where boosting stands: each row's log-odds, and what is left of its class when the probability is
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
  private final boolean[] rare;
  private final int copies;

  LogisticResiduals(int rows, BitSet rareRows, int copies) {
    this.copies = copies;
    rare = new boolean[rows];
    rareRows.stream().forEach(row -> rare[row] = true);
    double weight = (double) copies * rareRows.cardinality();
    first = StrictMath.log(weight / (rows - rareRows.cardinality()));
    logOdds = new double[rows];
    java.util.Arrays.fill(logOdds, first);
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
    return rare[row] ? copies : 1;
  }

  void add(int row, double step) {
    logOdds[row] += step;
  }

  /** Brings the residuals up to the log-odds. */
  void update() {
    for (int row = 0; row < residuals.length; row++) {
      residuals[row] = (rare[row] ? 1 : 0) - probability(logOdds[row]);
    }
  }

  @Override
  public double output(int[] leafRows, int[] samples) {
    double sum = 0;
    double curvature = 0;
    for (int row : leafRows) {
      double size = Math.abs(residuals[row]);
      sum += samples[row] * residuals[row];
      curvature += samples[row] * size * (1 - size);
    }
    return sum / (curvature + PENALTY);
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
    for (double residual : residuals) {
      sum -= StrictMath.log(1 - Math.abs(residual));
    }
    return sum / residuals.length;
  }
}

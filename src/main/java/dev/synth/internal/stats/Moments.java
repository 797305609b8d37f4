package dev.synth.internal.stats;

import java.util.List;

/**
 * The mean and the spread of a few numbers, summed in their order, so that the same numbers in the
 * same order give the same bits. NaN among them gives NaN.
 */
public final class Moments {
  private Moments() {}

  /** Returns the mean, Σx / n; NaN of no values. */
  public static double mean(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.size();
  }

  /** Returns the mean, Σx / n; NaN of no values. */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Returns the sample variance, Σ(x − x̄)² / (n − 1), in [0, ∞); NaN of fewer than two values. */
  public static double variance(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.length < 2 ? Double.NaN : squares / (values.length - 1);
  }

  /**
   * Returns the sample standard deviation, √(Σ(x − x̄)² / (n − 1)), in [0, ∞); NaN of fewer than
   * two values.
   */
  public static double standardDeviation(List<Double> values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
  }
}

package dev.synth.evaluate;

import java.util.List;

/** Mean and spread of a few numbers, summed in their order. */
final class Samples {
  private Samples() {}

  /** The mean; NaN of nothing. */
  static double mean(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.size();
  }

  /** The sample standard deviation, with n − 1 in the denominator; NaN of fewer than two. */
  static double standardDeviation(List<Double> values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
  }
}

package dev.synth.classify.smile;

import dev.synth.classify.FeatureMatrix;
import java.util.Arrays;

/**
 * Brings features to one scale, tails drawn in, for a linear model.
 *
 * <p>A feature x becomes asinh((x − median) / spread), then mean 0 and standard deviation 1 over
 * the fitted rows. The inverse hyperbolic sine is linear near the median and logarithmic in the
 * tails, so that one extreme amount can neither flatten the rest of its feature nor outweigh all
 * others, while the order of values, extreme ones too, is kept. The spread is the interquartile
 * range of a normal sample in standard deviations, or the standard deviation where half the rows
 * share a value.
 */
final class FeatureScaler {
  /** The interquartile range of the standard normal distribution. */
  private static final double NORMAL_QUARTILES = 1.3489795003921634;

  private final double[] median;
  private final double[] spread;
  private final double[] mean;
  private final double[] deviation;

  private FeatureScaler(int width) {
    median = new double[width];
    spread = new double[width];
    mean = new double[width];
    deviation = new double[width];
  }

  /**
   * Learns the scales.
   *
   * @param features finite numbers, at least one row, no constant feature
   */
  static FeatureScaler fit(FeatureMatrix features) {
    FeatureScaler scaler = new FeatureScaler(features.width());
    for (int feature = 0; feature < features.width(); feature++) {
      double[] sorted = features.column(feature).clone();
      Arrays.sort(sorted);
      double quartiles = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
      scaler.median[feature] = sorted[sorted.length / 2];
      scaler.spread[feature] =
          quartiles > 0 ? quartiles / NORMAL_QUARTILES : deviation(sorted, mean(sorted));
      for (int row = 0; row < sorted.length; row++) {
        sorted[row] = scaler.drawIn(feature, sorted[row]);
      }
      scaler.mean[feature] = mean(sorted);
      scaler.deviation[feature] = deviation(sorted, scaler.mean[feature]);
    }
    return scaler;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** Returns the standard deviation, or 1 where rounding leaves none. */
  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / values.length);
    return deviation > 0 ? deviation : 1;
  }

  private double drawIn(int feature, double value) {
    double scaled = (value - median[feature]) / spread[feature];
    double size = Math.abs(scaled);
    return Math.copySign(StrictMath.log1p(size + size * size / (1 + Math.hypot(1, size))), scaled);
  }

  /** Returns the scaled numbers, row by row. */
  double[][] rows(FeatureMatrix features) {
    double[][] rows = new double[features.rowCount()][features.width()];
    for (int feature = 0; feature < features.width(); feature++) {
      double[] column = features.column(feature);
      for (int row = 0; row < rows.length; row++) {
        rows[row][feature] = (drawIn(feature, column[row]) - mean[feature]) / deviation[feature];
      }
    }
    return rows;
  }
}

package dev.synth.internal.classify.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.stats.Medians;
import java.util.Arrays;

/**
 * Brings features to one scale, tails drawn in, for models that add features up.
 *
 * <p>A feature x becomes asinh((x − median) / spread), then mean 0 and standard deviation 1 over
 * the fitted rows. The inverse hyperbolic sine is linear near the median and logarithmic in the
 * tails. So one extreme amount can neither flatten the rest of its feature nor outweigh all others.
 * The order of values is kept, that of extreme ones too. The spread is the interquartile range over
 * that of the standard normal distribution, or, where half the rows share a value, the median
 * distance of the others from it. A feature of two values becomes 0 and 1 instead, so that the
 * penalty falls hardest on what few rows have.
 */
public final class FeatureScaler {
  /** The interquartile range of the standard normal distribution. */
  private static final double NORMAL_QUARTILES = 1.3489795003921634;

  /** Above it, asinh(x) = log(2x) in double precision, and x² could overflow. */
  private static final double LARGE = 1e10;

  private static final double LOG_2 = StrictMath.log(2);

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
  public static FeatureScaler fit(FeatureMatrix features) {
    FeatureScaler scaler = new FeatureScaler(features.width());
    for (int feature = 0; feature < features.width(); feature++) {
      double[] sorted = features.column(feature).clone();
      Arrays.sort(sorted);
      if (Arrays.stream(sorted).distinct().count() == 2) {
        scaler.fitTwoValues(feature, sorted[0], sorted[sorted.length - 1]);
      } else {
        scaler.fitNumbers(feature, sorted);
      }
    }
    return scaler;
  }

  private void fitTwoValues(int feature, double low, double high) {
    median[feature] = low;
    spread[feature] = high - low;
    deviation[feature] = drawIn(feature, high);
  }

  private void fitNumbers(int feature, double[] sorted) {
    double quartiles = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
    double middle = Medians.upperMedian(sorted);
    median[feature] = middle;
    spread[feature] = quartiles > 0 ? quartiles / NORMAL_QUARTILES : distance(sorted, middle);
    for (int row = 0; row < sorted.length; row++) {
      sorted[row] = drawIn(feature, sorted[row]);
    }
    mean[feature] = mean(sorted);
    deviation[feature] = deviation(sorted, mean[feature]);
  }

  /** Returns the upper median distance of the numbers that differ from a value; 1 of none. */
  private static double distance(double[] values, double from) {
    double[] distances =
        Arrays.stream(values)
            .filter(value -> value != from)
            .map(value -> Math.abs(value - from))
            .toArray();
    return distances.length == 0 ? 1 : Medians.upperMedian(distances);
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
    return Math.copySign(inverseSinh(Math.min(Math.abs(scaled), Double.MAX_VALUE)), scaled);
  }

  /** The inverse hyperbolic sine of a finite number of at least 0. */
  private static double inverseSinh(double size) {
    return size > LARGE
        ? StrictMath.log(size) + LOG_2
        : StrictMath.log1p(size + size * size / (1 + Math.sqrt(1 + size * size)));
  }

  /** Returns what was learned, for {@link #fromJson}. */
  ObjectNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.set("median", Json.tree(median));
    json.set("spread", Json.tree(spread));
    json.set("mean", Json.tree(mean));
    json.set("deviation", Json.tree(deviation));
    return json;
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param width the number of features
   */
  static FeatureScaler fromJson(JsonFields json, int width) {
    FeatureScaler scaler = new FeatureScaler(width);
    fill(scaler.median, json, "median");
    fill(scaler.spread, json, "spread");
    fill(scaler.mean, json, "mean");
    fill(scaler.deviation, json, "deviation");
    return scaler;
  }

  private static void fill(double[] values, JsonFields json, String name) {
    double[] read = json.numbers(name);
    if (read.length != values.length) {
      throw new IllegalArgumentException("'" + name + "' is not one number a feature");
    }
    System.arraycopy(read, 0, values, 0, values.length);
  }

  /** Returns the scaled numbers, row by row. */
  public double[][] rows(FeatureMatrix features) {
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

package dev.synth.internal.validate;

import dev.synth.internal.stats.Quantiles;
import dev.synth.internal.stats.StudentT;
import dev.synth.internal.validate.metric.BadSide;
import dev.synth.internal.validate.metric.Metric;
import java.util.Arrays;

/**
 * The values of a metric when real rows are compared with real rows, in many draws, and the
 * quantiles that they give.
 */
public final class NoiseFloor {
  private final double[] byDraw;
  private final double[] sorted;
  private final Metric.Band band;
  private final double mean;
  private final double predictionError;

  /**
   * A noise floor.
   *
   * @param values one a draw, NaN where a draw has none; at least 2 that are not
   */
  public NoiseFloor(double[] values, Metric.Band band) {
    this.byDraw = values.clone();
    this.sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(sorted);
    this.band = band;
    this.mean = Arrays.stream(sorted).sum() / sorted.length;
    double squares = Arrays.stream(sorted).map(value -> (value - mean) * (value - mean)).sum();
    // The error of predicting one more draw from n: the draw's own, and that of the mean.
    this.predictionError = Math.sqrt(squares / (sorted.length - 1) * (1 + 1.0 / sorted.length));
  }

  /** Returns whether all draws are equal. */
  boolean isConstant() {
    return sorted[0] == sorted[sorted.length - 1];
  }

  /** Returns how many draws there were. */
  int draws() {
    return sorted.length;
  }

  /** Returns the median draw. */
  double median() {
    return Quantiles.of(sorted, 0.5);
  }

  /**
   * Returns a quantile: of the draws, or of Student's t around their mean.
   *
   * @param probability in (0, 1)
   */
  double quantile(double probability) {
    return switch (band) {
      case EMPIRICAL -> Quantiles.of(sorted, probability);
      case STUDENT_T -> mean + student().quantile(probability) * predictionError;
    };
  }

  /** Returns the interval outside of which a share of the floor lies, on the bad side. */
  ClosedInterval inside(BadSide side, double tail) {
    return switch (side) {
      case HIGH -> new ClosedInterval(Double.NEGATIVE_INFINITY, quantile(1 - tail));
      case LOW -> new ClosedInterval(quantile(tail), Double.POSITIVE_INFINITY);
      case BOTH -> new ClosedInterval(quantile(tail / 2), quantile(1 - tail / 2));
    };
  }

  /** Returns which share of the floor lies below a value, in [0, 1]; equal draws count half. */
  public double percentile(double value) {
    if (band == Metric.Band.STUDENT_T && predictionError > 0) {
      return student().cumulative((value - mean) / predictionError);
    }
    double below = 0;
    for (double draw : sorted) {
      below += draw < value ? 1 : draw == value ? 0.5 : 0;
    }
    return below / sorted.length;
  }

  /**
   * Returns how far into the bad tail each draw lies: the share of the floor that is as bad or
   * worse, twice the smaller share where both sides are bad; NaN where a draw has no value.
   */
  double[] tails(BadSide side) {
    double[] tails = new double[byDraw.length];
    for (int draw = 0; draw < tails.length; draw++) {
      double value = byDraw[draw];
      double low = share(value, -1);
      double high = share(value, 1);
      tails[draw] =
          Double.isNaN(value)
              ? Double.NaN
              : switch (side) {
                case HIGH -> high;
                case LOW -> low;
                case BOTH -> Math.min(1, 2 * Math.min(low, high));
              };
    }
    return tails;
  }

  /** Returns the share of draws at a value or beyond it, to the side of the sign. */
  private double share(double value, int sign) {
    int count = 0;
    for (double draw : sorted) {
      count += sign * draw >= sign * value ? 1 : 0;
    }
    return (double) count / sorted.length;
  }

  /** Returns whether there are too few draws to rank them, so that quantiles are Student's. */
  boolean isModel() {
    return band == Metric.Band.STUDENT_T;
  }

  private StudentT student() {
    return new StudentT(sorted.length - 1);
  }
}

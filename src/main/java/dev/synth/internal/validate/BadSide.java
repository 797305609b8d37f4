package dev.synth.internal.validate;

import dev.synth.internal.validate.metric.Metric;
import dev.synth.validate.GateRule;
import dev.synth.validate.Goal;

/** On which side of its noise floor a value is bad. */
enum BadSide {
  /** Above it. */
  HIGH,
  /** Below it. */
  LOW,
  /** Above and below. */
  BOTH;

  /** Returns the bad side of a metric that is held to a rule. */
  static BadSide of(Metric metric, GateRule rule) {
    return switch (rule) {
      case GateRule.AtMost atMost -> metric.lowMeansCopies() ? BOTH : HIGH;
      case GateRule.AboveFloor above -> metric.lowMeansCopies() ? BOTH : HIGH;
      case GateRule.AtLeast atLeast -> LOW;
      case GateRule.BelowFloor below -> LOW;
      case GateRule.WithinNoise within -> of(metric.description().goal());
      case GateRule.Off off -> of(metric.description().goal());
    };
  }

  private static BadSide of(Goal goal) {
    return switch (goal) {
      case LOWER -> HIGH;
      case HIGHER -> LOW;
      case CLOSE_TO_FLOOR -> BOTH;
    };
  }

  /** Returns the interval of a floor outside of which a share of it lies, on the bad side. */
  Interval inside(NoiseFloor floor, double tail) {
    return switch (this) {
      case HIGH -> new Interval(Double.NEGATIVE_INFINITY, floor.quantile(1 - tail));
      case LOW -> new Interval(floor.quantile(tail), Double.POSITIVE_INFINITY);
      case BOTH -> new Interval(floor.quantile(tail / 2), floor.quantile(1 - tail / 2));
    };
  }

  /**
   * Numbers between two limits, both included.
   *
   * @param low may be −∞
   * @param high may be ∞
   */
  record Interval(double low, double high) {
    boolean contains(double value) {
      return value >= low && value <= high;
    }

    /** Returns the own end on that side on which a value is outside another interval. */
    double beyond(Interval other, double value) {
      return value > other.high ? high : low;
    }

    /** Returns the limit that a value outside is beyond. */
    double limit(double value) {
      return value > high ? high : low;
    }
  }
}

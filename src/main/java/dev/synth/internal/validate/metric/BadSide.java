package dev.synth.internal.validate.metric;

import dev.synth.validate.Goal;

/** On which side of its noise floor a value is bad. */
public enum BadSide {
  /** Above it. */
  HIGH,
  /** Below it. */
  LOW,
  /** Above and below. */
  BOTH;

  /** Returns the bad side of a metric with a goal. */
  static BadSide of(Goal goal) {
    return switch (goal) {
      case LOWER -> HIGH;
      case HIGHER -> LOW;
      case CLOSE_TO_FLOOR -> BOTH;
    };
  }
}

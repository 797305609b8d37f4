package dev.synth.internal.validate;

/**
 * Numbers between two limits, both included.
 *
 * @param low may be −∞
 * @param high may be ∞
 */
record ClosedInterval(double low, double high) {
  boolean contains(double value) {
    return value >= low && value <= high;
  }

  /** Returns the interval with both ends moved outwards. */
  ClosedInterval widened(double by) {
    return new ClosedInterval(low - by, high + by);
  }

  /** Returns the own end on that side on which a value is outside another interval. */
  double beyond(ClosedInterval other, double value) {
    return value > other.high ? high : low;
  }

  /** Returns the limit that a value outside is beyond. */
  double limit(double value) {
    return value > high ? high : low;
  }
}

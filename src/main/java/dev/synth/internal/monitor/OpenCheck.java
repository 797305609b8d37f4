package dev.synth.internal.monitor;

import org.jspecify.annotations.Nullable;

/**
 * A check of a window whose p-value is not corrected yet.
 *
 * @param about what is checked
 * @param column the column's name, or a word for what is checked in its place
 * @param measure how the window is held against the past
 * @param value the measure's value, NaN where there is none
 * @param psi the population stability index, or null where there is none
 * @param size the value from which on it matters
 * @param noChange what the value would be without a change, or null where that is not known
 * @param isExempt whether it raises no alarm
 */
record OpenCheck(
    DriftCheck.About about,
    String column,
    DriftCheck.DriftMeasure measure,
    double value,
    @Nullable Double psi,
    double size,
    @Nullable DriftNull noChange,
    boolean isExempt) {
  /** The number of practical sizes that must be enough for an alarm, or nothing can be told. */
  private static final double COARSE = 4;

  /** The value that is held against chance; ratios among drawn ones stand either way up. */
  double statistic() {
    return measure == DriftCheck.DriftMeasure.RATIO && noChange instanceof DriftNull.OfDraws
        ? eitherWay(value)
        : value;
  }

  /** Returns a ratio or, where it is below 1, its inverse. */
  static double eitherWay(double ratio) {
    return Math.max(ratio, 1 / ratio);
  }

  /** Returns whether the value matters in practice. */
  boolean isOfSize() {
    return measure == DriftCheck.DriftMeasure.RATIO ? eitherWay(value) >= size : value >= size;
  }

  /**
   * Returns whether a change that matters could go unseen.
   *
   * @param least the least value that would be an alarm
   */
  boolean isCoarse(double least) {
    return switch (measure) {
      case RATIO -> least > StrictMath.pow(size, COARSE);
      case AREA -> least - 0.5 > COARSE * (size - 0.5);
      case KOLMOGOROV_SMIRNOV, TOTAL_VARIATION -> least > COARSE * size;
    };
  }
}

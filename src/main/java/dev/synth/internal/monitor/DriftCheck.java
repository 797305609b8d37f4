package dev.synth.internal.monitor;

import org.jspecify.annotations.Nullable;

/**
 * One question about drift, and its answer.
 *
 * @param about what is looked at
 * @param column its name; that of the score is {@code score}, of the others a word
 * @param measure what the value is
 * @param value what was measured; null where nothing could be
 * @param psi the population stability index against the fitted rows; null where there is none
 * @param usual what the value is as a rule where nothing changes; null where the past is too short
 * @param least the smallest value that would be an alarm, the practical size included; null where
 *     the past is too short
 * @param size the practical size that an alarm needs
 * @param p how likely so large a value is where nothing changes, corrected for all checks; null
 *     where the past is too short, or the column is exempt
 * @param state the answer
 */
public record DriftCheck(
    About about,
    String column,
    DriftMeasure measure,
    @Nullable Double value,
    @Nullable Double psi,
    @Nullable Double usual,
    @Nullable Double least,
    double size,
    @Nullable Double p,
    State state) {
  /** The subject of a check. */
  public enum About {
    /** A column of the model. */
    COLUMN,
    /** The scores. */
    SCORE,
    /** The share of alerts. */
    ALERTS,
    /** All columns together. */
    JOINT
  }

  /** The kind of value. */
  public enum DriftMeasure {
    /** The largest difference of distribution functions, at the edges of bins. */
    KOLMOGOROV_SMIRNOV,
    /** Half the sum of the differences of shares. */
    TOTAL_VARIATION,
    /** The share of alerts over the usual one. */
    RATIO,
    /** The area under the ROC curve of a classifier that tells new rows from past ones. */
    AREA
  }

  /** The answer. */
  public enum State {
    /** More than chance, and of practical size. */
    ALARM,
    /** No more than chance, or below the practical size. */
    QUIET,
    /** Too few rows or too short a past: only a very large change would be an alarm. */
    CANNOT_TELL,
    /** Ages by design, and raises no alarm. */
    EXEMPT
  }

  /** Returns whether this is an alarm. */
  public boolean isAlarm() {
    return state == State.ALARM;
  }
}

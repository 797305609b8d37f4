package dev.synth.internal.classify.feature;

/** The stand-in for a missing number or time. */
public enum MissingNumbers {
  /** NaN, for classifiers that know how to branch on it. */
  KEPT,
  /**
   * The median of the fitted rows, beside a column that is 1 where the cell was missing, if any was
   * missing in the fitted rows.
   */
  IMPUTED
}

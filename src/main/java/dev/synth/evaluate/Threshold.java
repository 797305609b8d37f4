package dev.synth.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * A chosen decision threshold: rows with {@code score ≥ value} raise an alert.
 *
 * @param value at least 0; just above 1 where nothing may raise an alert
 * @param how the rule that chose it and what it saw, such as {@code max-f1 on 40 of 2000 rows}
 * @param fallback why the rule could not be met and what was done instead, or null
 */
public record Threshold(double value, String how, @Nullable ThresholdFallback fallback) {
  public Threshold {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) { // written so that NaN fails too
      throw new IllegalArgumentException("the threshold is " + value);
    }
  }
}

package dev.synth.internal.report.text;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.features.Recomputation;

/** The sentence on a feature that looks ahead. */
public final class FeatureText {
  private FeatureText() {}

  /** Returns the sentence on a feature that the rows before a row do not give. */
  public static String leak(Recomputation.Difference difference) {
    return PlainText.of(
        "features: row %d has %s in '%s', but the rows before it give %s; the column looks ahead",
        difference.row() + 1,
        value(difference.found()),
        difference.column(),
        value(difference.expected()));
  }

  private static String value(double value) {
    return Double.isNaN(value) ? "nothing" : String.valueOf(value);
  }
}

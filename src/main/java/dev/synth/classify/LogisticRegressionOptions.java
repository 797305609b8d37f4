package dev.synth.classify;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;

/** Options of a logistic regression. */
@KindName("logistic-regression")
public record LogisticRegressionOptions(
    @Setting(
            "λ, above 0: half of λ times the sum of the squared weights is added to the sum of the"
                + " rows' losses.")
        double penalty)
    implements ClassifierOptions {
  public LogisticRegressionOptions {
    InvalidValue.unless(
        penalty > 0 && Double.isFinite(penalty), "penalty", "must be above 0 and finite", penalty);
  }

  /** Returns the defaults. */
  public static LogisticRegressionOptions defaults() {
    return new LogisticRegressionOptions(1);
  }

  /** Returns the same with {@code penalty} changed. */
  public LogisticRegressionOptions withPenalty(double penalty) {
    return Records.with(this, "penalty", penalty);
  }
}

package dev.synth.evaluate;

import dev.synth.base.InvalidValue;

/**
 * The rule by which a decision threshold is chosen on validation rows, to be applied to test rows
 * as it is.
 */
public sealed interface ThresholdRule {
  /** The threshold with the highest F1. */
  record MaxF1() implements ThresholdRule {}

  /**
   * The threshold with the highest F-beta.
   *
   * @param beta weight of recall against precision, above 0
   */
  record MaxFBeta(double beta) implements ThresholdRule {
    public MaxFBeta {
      InvalidValue.unless(
          beta > 0 && Double.isFinite(beta), "maxFBeta", "must be above 0 and finite", beta);
    }
  }

  /**
   * The lowest threshold whose precision reaches a level.
   *
   * @param precision in (0, 1]
   */
  record PrecisionAtLeast(double precision) implements ThresholdRule {
    public PrecisionAtLeast {
      InvalidValue.unless(
          precision > 0 && precision <= 1, "precisionAtLeast", "must be in (0, 1]", precision);
    }
  }

  /**
   * The lowest threshold whose false-positive rate stays within a level.
   *
   * @param rate in (0, 1)
   */
  record FalsePositiveRateAtMost(double rate) implements ThresholdRule {
    public FalsePositiveRateAtMost {
      InvalidValue.unless(
          rate > 0 && rate < 1, "falsePositiveRateAtMost", "must be in (0, 1)", rate);
    }
  }

  /**
   * The threshold that raises a number of alerts.
   *
   * @param alerts in the validation rows, at least 1
   */
  record AlertBudget(int alerts) implements ThresholdRule {
    public AlertBudget {
      InvalidValue.unless(alerts >= 1, "alertBudget", "must be at least 1", alerts);
    }
  }

  /** The threshold that costs least, by {@link Costs}. */
  record MinCost() implements ThresholdRule {}

  /**
   * A threshold given beforehand.
   *
   * @param threshold in [0, 1]
   */
  record Fixed(double threshold) implements ThresholdRule {
    public Fixed {
      InvalidValue.unless(
          threshold >= 0 && threshold <= 1, "fixed", "must be in [0, 1]", threshold);
    }
  }
}

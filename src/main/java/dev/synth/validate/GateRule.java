package dev.synth.validate;

import dev.synth.base.InvalidValue;

/** The condition under which a metric's value is good enough. */
public sealed interface GateRule {
  /**
   * The value must not exceed a limit.
   *
   * @param limit in the metric's unit, finite
   */
  record AtMost(double limit) implements GateRule {
    public AtMost {
      InvalidValue.unless(Double.isFinite(limit), "atMost", "must be finite", limit);
    }
  }

  /**
   * The value must reach a limit.
   *
   * @param limit in the metric's unit, finite
   */
  record AtLeast(double limit) implements GateRule {
    public AtLeast {
      InvalidValue.unless(Double.isFinite(limit), "atLeast", "must be finite", limit);
    }
  }

  /**
   * The value must lie inside a band of the real-against-real noise floor, or on the metric's good
   * side of it. The band holds a given probability of the floor. The gates of a preset share one
   * band, so that they are passed together with that probability.
   *
   * @param band the band's probability, in (0, 1)
   */
  record WithinNoise(double band) implements GateRule {
    public WithinNoise {
      InvalidValue.unless(band > 0 && band < 1, "withinNoise", "must be in (0, 1)", band);
    }
  }

  /**
   * The value must not exceed the median of the noise floor by more than a margin. So the rule asks
   * the same of few rows and of many.
   *
   * @param margin in the metric's unit, at least 0, finite
   */
  record AboveFloor(double margin) implements GateRule {
    public AboveFloor {
      InvalidValue.unless(
          margin >= 0 && Double.isFinite(margin),
          "aboveFloor",
          "must be at least 0 and finite",
          margin);
    }
  }

  /**
   * The value must not fall below the median of the noise floor by more than a margin. Where no
   * value could, since the floor lies too low, the rule says "cannot tell".
   *
   * @param margin in the metric's unit, at least 0, finite
   */
  record BelowFloor(double margin) implements GateRule {
    public BelowFloor {
      InvalidValue.unless(
          margin >= 0 && Double.isFinite(margin),
          "belowFloor",
          "must be at least 0 and finite",
          margin);
    }
  }

  /** The metric is reported and does not decide. */
  record Off() implements GateRule {}
}

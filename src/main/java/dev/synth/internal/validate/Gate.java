package dev.synth.internal.validate;

import dev.synth.internal.validate.metric.BadSide;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.validate.GateRule;

/**
 * A metric's rule, and whose it is.
 *
 * @param rule when a value is good enough
 * @param ofPreset whether it belongs to the preset, whose gates share one band; the user's own has
 *     a band of its own
 */
record Gate(GateRule rule, boolean ofPreset) {
  /** No gate. */
  static final Gate OFF = new Gate(new GateRule.Off(), true);

  /** Returns on which side of its floor a metric's value breaks the rule. */
  BadSide badSide(Metric metric) {
    return switch (rule) {
      case GateRule.AtMost atMost -> metric.lowMeansCopies() ? BadSide.BOTH : BadSide.HIGH;
      case GateRule.AboveFloor above -> metric.lowMeansCopies() ? BadSide.BOTH : BadSide.HIGH;
      case GateRule.AtLeast atLeast -> BadSide.LOW;
      case GateRule.BelowFloor below -> BadSide.LOW;
      case GateRule.WithinNoise within -> metric.badSide();
      case GateRule.Off off -> metric.badSide();
    };
  }

  boolean isOff() {
    return rule instanceof GateRule.Off;
  }
}

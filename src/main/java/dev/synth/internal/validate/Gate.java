package dev.synth.internal.validate;

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

  boolean isOff() {
    return rule instanceof GateRule.Off;
  }
}

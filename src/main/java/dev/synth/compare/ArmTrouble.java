package dev.synth.compare;

import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;

/**
 * A failure or warning of an arm in one repeat.
 *
 * @param arm the arm; of a warning, its name alone, since one fitted generator serves all its arms
 * @param failed whether the arm could not be made; else it was, with a warning
 * @param sentence why, or the warning
 */
public record ArmTrouble(Arm arm, boolean failed, String sentence) {
  /** An arm that could not be made. */
  public static ArmTrouble failure(Arm arm, String why) {
    return new ArmTrouble(arm, true, why);
  }

  /** A warning of a generator's training. */
  public static ArmTrouble warning(Arm arm, String warning) {
    return new ArmTrouble(arm.withPlan(Addition.NOTHING), false, warning);
  }
}

package dev.synth.internal.evaluate;

import dev.synth.evaluate.Arm;

/**
 * The precision-recall curve of an arm.
 *
 * @param arm the arm
 * @param classifier the classifier's name
 * @param curve precision by recall on test rows
 */
public record ArmCurve(Arm arm, String classifier, PrecisionCurve curve) {
  /** The arm and the classifier of a curve. */
  public record Key(Arm arm, String classifier) {}

  public Key key() {
    return new Key(arm, classifier);
  }
}

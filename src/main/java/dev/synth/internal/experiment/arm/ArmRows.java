package dev.synth.internal.experiment.arm;

import dev.synth.classify.Classifier;
import dev.synth.split.Augmented;

/**
 * An arm's training rows.
 *
 * @param augmented the real rows, and what joins them
 * @param rows where the real ones come from
 * @param fitSeconds how long the generator took to fit
 * @param drawSeconds how long the rows took to draw
 */
public record ArmRows(Augmented augmented, FitRows rows, double fitSeconds, double drawSeconds) {
  /** Fits what the arm has in a classifier's place; its seeds are the same in every arm. */
  public Classifier classifier(String name, ArmPlan arm) {
    rows.context().cancellation().check();
    return rows.trainers()
        .of(name, arm.fitting(), rows.features())
        .fit(
            augmented,
            arm.weighting(),
            rows.features(),
            rows.context().below("classifier/" + name));
  }
}

package dev.synth.internal.experiment.arm;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.classify.ClassWeighting;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.split.RareRows;
import org.jspecify.annotations.Nullable;

/**
 * How one arm's training rows are made.
 *
 * @param arm the arm
 * @param weighting how its classifiers weigh the classes
 * @param plan how many rows are added, or null where none are
 * @param labels what added rows are called
 */
public record ArmPlan(
    Arm arm, ClassWeighting weighting, @Nullable AugmentationPlan plan, Labels labels) {
  /** How the rows of an arm with hard labels, or with none, are made. */
  public ArmPlan(Arm arm, ClassWeighting weighting, @Nullable AugmentationPlan plan) {
    this(arm, weighting, plan, Labels.HARD);
  }

  /** Returns the arm of a baseline that adds no rows. */
  public static ArmPlan of(Baseline baseline) {
    return new ArmPlan(baseline.arm(), baseline.weighting(), null);
  }

  ArmPlan withRareRows(RareRows rareRows) {
    return new ArmPlan(arm.withRareRows(rareRows), weighting, plan, labels);
  }
}

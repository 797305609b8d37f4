package dev.synth.internal.experiment.arm;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.classify.ClassWeighting;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.Fitting;
import dev.synth.split.RareRows;
import org.jspecify.annotations.Nullable;

/**
 * The way one arm's training rows are made, and what is fitted on them.
 *
 * @param arm the arm
 * @param weighting how its classifiers weigh the classes
 * @param plan how many rows are added, or null where none are
 * @param labels what added rows are called
 * @param fitting what is fitted in the place of a classifier
 * @param isAdmitted whether a teacher labels the rows even where its student is no worse, since a
 *     contest has judged the student with these labels
 */
public record ArmPlan(
    Arm arm,
    ClassWeighting weighting,
    @Nullable AugmentationPlan plan,
    Labels labels,
    Fitting fitting,
    boolean isAdmitted) {
  /** The preparation of an arm's rows whose teacher must beat its student. */
  public ArmPlan(
      Arm arm,
      ClassWeighting weighting,
      @Nullable AugmentationPlan plan,
      Labels labels,
      Fitting fitting) {
    this(arm, weighting, plan, labels, fitting, false);
  }

  /** The preparation of an arm's rows on which a classifier is fitted as it is. */
  public ArmPlan(
      Arm arm, ClassWeighting weighting, @Nullable AugmentationPlan plan, Labels labels) {
    this(arm, weighting, plan, labels, Fitting.SINGLE);
  }

  /** The preparation of an arm's rows with hard labels, or with none. */
  public ArmPlan(Arm arm, ClassWeighting weighting, @Nullable AugmentationPlan plan) {
    this(arm, weighting, plan, Labels.HARD);
  }

  /** Returns the arm of a baseline that adds no rows. */
  public static ArmPlan of(Baseline baseline) {
    return new ArmPlan(baseline.arm(), baseline.weighting(), null, Labels.HARD, baseline.fitting());
  }

  /** Returns what does the same under another name. */
  public ArmPlan as(Arm other) {
    return new ArmPlan(other, weighting, plan, labels, fitting, isAdmitted);
  }

  /** Returns what a contest has picked, to be known by another name. */
  public ArmPlan admittedAs(Arm other) {
    return new ArmPlan(other, weighting, plan, labels, fitting, true);
  }

  /** Returns whether a teacher has a part in the arm. */
  public boolean isTaught() {
    return labels instanceof Labels.Soft || fitting.isTaught();
  }

  /** Returns whether what the arm does is picked among others in each repeat. */
  public boolean isPicked() {
    return fitting == Fitting.PICKED;
  }

  ArmPlan withRareRows(RareRows rareRows) {
    return as(arm.withRareRows(rareRows));
  }
}

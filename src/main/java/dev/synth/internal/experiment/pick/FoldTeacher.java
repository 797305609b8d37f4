package dev.synth.internal.experiment.pick;

import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.Source;
import java.util.List;
import java.util.stream.Stream;

/** The teacher that a contest inside the training rows fits in each of its folds. */
public enum FoldTeacher {
  /** No candidate has soft labels. */
  NONE,
  /** The mean of members that weigh the same: it needs no folds inside the fold. */
  PLAIN,
  /** One that is learned in folds inside the fold, since a candidate takes the labels of these. */
  LEARNED;

  /** Returns the teacher that candidates need. */
  public static FoldTeacher of(List<Source> candidates) {
    if (arms(candidates).noneMatch(ArmPlan::isTaught)) {
      return NONE;
    }
    return arms(candidates).anyMatch(arm -> arm.fitting().isTaught()) ? LEARNED : PLAIN;
  }

  private static Stream<ArmPlan> arms(List<Source> candidates) {
    return candidates.stream().flatMap(source -> source.arms().stream());
  }
}

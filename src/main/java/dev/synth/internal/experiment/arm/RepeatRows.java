package dev.synth.internal.experiment.arm;

import dev.synth.base.Context;
import dev.synth.split.Split;
import dev.synth.split.Training;

/**
 * The rows of one repeat.
 *
 * @param split the repeat's split
 * @param fit its training rows, or those of them that are kept
 */
public record RepeatRows(Split split, FitRows fit) {
  /** Returns the training rows, or those of them that are kept. */
  public Training training() {
    return fit.training();
  }

  /** Returns the repeat's seeds; tells nobody. */
  public Context context() {
    return fit.context();
  }
}

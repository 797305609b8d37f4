package dev.synth.internal.validate;

import dev.synth.base.Context;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;

/** Fits the generator that is judged to other training rows, and draws from it. */
@FunctionalInterface
public interface ShadowFit {
  /**
   * Fits and draws.
   *
   * @param half rows to learn from
   * @param rows how many rows to draw; fewer may come back where many are rejected
   * @param context seeds and cancellation
   */
  Synthetic fit(Training half, int rows, Context context);
}

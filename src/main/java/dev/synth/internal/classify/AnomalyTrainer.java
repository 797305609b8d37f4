package dev.synth.internal.classify;

import dev.synth.base.Context;
import dev.synth.classify.Classifier;
import dev.synth.split.Training;

/**
 * Learns what rows usually look like, without their labels: a line of reference for classifiers.
 *
 * <p>What such a detector finds costs no label, and no synthetic row can change it.
 */
public interface AnomalyTrainer {
  /** Returns the name in configs and reports, such as {@code isolation-forest}. */
  String name();

  /**
   * Learns from rows of both classes as they come, labels left aside.
   *
   * @return scores in [0, 1], higher for rows that are less like the others
   */
  Classifier fit(Training rows, Context context);
}

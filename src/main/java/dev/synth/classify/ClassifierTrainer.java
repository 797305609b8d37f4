package dev.synth.classify;

import dev.synth.base.Context;
import dev.synth.split.Augmented;

/** Learns classifiers; can be used twice and forgets in between. */
public interface ClassifierTrainer {
  /** Returns the name in configs and reports, such as {@code random-forest}. */
  String name();

  /**
   * Learns a classifier.
   *
   * @param rows what to learn from; encoders of features learn from its real rows alone
   * @param weighting how the classes are weighted
   * @param context seeds, progress, cancellation
   */
  Classifier fit(Augmented rows, ClassWeighting weighting, Context context);
}

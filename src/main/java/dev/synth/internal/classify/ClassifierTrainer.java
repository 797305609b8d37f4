package dev.synth.internal.classify;

import dev.synth.base.Context;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.internal.classify.feature.SharedFeatures;
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
  default Classifier fit(Augmented rows, ClassWeighting weighting, Context context) {
    return fit(rows, weighting, SharedFeatures.of(rows.real()), context);
  }

  /**
   * Learns a classifier as the shorter form does, with features that others share.
   *
   * @param rows what to learn from
   * @param weighting how the classes are weighted
   * @param shared the features of the real rows among {@code rows}
   * @param context seeds, progress, cancellation
   */
  Classifier fit(Augmented rows, ClassWeighting weighting, SharedFeatures shared, Context context);

  /**
   * Returns who trains one of several such classifiers whose scores are averaged, so that they
   * differ: on four fifths of the real rows of each class, unless the kind draws rows by itself.
   */
  default ClassifierTrainer inBag() {
    return new SampledRowsTrainer(this);
  }
}

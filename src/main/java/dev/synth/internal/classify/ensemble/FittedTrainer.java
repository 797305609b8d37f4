package dev.synth.internal.classify.ensemble;

import dev.synth.base.Context;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.split.Augmented;

/**
 * Hands out a classifier that has been fitted on the same training rows already.
 *
 * @param name what it is called
 * @param fitted the classifier
 */
public record FittedTrainer(String name, Classifier fitted) implements ClassifierTrainer {
  /** The name of the teacher of soft labels. */
  public static final String TEACHER = "teacher";

  @Override
  public Classifier fit(
      Augmented rows, ClassWeighting weighting, SharedFeatures shared, Context context) {
    return fitted;
  }
}

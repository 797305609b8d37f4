package dev.synth.classify;

import dev.synth.base.Kinds;
import dev.synth.internal.classify.kinds.Classifiers;

/** The options of a classifier; one record a kind, registered in {@link Classifiers}. */
public sealed interface ClassifierOptions
    permits RandomForestOptions,
        XgboostOptions,
        LogisticRegressionOptions,
        GradientBoostingOptions,
        MlpOptions,
        ExtraTreesOptions {
  /** Returns the kind's name in configs and reports. */
  default String kind() {
    return Kinds.nameOf(getClass());
  }
}

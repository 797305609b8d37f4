package dev.synth.internal.classify;

import dev.synth.base.Context;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierOptions;
import dev.synth.internal.classify.feature.MissingNumbers;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.split.Augmented;

/**
 * A trainer that learns from encoded features and holds nothing but its options: whatever all such
 * trainers do before they learn is done here, once.
 */
public interface FeatureTrainer extends ClassifierTrainer {
  /** Returns how it learns; the kind of these options is its name. */
  ClassifierOptions options();

  /** Returns what stands where a number is missing. */
  default MissingNumbers missing() {
    return MissingNumbers.IMPUTED;
  }

  /**
   * Learns from rows that have at least one feature that varies.
   *
   * @return a classifier that {@link FeatureRows} makes of the learned scores
   */
  Classifier learn(FeatureRows rows, Context context);

  @Override
  default String name() {
    return options().kind();
  }

  @Override
  default Classifier fit(
      Augmented rows, ClassWeighting weighting, SharedFeatures shared, Context context) {
    context.cancellation().check();
    SharedFeatures.Fitted features = shared.fitted(rows, missing());
    if (features.real().width() == 0) {
      return new ConstantClassifier(rows.rareCount() / rows.rowCount());
    }
    return learn(new FeatureRows(rows, weighting.rareWeight(rows), features), context);
  }
}

package dev.synth.internal.classify.isolation;

import dev.synth.base.Context;
import dev.synth.classify.Classifier;
import dev.synth.internal.classify.AnomalyTrainer;
import dev.synth.internal.classify.feature.ClassifierFeatures;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.MissingNumbers;
import dev.synth.split.Training;

/** Trains an {@link IsolationForest}. */
public final class IsolationForestTrainer implements AnomalyTrainer {
  /** The name in configs and reports. */
  public static final String NAME = "isolation-forest";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Classifier fit(Training rows, Context context) {
    context.cancellation().check();
    ClassifierFeatures features = ClassifierFeatures.fit(rows, MissingNumbers.IMPUTED);
    FeatureMatrix encoded = features.encode(rows.rows().features());
    if (encoded.width() == 0) {
      return table -> new double[table.rowCount()];
    }
    IsolationForest forest = IsolationForest.fit(encoded.rows(), context.seeds());
    return table -> forest.score(features.encode(table));
  }
}

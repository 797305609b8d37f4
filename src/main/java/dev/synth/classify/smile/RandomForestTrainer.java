package dev.synth.classify.smile;

import dev.synth.base.Context;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierTrainer;
import dev.synth.classify.MissingNumbers;
import dev.synth.classify.SharedFeatures;
import dev.synth.split.Augmented;

/**
 * Trains a {@link Forest} of {@value #TREES} trees, grown until their leaves are pure or the depth
 * is {@value #MAXIMUM_DEPTH}.
 *
 * <p>Balanced, each rare row weighs as much more as it is scarcer, in the choice of cuts and in the
 * leaves' probabilities alike; every row is still drawn as often. (Smile's own class weights thin
 * the other class out instead.)
 */
public final class RandomForestTrainer implements ClassifierTrainer {
  /** The name in configs and reports. */
  public static final String NAME = "random-forest";

  private static final int TREES = 100;
  private static final int MAXIMUM_DEPTH = 20;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Classifier fit(
      Augmented rows, ClassWeighting weighting, SharedFeatures shared, Context context) {
    SharedFeatures.Fitted features = shared.fitted(rows, MissingNumbers.IMPUTED);
    double weight = weighting.rareWeight(rows);
    ForestOptions options = new ForestOptions(TREES, MAXIMUM_DEPTH, 1, weight);
    Forest forest =
        Forest.fit(
            features.encode(rows),
            rows.rareRows(),
            options,
            context.seeds(),
            context.cancellation());
    return table -> forest.score(features.encode(table));
  }
}

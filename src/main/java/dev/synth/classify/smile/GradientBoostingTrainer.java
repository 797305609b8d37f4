package dev.synth.classify.smile;

import dev.synth.base.Context;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierTrainer;
import dev.synth.classify.FeatureMatrix;
import dev.synth.classify.MissingNumbers;
import dev.synth.classify.SharedFeatures;
import dev.synth.split.Augmented;
import java.util.Arrays;

/**
 * Trains gradient boosting on Smile's regression trees, see {@link BoostedRegressionTrees}.
 *
 * <p>Balanced, each rare row counts as often as there are other rows to one rare row, rounded.
 */
public final class GradientBoostingTrainer implements ClassifierTrainer {
  /** The name in configs and reports. */
  public static final String NAME = "gradient-boosting";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Classifier fit(
      Augmented rows, ClassWeighting weighting, SharedFeatures shared, Context context) {
    context.cancellation().check();
    SharedFeatures.Fitted features = shared.fitted(rows, MissingNumbers.IMPUTED);
    FeatureMatrix encoded = features.encode(rows);
    if (encoded.width() == 0) {
      double share = rows.rareCount() / (double) encoded.rowCount();
      return table -> {
        double[] scores = new double[table.rowCount()];
        Arrays.fill(scores, share);
        return scores;
      };
    }
    int copies = (int) Math.max(1, Math.round(weighting.rareWeight(rows)));
    BoostedRegressionTrees trees =
        OneThread.call(
            context.seeds().librarySeed(NAME),
            () ->
                BoostedRegressionTrees.fit(encoded, rows.rareRows(), copies, context.below(NAME)));
    return table -> trees.score(features.encode(table));
  }
}

package dev.synth.internal.classify.smile;

import dev.synth.base.Context;
import dev.synth.classify.Classifier;
import dev.synth.classify.ExtraTreesOptions;
import dev.synth.internal.classify.FeatureRows;
import dev.synth.internal.classify.FeatureTrainer;
import dev.synth.internal.classify.TuningCandidate;
import dev.synth.internal.classify.smile.tree.TreeOptions;
import java.util.List;

/**
 * Trains extremely randomized trees (Geurts, Ernst and Wehenkel, "Extremely randomized trees",
 * Machine Learning 63, 2006). Every tree grows on all rows, and cuts a node at the best of random
 * cuts, one for each feature that is drawn for it.
 *
 * <p>Departure: in a feature that takes more values than rows of the scarcer class need, a random
 * cut is moved to the next value at which such a row stands. Balanced as the random forest is.
 */
public record ExtraTreesTrainer(ExtraTreesOptions options) implements FeatureTrainer {
  /** Returns what tuning tries: the given options, and these with other leaves. */
  public static List<TuningCandidate> candidates(ExtraTreesOptions options) {
    return RandomForestTrainer.leafRows(options.minimumLeafRows())
        .mapToObj(
            rows ->
                new TuningCandidate(
                    RandomForestTrainer.leaves(rows),
                    new ExtraTreesTrainer(options.withMinimumLeafRows(rows))))
        .toList();
  }

  @Override
  public Classifier learn(FeatureRows rows, Context context) {
    TreeOptions growth =
        new TreeOptions(
            options.trees(),
            options.maximumDepth(),
            options.minimumLeafRows(),
            rows.rareWeight(),
            TreeOptions.Cuts.RANDOM);
    return RandomForestTrainer.grow(rows, growth, context);
  }
}

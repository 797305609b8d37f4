package dev.synth.classify.smile;

import dev.synth.base.Context;
import dev.synth.classify.Candidate;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierTrainer;
import dev.synth.classify.FeatureMatrix;
import dev.synth.classify.MissingNumbers;
import dev.synth.classify.SharedFeatures;
import dev.synth.split.Augmented;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains gradient boosting on Smile's regression trees, see {@link BoostedRegressionTrees}.
 *
 * <p>Balanced, each rare row counts as often as there are other rows to one rare row, rounded.
 */
public final class GradientBoostingTrainer implements ClassifierTrainer {
  /** The name in configs and reports. */
  public static final String NAME = "gradient-boosting";

  private static final int USUAL_LEAVES = 16;

  private final int leaves;

  /** A trainer of trees with {@value #USUAL_LEAVES} leaves at most. */
  public GradientBoostingTrainer() {
    this(USUAL_LEAVES);
  }

  private GradientBoostingTrainer(int leaves) {
    this.leaves = leaves;
  }

  /** Returns what tuning tries, the default first. */
  public static List<Candidate> candidates() {
    return IntStream.of(USUAL_LEAVES, 4, 8, 32)
        .mapToObj(
            leaves ->
                new Candidate(
                    "at most %d leaves".formatted(leaves), new GradientBoostingTrainer(leaves)))
        .toList();
  }

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
      return Classifier.ofShare(rows.rareCount() / (double) encoded.rowCount());
    }
    int copies = (int) Math.max(1, Math.round(weighting.rareWeight(rows)));
    var growth = new BoostedRegressionTrees.Growth(copies, leaves);
    BoostedRegressionTrees trees =
        OneThread.call(
            context.seeds().librarySeed(NAME),
            () ->
                BoostedRegressionTrees.fit(encoded, rows.rareRows(), growth, context.below(NAME)));
    return table -> trees.score(features.encode(table));
  }
}

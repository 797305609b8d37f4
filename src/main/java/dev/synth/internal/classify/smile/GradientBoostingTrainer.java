package dev.synth.internal.classify.smile;

import dev.synth.base.Context;
import dev.synth.classify.Classifier;
import dev.synth.classify.GradientBoostingOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.FeatureRows;
import dev.synth.internal.classify.FeatureTrainer;
import dev.synth.internal.classify.TuningCandidate;
import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains gradient boosting on Smile's regression trees, see {@link BoostedRegressionTrees}.
 *
 * <p>Balanced, each rare row counts as often as there are other rows to one rare row, rounded.
 */
public record GradientBoostingTrainer(GradientBoostingOptions options) implements FeatureTrainer {
  /** Returns what tuning tries: the given options, and these with other numbers of leaves. */
  public static List<TuningCandidate> candidates(GradientBoostingOptions options) {
    return IntStream.concat(IntStream.of(options.maximumLeaves()), IntStream.of(16, 4, 8, 32))
        .distinct()
        .mapToObj(
            leaves ->
                new TuningCandidate(
                    PlainText.of("at most %d leaves", leaves),
                    new GradientBoostingTrainer(options.withMaximumLeaves(leaves))))
        .toList();
  }

  @Override
  public Classifier learn(FeatureRows rows, Context context) {
    FeatureMatrix encoded = rows.encoded();
    int copies = (int) Math.max(1, Math.round(rows.rareWeight()));
    BoostedRegressionTrees trees =
        OneThread.call(
            context.seeds().librarySeed(name()),
            () ->
                BoostedRegressionTrees.fit(
                    encoded,
                    rows.targets(),
                    new BoostedRegressionTrees.BoostedGrowth(copies, options),
                    context.below(name())));
    return rows.scoring(trees);
  }
}

package dev.synth.internal.classify.smile;

import dev.synth.base.Context;
import dev.synth.classify.Classifier;
import dev.synth.classify.RandomForestOptions;
import dev.synth.internal.classify.FeatureRows;
import dev.synth.internal.classify.FeatureTrainer;
import dev.synth.internal.classify.TuningCandidate;
import dev.synth.internal.classify.smile.tree.Forest;
import dev.synth.internal.classify.smile.tree.TreeOptions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains a {@link Forest} of trees that grow until their leaves are pure, or too deep or too small.
 *
 * <p>Balanced, each rare row weighs as much more as it is scarcer, in the choice of cuts and in the
 * leaves' probabilities alike; every row is still drawn as often. (Smile's own class weights thin
 * the other class out instead.)
 */
public record RandomForestTrainer(RandomForestOptions options) implements FeatureTrainer {
  /** Returns what tuning tries: the given options, and these with other leaves. */
  public static List<TuningCandidate> candidates(RandomForestOptions options) {
    return leafRows(options.minimumLeafRows())
        .mapToObj(
            rows ->
                new TuningCandidate(
                    leaves(rows), new RandomForestTrainer(options.withMinimumLeafRows(rows))))
        .toList();
  }

  /** Returns what tuning tries for a forest's leaves, the given number of rows first. */
  static IntStream leafRows(int own) {
    return IntStream.concat(IntStream.of(own), IntStream.of(1, 3, 10)).distinct();
  }

  /** Returns in words how many rows a leaf has at least. */
  static String leaves(int rows) {
    return "leaves of at least " + (rows == 1 ? "one row" : rows + " rows");
  }

  @Override
  public Classifier learn(FeatureRows rows, Context context) {
    TreeOptions growth =
        new TreeOptions(
            options.trees(), options.maximumDepth(), options.minimumLeafRows(), rows.rareWeight());
    return grow(rows, growth, context);
  }

  /** Grows a forest on rows. */
  static Classifier grow(FeatureRows rows, TreeOptions growth, Context context) {
    Forest forest =
        Forest.fit(rows.encoded(), rows.targets(), growth, context.seeds(), context.cancellation());
    return rows.scoring(forest);
  }
}

package dev.synth.classify.smile;

import dev.synth.base.Context;
import dev.synth.classify.Candidate;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierTrainer;
import dev.synth.classify.MissingNumbers;
import dev.synth.classify.SharedFeatures;
import dev.synth.split.Augmented;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains a {@link Forest} of {@value #TREES} trees, grown until their leaves are pure or the depth
 * is {@value #MAXIMUM_DEPTH}, or, tuned, until leaves would be too small.
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

  private final int minimumLeafRows;

  /** A trainer whose leaves may hold a single row. */
  public RandomForestTrainer() {
    this(1);
  }

  private RandomForestTrainer(int minimumLeafRows) {
    this.minimumLeafRows = minimumLeafRows;
  }

  /** Returns what tuning tries, the default first. */
  public static List<Candidate> candidates() {
    return IntStream.of(1, 3, 10)
        .mapToObj(
            rows ->
                new Candidate(
                    "leaves of at least " + (rows == 1 ? "one row" : rows + " rows"),
                    new RandomForestTrainer(rows)))
        .toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Classifier fit(
      Augmented rows, ClassWeighting weighting, SharedFeatures shared, Context context) {
    SharedFeatures.Fitted features = shared.fitted(rows, MissingNumbers.IMPUTED);
    double weight = weighting.rareWeight(rows);
    ForestOptions options = new ForestOptions(TREES, MAXIMUM_DEPTH, minimumLeafRows, weight);
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

package dev.synth.internal.classify.discriminate;

import dev.synth.base.Cancellation;
import dev.synth.base.Seeds;
import dev.synth.internal.classify.boost.BoostedScorer;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.Targets;
import dev.synth.internal.classify.smile.LinearScorer;
import dev.synth.internal.classify.smile.tree.Forest;
import dev.synth.internal.classify.smile.tree.TreeOptions;
import java.util.BitSet;

/** A fitted model that tells two samples of plain numbers apart. */
public interface Discriminator {
  /** Deep enough for every small sample; leaves of 3 rows at least, so that scores are graded. */
  int FOREST_DEPTH = 16;

  /** See {@link #FOREST_DEPTH}. */
  int LEAST_LEAF_ROWS = 3;

  /** Returns one score a row, in (0, 1), higher for the second sample. */
  double[] score(FeatureMatrix features);

  /** Learns discriminators; both samples weigh the same in sum. */
  interface Learner {
    /**
     * Learns from two samples.
     *
     * @param features at least one row of either sample
     * @param second which rows are of the second sample
     * @param seeds where random numbers come from
     * @param cancellation looked at between trees
     */
    Discriminator fit(
        FeatureMatrix features, BitSet second, Seeds seeds, Cancellation cancellation);

    /** Learns without being stopped. */
    default Discriminator fit(FeatureMatrix features, BitSet second, Seeds seeds) {
      return fit(features, second, seeds, new Cancellation());
    }
  }

  /** Gradient boosting; NaN is missing. */
  static Learner boosting() {
    return (features, second, seeds, cancellation) ->
        BoostedScorer.fit(features, second, weight(features, second), seeds, cancellation)::score;
  }

  /** Logistic regression by Smile, on scaled features, without NaN. */
  static Learner logistic() {
    return (features, second, seeds, cancellation) -> LinearScorer.fit(features, second)::score;
  }

  /** A random forest, as deep as every small sample needs, without NaN. */
  static Learner forest(int trees) {
    return (features, second, seeds, cancellation) -> {
      TreeOptions options =
          new TreeOptions(trees, FOREST_DEPTH, LEAST_LEAF_ROWS, weight(features, second));
      return Forest.fit(
              features, Targets.of(second, features.rowCount()), options, seeds, cancellation)
          ::score;
    };
  }

  /** Returns what a row of the second sample weighs against one of the first. */
  private static double weight(FeatureMatrix features, BitSet second) {
    return (features.rowCount() - second.cardinality()) / (double) second.cardinality();
  }
}

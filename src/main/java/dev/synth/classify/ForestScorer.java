package dev.synth.classify;

import dev.synth.base.Cancellation;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.smile.Forest;
import dev.synth.classify.smile.ForestOptions;
import java.util.BitSet;

/** Scores how clearly a random forest tells two samples apart, on rows that it did not learn. */
public final class ForestScorer {
  /** Deep enough for every small sample; leaves of 3 rows at least, so that scores are graded. */
  private static final int MAXIMUM_DEPTH = 16;

  private static final int MINIMUM_LEAF_ROWS = 3;

  private ForestScorer() {}

  /**
   * Returns cross-fitted scores: each row's from the forest that was grown without its fold.
   *
   * <p>Folds are stratified by sample and drawn from the stream {@code folds}; each forest weighs
   * both samples the same.
   *
   * @param rows as many finite numbers in each
   * @param secondSample for each row whether it is from the second sample; both have rows in every
   *     training fold
   * @param folds at least 2, at most the rows of the smaller sample
   * @param trees in each forest, at least 1
   * @param seeds where the random numbers come from
   * @return one a row, in (0, 1), higher for the second sample
   * @throws IllegalArgumentException if lengths differ or a sample has fewer rows than folds
   */
  public static double[] outOfFoldScores(
      double[][] rows, boolean[] secondSample, int folds, int trees, Seeds seeds) {
    FeatureMatrix features = FeatureMatrix.ofRows(rows);
    int[] fold = folds(secondSample, folds, seeds.stream("folds"));
    if (fold.length != rows.length) {
      throw new IllegalArgumentException(
          "%d rows, but samples of %d".formatted(rows.length, fold.length));
    }
    double[] scores = new double[rows.length];
    for (int left = 0; left < folds; left++) {
      int[] inside = rowsOf(fold, left, false);
      int[] outside = rowsOf(fold, left, true);
      Forest forest =
          fit(features.rows(inside), secondSample, inside, trees, seeds.below("fold/" + left));
      double[] outsideScores = forest.score(features.rows(outside));
      for (int i = 0; i < outside.length; i++) {
        scores[outside[i]] = outsideScores[i];
      }
    }
    return scores;
  }

  private static Forest fit(
      FeatureMatrix features, boolean[] secondSample, int[] inside, int trees, Seeds seeds) {
    BitSet second = new BitSet();
    for (int i = 0; i < inside.length; i++) {
      second.set(i, secondSample[inside[i]]);
    }
    double weight = (inside.length - second.cardinality()) / (double) second.cardinality();
    ForestOptions options = new ForestOptions(trees, MAXIMUM_DEPTH, MINIMUM_LEAF_ROWS, weight);
    return Forest.fit(features, second, options, seeds, new Cancellation());
  }

  /** Deals the rows of each sample out to the folds in random order. */
  private static int[] folds(boolean[] secondSample, int folds, RandomStream stream) {
    int[] fold = new int[secondSample.length];
    int[] dealt = new int[2];
    for (int row : stream.permutation(secondSample.length)) {
      int sample = secondSample[row] ? 1 : 0;
      fold[row] = dealt[sample]++ % folds;
    }
    if (folds < 2 || Math.min(dealt[0], dealt[1]) < folds) {
      throw new IllegalArgumentException(
          "%d folds of samples of %d and %d rows".formatted(folds, dealt[0], dealt[1]));
    }
    return fold;
  }

  private static int[] rowsOf(int[] fold, int left, boolean outside) {
    return java.util.stream.IntStream.range(0, fold.length)
        .filter(row -> (fold[row] == left) == outside)
        .toArray();
  }
}

package dev.synth.classify;

import dev.synth.base.Seeds;

/** Scores how clearly a random forest tells two samples apart, on rows that it did not learn. */
public final class ForestScorer {
  /** Deep enough for every small sample; leaves of 3 rows at least, so that scores are graded. */
  static final int MAXIMUM_DEPTH = 16;

  static final int MINIMUM_LEAF_ROWS = 3;

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
    double[] scores = new double[rows.length];
    for (CrossFit.Fold fold :
        CrossFit.of(
            FeatureMatrix.ofRows(rows), secondSample, folds, Discriminator.forest(trees), seeds)) {
      double[] outside = fold.model().score(fold.features());
      for (int i = 0; i < outside.length; i++) {
        scores[fold.rows()[i]] = outside[i];
      }
    }
    return scores;
  }
}

package dev.synth.internal.validate.detection;

import dev.synth.internal.classify.discriminate.CrossFittedScores;
import dev.synth.internal.stats.DeLong;
import dev.synth.internal.stats.MannWhitney;
import dev.synth.internal.stats.StandardNormal;
import dev.synth.validate.Finding;
import java.util.Arrays;
import java.util.List;

/**
 * The area under the ROC curve of models that were fitted fold by fold, with its interval and
 * p-value.
 *
 * <p>A fold's rows are new to its model, so that within a fold the area is a Mann–Whitney statistic
 * like any other. The area is the mean over folds. Its variance is that of {@link DeLong} in each
 * fold, as if folds were independent (LeDell, Petersen and van der Laan 2015). The p-value is
 * one-sided, for an area above ½. It is the test of {@link MannWhitney} in each fold, put together
 * as twice the mean of the folds' p-values. That is valid however they depend on each other
 * (Rüschendorf 1982; Vovk and Wang 2020) and therefore cautious.
 */
final class FoldTest {
  private final double area;
  private final double standardError;
  private final double pValue;

  /** Scores of the rows of one fold, and which of them are of the second sample; both occur. */
  static final class FoldScores {
    private final double[] scores;
    private final boolean[] second;

    /** Scores, one a row; the arrays are shared inside this package. */
    FoldScores(double[] scores, boolean[] second) {
      this.scores = scores;
      this.second = second;
    }
  }

  /** The test of models that were fitted fold by fold. */
  static FoldTest of(List<CrossFittedScores.Fold> folds) {
    return new FoldTest(
        folds.stream()
            .map(fold -> new FoldScores(fold.model().score(fold.features()), fold.second()))
            .toList());
  }

  FoldTest(List<FoldScores> folds) {
    double areas = 0;
    double variances = 0;
    double tails = 0;
    for (FoldScores fold : folds) {
      double[] first = picked(fold, false);
      double[] other = picked(fold, true);
      DeLong ofFold = DeLong.of(first, other);
      areas += ofFold.area();
      variances += ofFold.variance();
      tails += MannWhitney.pOfHigher(first, other);
    }
    int count = folds.size();
    area = areas / count;
    standardError = Math.sqrt(variances) / count;
    pValue = Math.min(1, 2 * tails / count);
  }

  private static double[] picked(FoldScores fold, boolean second) {
    double[] picked = new double[fold.scores.length];
    int count = 0;
    for (int row = 0; row < picked.length; row++) {
      if (fold.second[row] == second) {
        picked[count++] = fold.scores[row];
      }
    }
    return Arrays.copyOf(picked, count);
  }

  /**
   * Returns the area with its interval and p-value.
   *
   * @param real how many rows the first sample has
   * @param synthetic how many the second has
   */
  Finding.Area finding(int real, int synthetic) {
    double margin = StandardNormal.quantile(0.975) * standardError;
    return new Finding.Area(
        real, synthetic, area, Math.max(0, area - margin), Math.min(1, area + margin), pValue);
  }

  /** Returns the area, in [0, 1]. */
  double area() {
    return area;
  }

  /** Returns its standard error, at least 0. */
  double standardError() {
    return standardError;
  }

  /** Returns the p-value, in [0, 1]. */
  double pValue() {
    return pValue;
  }
}

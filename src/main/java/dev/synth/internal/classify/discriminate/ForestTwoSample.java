package dev.synth.internal.classify.discriminate;

import dev.synth.base.Cancellation;
import dev.synth.base.Seeds;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.stats.RocArea;
import java.util.Arrays;
import java.util.List;

/**
 * The classifier two-sample test by a random forest (Lopez-Paz and Oquab 2017), cross-fitted: how
 * well it ranks rows of the second sample above those of the first.
 *
 * <p>A missing cell is a number below all others of its column. All columns constant: 0.5, since
 * all scores tie and ties count half.
 */
public final class ForestTwoSample {
  /** Three folds leave two thirds of the rows to learn from, at half the cost of five. */
  private static final int FOLDS = 3;

  /** The area is the mean over rows; a median over draws evens out what 40 trees leave. */
  private static final int TREES = 40;

  private ForestTwoSample() {}

  /**
   * Returns the area under the ROC curve.
   *
   * @param samples both samples
   * @param seeds the same seeds give the same folds and trees
   * @param cancellation looked at between trees
   * @return in [0, 1]; about 0.5 where the forest cannot tell the samples apart
   * @throws IllegalArgumentException if a sample has fewer than 3 rows
   */
  public static double area(JoinedSamples samples, Seeds seeds, Cancellation cancellation) {
    return RocArea.of(
        CrossFittedScores.scores(folds(samples, seeds, cancellation)), samples.second());
  }

  /** Returns the models, one for each fold of the rows. */
  public static List<CrossFittedScores.Fold> folds(
      JoinedSamples samples, Seeds seeds, Cancellation cancellation) {
    return CrossFittedScores.of(
        filled(samples.features()),
        samples.second(),
        FOLDS,
        Discriminator.forest(TREES),
        seeds,
        cancellation);
  }

  private static FeatureMatrix filled(FeatureMatrix features) {
    double[][] values = new double[features.width()][];
    for (int column = 0; column < values.length; column++) {
      double[] cells = features.column(column);
      double below = belowAll(cells);
      values[column] = Arrays.stream(cells).map(v -> Double.isNaN(v) ? below : v).toArray();
    }
    return FeatureMatrix.ofColumns(features.names(), values);
  }

  private static double belowAll(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    return least > most ? 0 : least - Math.max(1, most - least);
  }
}

package dev.synth.internal.classify.smile;

import dev.synth.base.Context;
import dev.synth.classify.Classifier;
import dev.synth.internal.classify.AnomalyTrainer;
import dev.synth.internal.classify.feature.ClassifierFeatures;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.FeatureScaler;
import dev.synth.internal.classify.feature.MissingNumbers;
import dev.synth.internal.stats.Medians;
import dev.synth.split.Training;
import java.util.Arrays;
import smile.anomaly.SVM;
import smile.math.kernel.GaussianKernel;

/**
 * Trains Smile's one-class support vector machine (Schölkopf et al., Neural Computation 13, 2001)
 * on scaled features, with a Gaussian kernel as wide as the median distance between rows and ν =
 * {@value #NU}.
 *
 * <p>It learns from {@value #MOST_ROWS} rows at most, drawn at random: the kernel takes their
 * number squared.
 */
public final class OneClassSvmTrainer implements AnomalyTrainer {
  /** The name in configs and reports. */
  public static final String NAME = "one-class-svm";

  private static final int MOST_ROWS = 1_000;
  private static final double NU = 0.1;
  private static final double TOLERANCE = 1e-3;

  /** Pairs of rows whose median distance is the kernel's width. */
  private static final int PAIRS = 1_000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Classifier fit(Training rows, Context context) {
    context.cancellation().check();
    ClassifierFeatures features = ClassifierFeatures.fit(rows, MissingNumbers.IMPUTED);
    FeatureMatrix encoded = features.encode(rows.rows().features());
    if (encoded.width() == 0) {
      return table -> new double[table.rowCount()];
    }
    FeatureScaler scaler = FeatureScaler.fit(encoded);
    int[] order = context.seeds().stream("one-class-svm/rows").permutation(encoded.rowCount());
    int[] chosen = Arrays.copyOf(order, Math.min(MOST_ROWS, order.length));
    double[][] learned = scaler.rows(encoded.rows(chosen));
    var kernel = new GaussianKernel(medianDistance(learned));
    SVM<double[]> machine =
        OneThread.call(
            context.seeds().librarySeed(NAME),
            () -> SVM.fit(learned, kernel, new SVM.Options(NU, TOLERANCE)));
    return table -> {
      double[][] asked = scaler.rows(features.encode(table));
      double[] scores = new double[asked.length];
      for (int row = 0; row < scores.length; row++) {
        scores[row] = 1 / (1 + StrictMath.exp(machine.score(asked[row])));
      }
      return scores;
    };
  }

  /**
   * The median distance of neighbours in the order of the rows, which is random; 1 where it is 0.
   */
  private static double medianDistance(double[][] rows) {
    double[] distances = new double[Math.min(PAIRS, rows.length)];
    for (int i = 0; i < distances.length; i++) {
      double[] a = rows[i];
      double[] b = rows[(i + 1) % rows.length];
      double sum = 0;
      for (int k = 0; k < a.length; k++) {
        sum += (a[k] - b[k]) * (a[k] - b[k]);
      }
      distances[i] = Math.sqrt(sum);
    }
    double median = Medians.upperMedian(distances);
    return median > 0 ? median : 1;
  }
}

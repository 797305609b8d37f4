package dev.synth.internal.classify.smile;

import dev.synth.base.Context;
import dev.synth.classify.Classifier;
import dev.synth.classify.LogisticRegressionOptions;
import dev.synth.internal.classify.FeatureRows;
import dev.synth.internal.classify.FeatureTrainer;
import dev.synth.internal.classify.TuningCandidate;
import dev.synth.internal.classify.feature.Targets;
import java.util.List;
import java.util.stream.DoubleStream;
import smile.classification.LogisticRegression;

/**
 * Trains Smile's binomial logistic regression on scaled features, with an L2 penalty of ½·λ·|w|²
 * against the sum of the rows' losses (scikit-learn's {@code C = 1 / λ}); the intercept is free.
 *
 * <p>Balanced, each rare row counts as often as there are other rows to one rare row, rounded:
 * Smile has no row weights, and a row that counts k times is a row that stands there k times. Rows
 * with soft labels are learned from by {@link SoftLogisticLoss}.
 */
public record LogisticRegressionTrainer(LogisticRegressionOptions options)
    implements FeatureTrainer {
  static final double TOLERANCE = 1e-5;
  static final int MOST_ITERATIONS = 100;

  /** Returns what tuning tries: the given options, and these with other penalties. */
  public static List<TuningCandidate> candidates(LogisticRegressionOptions options) {
    return DoubleStream.concat(DoubleStream.of(options.penalty()), DoubleStream.of(1, 0.1, 10, 100))
        .distinct()
        .mapToObj(
            lambda ->
                new TuningCandidate(
                    "penalty " + lambda,
                    new LogisticRegressionTrainer(options.withPenalty(lambda))))
        .toList();
  }

  @Override
  public Classifier learn(FeatureRows rows, Context context) {
    Targets targets = rows.targets();
    double[] weights =
        targets.areHard()
            ? learn(rows.scaled(), targets, rows.rareWeight(), context)
            : SoftLogisticLoss.minimise(
                rows.scaled(), targets, rows.rareWeight(), options.penalty());
    return rows.scoring(new LinearModel(weights));
  }

  private double[] learn(double[][] rows, Targets targets, double rareWeight, Context context) {
    RepeatedRows repeated = RepeatedRows.of(rows.length, targets.rare(), rareWeight);
    return learn(
        repeated.of(rows),
        repeated.labels(),
        options.penalty(),
        context.seeds().librarySeed(name()));
  }

  /** Returns the weights, the intercept last. */
  static double[] learn(double[][] rows, int[] labels, double penalty, int seed) {
    var options = new LogisticRegression.Options(penalty, TOLERANCE, MOST_ITERATIONS);
    return OneThread.call(seed, () -> LogisticRegression.binomial(rows, labels, options))
        .coefficients();
  }

  /** Returns the probabilities of rows by weights as from {@link #learn}. */
  static double[] score(double[][] rows, double[] weights) {
    double[] scores = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      double sum = weights[weights.length - 1];
      for (int feature = 0; feature < rows[row].length; feature++) {
        sum += weights[feature] * rows[row][feature];
      }
      scores[row] = 1 / (1 + StrictMath.exp(-sum));
    }
    return scores;
  }
}

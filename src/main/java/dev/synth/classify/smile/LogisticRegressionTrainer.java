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
import java.util.stream.DoubleStream;
import smile.classification.LogisticRegression;

/**
 * Trains Smile's binomial logistic regression on scaled features, with an L2 penalty of ½·λ·|w|²
 * against the sum of the rows' losses (scikit-learn's {@code C = 1 / λ}; λ is 1 unless it is
 * tuned); the intercept is free.
 *
 * <p>Balanced, each rare row counts as often as there are other rows to one rare row, rounded:
 * Smile has no row weights, and a row that counts k times is a row that stands there k times.
 */
public final class LogisticRegressionTrainer implements ClassifierTrainer {
  /** The name in configs and reports. */
  public static final String NAME = "logistic-regression";

  static final double USUAL_PENALTY = 1;
  private static final double TOLERANCE = 1e-5;
  private static final int MOST_ITERATIONS = 100;

  private final double penalty;

  /** A trainer with a penalty of 1. */
  public LogisticRegressionTrainer() {
    this(USUAL_PENALTY);
  }

  private LogisticRegressionTrainer(double penalty) {
    this.penalty = penalty;
  }

  /** Returns what tuning tries, the default first. */
  public static List<Candidate> candidates() {
    return DoubleStream.of(USUAL_PENALTY, 0.1, 10, 100)
        .mapToObj(
            lambda -> new Candidate("penalty " + lambda, new LogisticRegressionTrainer(lambda)))
        .toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Classifier fit(
      Augmented rows, ClassWeighting weighting, SharedFeatures shared, Context context) {
    context.cancellation().check();
    SharedFeatures.Fitted features = shared.fitted(rows, MissingNumbers.IMPUTED);
    double[][] scaled = features.scaled(rows);
    RepeatedRows repeated =
        RepeatedRows.of(scaled.length, rows.rareRows(), weighting.rareWeight(rows));
    double[] weights =
        learn(repeated.of(scaled), repeated.labels(), penalty, context.seeds().librarySeed(NAME));
    return table -> score(features.scaled(table), weights);
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

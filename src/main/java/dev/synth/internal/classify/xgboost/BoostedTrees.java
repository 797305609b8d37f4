package dev.synth.internal.classify.xgboost;

import dev.synth.base.Cancellation;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.Targets;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A fitted XGBoost model, kept as its trees.
 *
 * <p>XGBoost's own memory is held while it learns only, so that nothing has to be closed. Rows are
 * scored here, see {@link MarginTrees}, and any number of threads can do so at once.
 */
final class BoostedTrees {
  /** So many rows tell whether the margins are XGBoost's. */
  private static final int COMPARED_ROWS = 16;

  private final MarginTrees trees;

  private BoostedTrees(MarginTrees trees) {
    this.trees = trees;
  }

  /**
   * Learns.
   *
   * @param features NaN where missing; at least one feature
   * @param targets what is to be learned of each row; its loss takes probabilities as they are
   * @param parameters XGBoost's own
   * @param rounds the number of trees
   */
  static BoostedTrees fit(
      FeatureMatrix features, Targets targets, Map<String, Object> parameters, int rounds) {
    return fit(features, targets, parameters, rounds, new Cancellation());
  }

  /** Learns, and looks before each tree whether to go on. */
  static BoostedTrees fit(
      FeatureMatrix features,
      Targets targets,
      Map<String, Object> parameters,
      int rounds,
      Cancellation cancellation) {
    try {
      DMatrix rows = matrix(features);
      try {
        rows.setLabel(labels(targets));
        Booster booster = XGBoost.train(rows, parameters, 0, Map.of(), null, null);
        try {
          for (int round = 0; round < rounds; round++) {
            cancellation.check();
            booster.update(rows, round);
          }
          return new BoostedTrees(trees(booster, features));
        } finally {
          booster.dispose();
        }
      } finally {
        rows.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost could not learn", e);
    }
  }

  /** Returns what was learned, held against XGBoost's own margins of some rows. */
  private static MarginTrees trees(Booster booster, FeatureMatrix features) throws XGBoostError {
    int count = Math.min(COMPARED_ROWS, features.rowCount());
    FeatureMatrix some = features.rows(IntStream.range(0, count).toArray());
    DMatrix rows = matrix(some);
    try {
      float[] margins = new float[count];
      float[][] predicted = booster.predict(rows, true);
      for (int row = 0; row < count; row++) {
        margins[row] = predicted[row][0];
      }
      return MarginTrees.of(booster.toByteArray(), features.width()).matching(some, margins);
    } finally {
      rows.dispose();
    }
  }

  /** Returns the probability of the rare class for each row, in (0, 1). */
  double[] score(FeatureMatrix features) {
    return probabilities(trees.margins(features));
  }

  private static DMatrix matrix(FeatureMatrix features) throws XGBoostError {
    return new DMatrix(features.floats(), features.rowCount(), features.width(), Float.NaN);
  }

  private static float[] labels(Targets targets) {
    float[] labels = new float[targets.count()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = (float) targets.of(row);
    }
    return labels;
  }

  /** Margins to probabilities, in double precision, so that high scores are not tied at 1. */
  private static double[] probabilities(float[] margins) {
    double[] probabilities = new double[margins.length];
    for (int row = 0; row < margins.length; row++) {
      probabilities[row] = 1 / (1 + StrictMath.exp(-margins[row]));
    }
    return probabilities;
  }
}

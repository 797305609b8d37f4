package dev.synth.internal.classify.xgboost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Cancellation;
import dev.synth.internal.classify.NumberModel;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.RowEncoder;
import dev.synth.internal.classify.feature.Targets;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A fitted XGBoost model, kept as its bytes.
 *
 * <p>Native memory is held during a call only, so that nothing has to be closed, and any number of
 * threads can score at once.
 */
final class BoostedTrees implements NumberModel {
  private final byte[] model;

  private BoostedTrees(byte[] model) {
    this.model = model;
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
          return new BoostedTrees(booster.toByteArray());
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

  @Override
  public String kind() {
    return WalkedTrees.KIND;
  }

  @Override
  public double[] score(RowEncoder encoder, Table rows) {
    return score(encoder.encode(rows));
  }

  @Override
  public void write(ObjectNode json, ClassifierOutput output) {
    WalkedTrees.of(this).write(json, output);
  }

  /** Returns the probability of the rare class for each row, in (0, 1). */
  double[] score(FeatureMatrix features) {
    return probabilities(margins(features));
  }

  /** Returns the log-odds of the rare class for each row, as XGBoost computes them. */
  float[] margins(FeatureMatrix features) {
    if (features.rowCount() == 0) {
      return new float[0];
    }
    try {
      DMatrix rows = matrix(features);
      try {
        Booster booster = XGBoost.loadModel(model);
        try {
          booster.setParam("nthread", 1);
          return first(booster.predict(rows, true));
        } finally {
          booster.dispose();
        }
      } finally {
        rows.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost could not score", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a copy of the model in XGBoost's binary JSON. */
  byte[] bytes() {
    return model.clone();
  }

  private static float[] first(float[][] margins) {
    float[] first = new float[margins.length];
    for (int row = 0; row < margins.length; row++) {
      first[row] = margins[row][0];
    }
    return first;
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
  static double[] probabilities(float[] margins) {
    double[] probabilities = new double[margins.length];
    for (int row = 0; row < margins.length; row++) {
      probabilities[row] = 1 / (1 + StrictMath.exp(-margins[row]));
    }
    return probabilities;
  }
}

package dev.synth.internal.classify.xgboost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Cancellation;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.classify.NumberModel;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.RowEncoder;
import dev.synth.internal.classify.feature.Targets;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.table.Table;
import java.nio.BufferUnderflowException;
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
public final class BoostedTrees implements NumberModel {
  /** The name in stored classifiers. */
  public static final String KIND = "xgboost";

  /** The number of rows that tell whether the margins are XGBoost's. */
  private static final int COMPARED_ROWS = 16;

  private final byte[] model;
  private final MarginTrees trees;

  private BoostedTrees(byte[] model, MarginTrees trees) {
    this.model = model;
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
          byte[] model = booster.toByteArray();
          return new BoostedTrees(model, trees(model, booster, features));
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
  private static MarginTrees trees(byte[] model, Booster booster, FeatureMatrix features)
      throws XGBoostError {
    int count = Math.min(COMPARED_ROWS, features.rowCount());
    FeatureMatrix some = features.rows(IntStream.range(0, count).toArray());
    DMatrix rows = matrix(some);
    try {
      float[] margins = new float[count];
      float[][] predicted = booster.predict(rows, true);
      for (int row = 0; row < count; row++) {
        margins[row] = predicted[row][0];
      }
      return MarginTrees.of(model, features.width()).matching(some, margins);
    } finally {
      rows.dispose();
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public double[] score(RowEncoder encoder, Table rows) {
    return score(encoder.encode(rows));
  }

  @Override
  public Contributions explain(RowEncoder encoder, Table rows) {
    return trees.explain(encoder.encode(rows), encoder.columns());
  }

  @Override
  public void write(ObjectNode json, ClassifierOutput output) {
    json.put("base_margin", trees.base());
    json.put("file", output.put(model, "ubj"));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param width the number of features
   */
  public static BoostedTrees read(JsonFields json, ClassifierInput input, int width) {
    byte[] model = input.file(json, "file");
    try {
      MarginTrees trees =
          MarginTrees.of(model, width).onBase((float) json.number("base_margin")).checked();
      return new BoostedTrees(model, trees);
    } catch (ClassCastException
        | NullPointerException
        | IndexOutOfBoundsException
        | BufferUnderflowException e) {
      throw new IllegalArgumentException(json.text("file") + " is no model of XGBoost", e);
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

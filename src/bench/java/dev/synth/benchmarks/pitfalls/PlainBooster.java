package dev.synth.benchmarks.pitfalls;

import dev.synth.evaluate.ScoredRows;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost as anybody calls it: forty trees of depth 4 on one thread. */
final class PlainBooster implements AutoCloseable {
  private static final int TREES = 40;

  private final Booster booster;

  private PlainBooster(Booster booster) {
    this.booster = booster;
  }

  static PlainBooster fit(PlainRows rows, int seed) {
    Map<String, Object> parameters =
        Map.of(
            "objective",
            "binary:logistic",
            "tree_method",
            "hist",
            "max_depth",
            4,
            "eta",
            0.1,
            "subsample",
            0.8,
            "nthread",
            1,
            "seed",
            seed);
    try {
      DMatrix matrix = matrix(rows);
      try {
        float[] labels = new float[rows.count()];
        rows.rare().stream().forEach(row -> labels[row] = 1);
        matrix.setLabel(labels);
        return new PlainBooster(XGBoost.train(matrix, parameters, TREES, Map.of(), null, null));
      } finally {
        matrix.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost could not learn", e);
    }
  }

  ScoredRows score(PlainRows rows) {
    try {
      DMatrix matrix = matrix(rows);
      try {
        float[][] predicted = booster.predict(matrix);
        double[] scores = new double[rows.count()];
        for (int row = 0; row < scores.length; row++) {
          scores[row] = predicted[row][0];
        }
        return new ScoredRows(scores, rows.rare());
      } finally {
        matrix.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost could not score", e);
    }
  }

  private static DMatrix matrix(PlainRows rows) throws XGBoostError {
    int width = rows.features()[0].length;
    float[] cells = new float[rows.count() * width];
    for (int row = 0; row < rows.count(); row++) {
      for (int column = 0; column < width; column++) {
        cells[row * width + column] = (float) rows.features()[row][column];
      }
    }
    return new DMatrix(cells, rows.count(), width, Float.NaN);
  }

  @Override
  public void close() {
    booster.dispose();
  }
}

package dev.synth.internal.classify.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginTreesTest {
  private static final int WIDTH = 7;

  /** XGBoost's own margins are what is right, to the last bit. */
  @ParameterizedTest
  @CsvSource({"1, 0.0, 40", "4, 0.0, 60", "6, 0.2, 60", "9, 0.1, 30", "0, 0.0, 5", "3, 0.9, 0"})
  void givesTheMarginsOfXgboost(int depth, double missing, int rounds) throws XGBoostError {
    FeatureMatrix learned = rows("learned", 331, missing);
    FeatureMatrix fresh = rows("fresh", 1_001, missing);
    Booster booster = booster(learned, depth, rounds);
    try {
      MarginTrees trees =
          MarginTrees.of(booster.toByteArray(), WIDTH)
              .matching(learned, xgboosts(booster, learned));
      assertThat(trees.margins(fresh)).isEqualTo(xgboosts(booster, fresh));
    } finally {
      booster.dispose();
    }
  }

  @Test
  void givesTheMarginsOfTwoHundredModels() throws XGBoostError {
    FeatureMatrix fresh = rows("fresh of many", 61, 0.3);
    for (int model = 0; model < 200; model++) {
      FeatureMatrix learned = rows("model " + model, 40 + model % 50, model % 5 * 0.15);
      Booster booster = booster(learned, 1 + model % 6, 1 + model % 9);
      try {
        MarginTrees trees =
            MarginTrees.of(booster.toByteArray(), WIDTH)
                .matching(learned, xgboosts(booster, learned));
        assertThat(trees.margins(fresh)).as("model %d", model).isEqualTo(xgboosts(booster, fresh));
      } finally {
        booster.dispose();
      }
    }
  }

  /**
   * XGBoost's own contributions, which it adds up in single precision: with leaves of up to 1 and
   * 60 trees they are right to about 1e-5.
   */
  @ParameterizedTest
  @CsvSource({"1, 0.0, 40", "4, 0.0, 60", "6, 0.2, 60", "3, 0.9, 9"})
  void givesTheContributionsOfXgboost(int depth, double missing, int rounds) throws XGBoostError {
    FeatureMatrix learned = rows("learned", 331, missing);
    FeatureMatrix fresh = rows("fresh", 61, missing);
    Booster booster = booster(learned, depth, rounds);
    DMatrix matrix = matrix(fresh);
    try {
      MarginTrees trees =
          MarginTrees.of(booster.toByteArray(), WIDTH)
              .matching(learned, xgboosts(booster, learned));
      Contributions own = trees.explain(fresh, fresh.names());
      float[][] xgboosts = booster.predictContrib(matrix, 0);
      float[] margins = trees.margins(fresh);
      for (int row = 0; row < xgboosts.length; row++) {
        for (int feature = 0; feature < WIDTH; feature++) {
          assertThat(own.rows().get(row)[feature]).isCloseTo(xgboosts[row][feature], within(1e-5));
        }
        assertThat(own.base()).isCloseTo(xgboosts[row][WIDTH], within(1e-5));
        assertThat(own.margin(row)).isCloseTo(margins[row], within(1e-5));
      }
    } finally {
      matrix.dispose();
      booster.dispose();
    }
  }

  /** A value at a cut is not below it, and a zero has no sign. */
  @Test
  void treatsTiesAndEdgesAsXgboostDoes() throws XGBoostError {
    double[][] rows = new double[200][1];
    for (int row = 0; row < rows.length; row++) {
      rows[row][0] = row % 2 == 0 ? -0.0 : row % 3;
    }
    FeatureMatrix learned = FeatureMatrix.ofRows(rows);
    Booster booster = booster(learned, 4, 10);
    try {
      MarginTrees trees =
          MarginTrees.of(booster.toByteArray(), 1).matching(learned, xgboosts(booster, learned));
      FeatureMatrix edges =
          FeatureMatrix.ofRows(
              new double[][] {
                {0.0},
                {-0.0},
                {1},
                {Math.nextUp(1f)},
                {2},
                {1e300},
                {-1e300},
                {Double.NaN},
                {Float.MIN_VALUE},
                {-Float.MIN_VALUE}
              });
      assertThat(trees.margins(edges)).isEqualTo(xgboosts(booster, edges));
    } finally {
      booster.dispose();
    }
  }

  @Test
  void refusesMarginsThatAreNotSumsOfLeaves() throws XGBoostError {
    FeatureMatrix learned = rows("learned", 100, 0);
    Booster booster = booster(learned, 3, 3);
    try {
      MarginTrees trees = MarginTrees.of(booster.toByteArray(), WIDTH);
      float[] wrong = xgboosts(booster, learned);
      wrong[3] += 1;
      assertThatThrownBy(() -> trees.matching(learned, wrong))
          .isInstanceOf(IllegalStateException.class);
    } finally {
      booster.dispose();
    }
  }

  private static Booster booster(FeatureMatrix rows, int depth, int rounds) throws XGBoostError {
    float[] labels = new float[rows.rowCount()];
    RandomStream stream = new Seeds(3).stream("labels");
    for (int row = 0; row < labels.length; row++) {
      double value = rows.column(0)[row];
      labels[row] = (Double.isNaN(value) ? 0.4 : value) + stream.nextGaussian() > 0.8 ? 1 : 0;
    }
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("tree_method", "hist");
    parameters.put("max_depth", depth);
    parameters.put("max_leaves", depth == 0 ? 20 : 0);
    parameters.put("subsample", 0.8);
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    DMatrix matrix = matrix(rows);
    try {
      matrix.setLabel(labels);
      Booster booster = XGBoost.train(matrix, parameters, 0, Map.of(), null, null);
      for (int round = 0; round < Math.max(1, rounds); round++) {
        booster.update(matrix, round);
      }
      return booster;
    } finally {
      matrix.dispose();
    }
  }

  private static float[] xgboosts(Booster booster, FeatureMatrix rows) throws XGBoostError {
    DMatrix matrix = matrix(rows);
    try {
      float[][] margins = booster.predict(matrix, true);
      float[] first = new float[margins.length];
      for (int row = 0; row < first.length; row++) {
        first[row] = margins[row][0];
      }
      return first;
    } finally {
      matrix.dispose();
    }
  }

  private static DMatrix matrix(FeatureMatrix rows) throws XGBoostError {
    return new DMatrix(rows.floats(), rows.rowCount(), rows.width(), Float.NaN);
  }

  private static FeatureMatrix rows(String name, int count, double missing) {
    RandomStream stream = new Seeds(7).stream(name);
    double[][] rows = new double[count][WIDTH];
    for (double[] row : rows) {
      for (int column = 0; column < WIDTH; column++) {
        double value = column < 3 ? stream.nextGaussian() : stream.nextInt(5);
        row[column] = stream.nextDouble() < missing ? Double.NaN : value;
      }
    }
    return FeatureMatrix.ofRows(rows);
  }
}

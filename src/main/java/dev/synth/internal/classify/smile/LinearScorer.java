package dev.synth.internal.classify.smile;

import dev.synth.classify.LogisticRegressionOptions;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.FeatureScaler;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Logistic regression on plain numbers, scaled; features that are constant are not looked at. */
public final class LinearScorer {
  /** Nothing in it is random; Smile asks for a seed all the same. */
  private static final int SEED = 1;

  private final int[] varying;
  private final FeatureScaler scaler;
  private final double[] weights;

  private LinearScorer(int[] varying, FeatureScaler scaler, double[] weights) {
    this.varying = varying;
    this.scaler = scaler;
    this.weights = weights;
  }

  /**
   * Learns.
   *
   * @param features finite numbers
   * @param second which rows are to score high; at least one and not all
   */
  public static LinearScorer fit(FeatureMatrix features, BitSet second) {
    int[] varying =
        IntStream.range(0, features.width()).filter(i -> varies(features.column(i))).toArray();
    FeatureMatrix used = features.select(varying);
    FeatureScaler scaler = FeatureScaler.fit(used);
    double[][] rows = varying.length == 0 ? new double[features.rowCount()][1] : scaler.rows(used);
    int[] labels = new int[rows.length];
    second.stream().forEach(row -> labels[row] = 1);
    return new LinearScorer(
        varying,
        scaler,
        LogisticRegressionTrainer.learn(
            rows, labels, LogisticRegressionOptions.defaults().penalty(), SEED));
  }

  private static boolean varies(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return true;
      }
    }
    return false;
  }

  /** Returns one score a row, in [0, 1]. */
  public double[] score(FeatureMatrix features) {
    double[][] rows =
        varying.length == 0
            ? new double[features.rowCount()][1]
            : scaler.rows(features.select(varying));
    return LogisticRegressionTrainer.score(rows, weights);
  }
}

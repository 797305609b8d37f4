package dev.synth.internal.classify.smile.tree;

import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.Targets;

/** What the trees of one forest share, and only read. */
final class ForestRows {
  private final FeatureMatrix features;
  private final double[] shares;
  private final double rareWeight;
  private final CutCodes codes;

  /**
   * Prepares rows for trees.
   *
   * @param features the numbers, all finite; at least one feature
   * @param targets how rare each row is
   * @param rareWeight what a rare row weighs
   */
  ForestRows(FeatureMatrix features, Targets targets, double rareWeight) {
    this.features = features;
    this.rareWeight = rareWeight;
    shares = targets.values();
    codes = CutCodes.of(features, targets);
  }

  /** Returns the rare rows' share of the weight, in [0, 1]. */
  static double prior(double rareCount, int rowCount, double rareWeight) {
    double weight = rareWeight * rareCount;
    return weight / (weight + rowCount - rareCount);
  }

  /** Returns the number of rows. */
  int rowCount() {
    return shares.length;
  }

  /** Returns the numbers. */
  FeatureMatrix features() {
    return features;
  }

  /** Returns how rare each row is, in [0, 1]; not to be changed. */
  double[] shares() {
    return shares;
  }

  /** Returns what a rare row weighs. */
  double rareWeight() {
    return rareWeight;
  }

  /** Returns the numbers as codes. */
  CutCodes codes() {
    return codes;
  }
}

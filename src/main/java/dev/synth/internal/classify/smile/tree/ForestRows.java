package dev.synth.internal.classify.smile.tree;

import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.BitSet;

/** What the trees of one forest share, and only read. */
final class ForestRows {
  private final FeatureMatrix features;
  private final boolean[] rare;
  private final double rareWeight;
  private final CutCodes codes;

  /**
   * Prepares rows for trees.
   *
   * @param features the numbers, all finite; at least one feature
   * @param rareRows which rows are of the rare class
   * @param rareWeight what a rare row weighs
   */
  ForestRows(FeatureMatrix features, BitSet rareRows, double rareWeight) {
    this.features = features;
    this.rareWeight = rareWeight;
    rare = new boolean[features.rowCount()];
    rareRows.stream().forEach(row -> rare[row] = true);
    codes = CutCodes.of(features, rareRows);
  }

  /** Returns the rare rows' share of the weight, in [0, 1]. */
  static double prior(int rareCount, int rowCount, double rareWeight) {
    double weight = rareWeight * rareCount;
    return weight / (weight + rowCount - rareCount);
  }

  /** Returns the number of rows. */
  int rowCount() {
    return rare.length;
  }

  /** Returns the numbers. */
  FeatureMatrix features() {
    return features;
  }

  /** Returns for each row whether it is rare; not to be changed. */
  boolean[] rare() {
    return rare;
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

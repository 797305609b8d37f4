package dev.synth.internal.classify.smile.tree;

import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.Targets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The data that the trees of one forest share, and only read. */
final class ForestRows {
  private final FeatureMatrix features;
  private final double[] shares;
  private final double rareWeight;
  private final CutCodes codes;
  private final @Nullable ValueRanks ranks;

  /**
   * Prepares rows for trees.
   *
   * @param features the numbers, all finite; at least one feature
   * @param targets how rare each row is
   * @param options what a rare row weighs, and which cuts are tried
   */
  ForestRows(FeatureMatrix features, Targets targets, TreeOptions options) {
    this.features = features;
    this.rareWeight = options.rareWeight();
    shares = targets.values();
    codes = CutCodes.of(features, targets);
    ranks =
        switch (options.cuts()) {
          case BEST -> null;
          case RANDOM -> ValueRanks.of(features, codes);
        };
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

  /** Returns the numbers as ranks, for random cuts alone. */
  ValueRanks ranks() {
    return Objects.requireNonNull(ranks);
  }
}

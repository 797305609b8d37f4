package dev.synth.internal.classify.xgboost;

import dev.synth.base.Seeds;
import dev.synth.internal.classify.boost.BoostedScorer;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.Targets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * XGBoost on plain numbers, as validation had it before ADR 98: what its own boosted trees are held
 * against.
 */
public final class XgboostScorer {
  /** Validation's size until then. */
  public static final BoostedScorer.Size SIZE = new BoostedScorer.Size(30, 4, 0.2, 64);

  /** The number of features up to which each tree looks at all. */
  private static final int FEW_FEATURES = 64;

  /**
   * Of more features, each tree looks at this number, drawn for it: looking for a cut takes time in
   * proportion to features, and 30 trees still see 960.
   */
  private static final int DRAWN_FEATURES = 32;

  /** The most features that a model sees; of more, these are drawn for it. */
  private static final int MOST_FEATURES = 256;

  private final @Nullable BoostedTrees trees;
  private final int @Nullable [] seen;

  private XgboostScorer(@Nullable BoostedTrees trees, int @Nullable [] seen) {
    this.trees = trees;
    this.seen = seen;
  }

  /**
   * Learns.
   *
   * @param features NaN where missing
   * @param second which rows are to score high; at least one and not all
   * @param weight what such a row weighs
   * @param seeds where random numbers come from
   */
  public static XgboostScorer fit(
      FeatureMatrix features, BitSet second, double weight, Seeds seeds) {
    if (features.width() == 0) {
      return new XgboostScorer(null, null);
    }
    int[] seen = null;
    FeatureMatrix known = features;
    if (features.width() > MOST_FEATURES) {
      int[] order = seeds.stream("features").permutation(features.width());
      seen = Arrays.stream(order, 0, MOST_FEATURES).sorted().toArray();
      known = features.select(seen);
    }
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("tree_method", "hist");
    parameters.put("max_depth", SIZE.depth());
    parameters.put("max_bin", SIZE.bins());
    parameters.put("eta", SIZE.rate());
    parameters.put("subsample", 0.8);
    if (known.width() > FEW_FEATURES) {
      parameters.put("colsample_bytree", DRAWN_FEATURES / (double) known.width());
    }
    parameters.put("scale_pos_weight", weight);
    parameters.put("seed", seeds.librarySeed("boosting"));
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    return new XgboostScorer(
        BoostedTrees.fit(known, Targets.of(second, known.rowCount()), parameters, SIZE.trees()),
        seen);
  }

  /** Returns one score a row, in (0, 1); one half where there are no features. */
  public double[] score(FeatureMatrix features) {
    if (trees == null) {
      double[] scores = new double[features.rowCount()];
      Arrays.fill(scores, 0.5);
      return scores;
    }
    return trees.score(seen == null ? features : features.select(seen));
  }
}

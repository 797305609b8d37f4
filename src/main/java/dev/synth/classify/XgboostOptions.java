package dev.synth.classify;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import java.util.LinkedHashMap;
import java.util.Map;

/** Options of XGBoost's boosted trees. */
@KindName("xgboost")
public record XgboostOptions(
    @Setting("Trees, in [1, 10000].") int trees,
    @Setting("The deepest that a tree may be, in [1, 30].") int maximumDepth,
    @Setting("What each tree counts, in (0, 1].") double learningRate,
    @Setting("The share of the rows for each tree, in (0, 1].") double rowShare,
    @Setting("The share of the features for each tree, in (0, 1].") double featureShare,
    @Setting("The share of those features for each cut, in (0, 1].") double nodeFeatureShare,
    @Setting(
            "The least weight of a leaf, at least 0. It is the sum of p(1 − p) over its rows, to"
                + " which a row of a score p near 0 or 1 adds next to nothing.")
        double minimumChildWeight,
    @Setting("The L2 penalty of what leaves add, at least 0.") double l2Penalty)
    implements ClassifierOptions {
  public XgboostOptions {
    InvalidValue.unless(trees >= 1 && trees <= 10000, "trees", "must be in [1, 10000]", trees);
    InvalidValue.unless(
        maximumDepth >= 1 && maximumDepth <= 30,
        "maximumDepth",
        "must be in [1, 30]",
        maximumDepth);
    InvalidValue.unless(
        learningRate > 0 && learningRate <= 1, "learningRate", "must be in (0, 1]", learningRate);
    InvalidValue.unless(rowShare > 0 && rowShare <= 1, "rowShare", "must be in (0, 1]", rowShare);
    InvalidValue.unless(
        featureShare > 0 && featureShare <= 1, "featureShare", "must be in (0, 1]", featureShare);
    InvalidValue.unless(
        nodeFeatureShare > 0 && nodeFeatureShare <= 1,
        "nodeFeatureShare",
        "must be in (0, 1]",
        nodeFeatureShare);
    InvalidValue.unless(
        minimumChildWeight >= 0 && minimumChildWeight <= 1e6,
        "minimumChildWeight",
        "must be in [0, 1e6]",
        minimumChildWeight);
    InvalidValue.unless(
        l2Penalty >= 0 && l2Penalty <= 1e6, "l2Penalty", "must be in [0, 1e6]", l2Penalty);
  }

  /** Returns the defaults. */
  public static XgboostOptions defaults() {
    return new XgboostOptions(200, 5, 0.1, 0.8, 0.8, 1, 1, 1);
  }

  /** Returns the library's own defaults, with which most published figures were made. */
  public static XgboostOptions stock() {
    return new XgboostOptions(100, 6, 0.3, 1, 1, 1, 1, 1);
  }

  /**
   * Returns small steps of shallow trees that see a part of the rows and columns. Of those tried
   * for 16 and for 64 rare rows, they were the most robust (docs/adr/0059).
   */
  public static XgboostOptions regularised() {
    return new XgboostOptions(300, 4, 0.03, 0.7, 1, 0.3, 0.02, 3);
  }

  /** Returns the named settings that a config can start from, the defaults first. */
  public static Map<String, XgboostOptions> presets() {
    Map<String, XgboostOptions> presets = new LinkedHashMap<>();
    presets.put("default", defaults());
    presets.put("stock", stock());
    presets.put("regularised", regularised());
    return presets;
  }

  /** Returns the same with {@code trees} changed. */
  public XgboostOptions withTrees(int trees) {
    return Records.with(this, "trees", trees);
  }

  /** Returns the same with {@code maximumDepth} changed. */
  public XgboostOptions withMaximumDepth(int maximumDepth) {
    return Records.with(this, "maximumDepth", maximumDepth);
  }

  /** Returns the same with {@code learningRate} changed. */
  public XgboostOptions withLearningRate(double learningRate) {
    return Records.with(this, "learningRate", learningRate);
  }

  /** Returns the same with {@code rowShare} changed. */
  public XgboostOptions withRowShare(double rowShare) {
    return Records.with(this, "rowShare", rowShare);
  }

  /** Returns the same with {@code featureShare} changed. */
  public XgboostOptions withFeatureShare(double featureShare) {
    return Records.with(this, "featureShare", featureShare);
  }

  /** Returns the same with {@code nodeFeatureShare} changed. */
  public XgboostOptions withNodeFeatureShare(double nodeFeatureShare) {
    return Records.with(this, "nodeFeatureShare", nodeFeatureShare);
  }

  /** Returns the same with {@code minimumChildWeight} changed. */
  public XgboostOptions withMinimumChildWeight(double minimumChildWeight) {
    return Records.with(this, "minimumChildWeight", minimumChildWeight);
  }

  /** Returns the same with {@code l2Penalty} changed. */
  public XgboostOptions withL2Penalty(double l2Penalty) {
    return Records.with(this, "l2Penalty", l2Penalty);
  }
}

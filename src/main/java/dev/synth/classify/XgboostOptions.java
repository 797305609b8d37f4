package dev.synth.classify;

import dev.synth.base.InvalidValue;
import dev.synth.base.Kind;
import dev.synth.base.Records;
import dev.synth.base.Setting;

/** How XGBoost boosts trees. */
@Kind("xgboost")
public record XgboostOptions(
    @Setting("Trees, in [1, 10000].") int trees,
    @Setting("The deepest that a tree may be, in [1, 30].") int maximumDepth,
    @Setting("What each tree counts, in (0, 1].") double learningRate,
    @Setting("The share of the rows for each tree, in (0, 1].") double rowShare,
    @Setting("The share of the features for each tree, in (0, 1].") double featureShare)
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
  }

  /** Returns the defaults. */
  public static XgboostOptions defaults() {
    return new XgboostOptions(200, 5, 0.1, 0.8, 0.8);
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
}

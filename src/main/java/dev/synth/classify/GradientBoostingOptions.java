package dev.synth.classify;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;

/** Options of boosted regression trees. */
@KindName("gradient-boosting")
public record GradientBoostingOptions(
    @Setting("Trees, in [1, 10000].") int trees,
    @Setting("The most leaves of a tree, in [2, 4096].") int maximumLeaves,
    @Setting("The deepest that a tree may be, in [2, 1000].") int maximumDepth,
    @Setting("The fewest rows in a leaf, at least 1.") int minimumLeafRows,
    @Setting("What each tree counts, in (0, 1].") double learningRate,
    @Setting("The share of the rows for each tree, in (0, 1].") double rowShare)
    implements ClassifierOptions {
  public GradientBoostingOptions {
    InvalidValue.unless(trees >= 1 && trees <= 10000, "trees", "must be in [1, 10000]", trees);
    InvalidValue.unless(
        maximumLeaves >= 2 && maximumLeaves <= 4096,
        "maximumLeaves",
        "must be in [2, 4096]",
        maximumLeaves);
    InvalidValue.unless(
        maximumDepth >= 2 && maximumDepth <= 1000,
        "maximumDepth",
        "must be in [2, 1000]",
        maximumDepth);
    InvalidValue.unless(
        minimumLeafRows >= 1, "minimumLeafRows", "must be at least 1", minimumLeafRows);
    InvalidValue.unless(
        learningRate > 0 && learningRate <= 1, "learningRate", "must be in (0, 1]", learningRate);
    InvalidValue.unless(rowShare > 0 && rowShare <= 1, "rowShare", "must be in (0, 1]", rowShare);
  }

  /** Returns the defaults. */
  public static GradientBoostingOptions defaults() {
    return new GradientBoostingOptions(100, 16, 6, 5, 0.1, 0.8);
  }

  /** Returns the same with {@code trees} changed. */
  public GradientBoostingOptions withTrees(int trees) {
    return Records.with(this, "trees", trees);
  }

  /** Returns the same with {@code maximumLeaves} changed. */
  public GradientBoostingOptions withMaximumLeaves(int maximumLeaves) {
    return Records.with(this, "maximumLeaves", maximumLeaves);
  }

  /** Returns the same with {@code maximumDepth} changed. */
  public GradientBoostingOptions withMaximumDepth(int maximumDepth) {
    return Records.with(this, "maximumDepth", maximumDepth);
  }

  /** Returns the same with {@code minimumLeafRows} changed. */
  public GradientBoostingOptions withMinimumLeafRows(int minimumLeafRows) {
    return Records.with(this, "minimumLeafRows", minimumLeafRows);
  }

  /** Returns the same with {@code learningRate} changed. */
  public GradientBoostingOptions withLearningRate(double learningRate) {
    return Records.with(this, "learningRate", learningRate);
  }

  /** Returns the same with {@code rowShare} changed. */
  public GradientBoostingOptions withRowShare(double rowShare) {
    return Records.with(this, "rowShare", rowShare);
  }
}

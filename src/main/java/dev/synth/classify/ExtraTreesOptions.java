package dev.synth.classify;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;

/** Options of a forest of extremely randomized trees. */
@KindName("extra-trees")
public record ExtraTreesOptions(
    @Setting("Trees, in [1, 10000].") int trees,
    @Setting("The deepest that a tree may be, in [2, 1000].") int maximumDepth,
    @Setting("The fewest rows in a leaf, at least 1.") int minimumLeafRows)
    implements ClassifierOptions {
  public ExtraTreesOptions {
    InvalidValue.unless(trees >= 1 && trees <= 10000, "trees", "must be in [1, 10000]", trees);
    InvalidValue.unless(
        maximumDepth >= 2 && maximumDepth <= 1000,
        "maximumDepth",
        "must be in [2, 1000]",
        maximumDepth);
    InvalidValue.unless(
        minimumLeafRows >= 1, "minimumLeafRows", "must be at least 1", minimumLeafRows);
  }

  /** Returns the defaults. */
  public static ExtraTreesOptions defaults() {
    return new ExtraTreesOptions(100, 20, 1);
  }

  /** Returns the same with {@code trees} changed. */
  public ExtraTreesOptions withTrees(int trees) {
    return Records.with(this, "trees", trees);
  }

  /** Returns the same with {@code maximumDepth} changed. */
  public ExtraTreesOptions withMaximumDepth(int maximumDepth) {
    return Records.with(this, "maximumDepth", maximumDepth);
  }

  /** Returns the same with {@code minimumLeafRows} changed. */
  public ExtraTreesOptions withMinimumLeafRows(int minimumLeafRows) {
    return Records.with(this, "minimumLeafRows", minimumLeafRows);
  }
}

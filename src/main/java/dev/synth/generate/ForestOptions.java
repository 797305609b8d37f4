package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;

/** Options of an adversarial random forest. */
@KindName("forest")
public record ForestOptions(
    @Setting("Trees in the forest, in [1, 1000].") int trees,
    @Setting("The fewest real rows in a leaf, at least 1.") int minimumLeafRows,
    @Setting("How often a forest is grown against the last one's draws, in [1, 100].")
        int maximumRounds,
    @Setting(
            "Rounds end where a forest tells real from synthetic rows with an accuracy of at"
                + " most 0.5 + delta; in [0, 0.5).")
        double delta)
    implements GeneratorOptions {
  public ForestOptions {
    InvalidValue.unless(trees >= 1 && trees <= 1000, "trees", "must be in [1, 1000]", trees);
    InvalidValue.unless(
        minimumLeafRows >= 1, "minimumLeafRows", "must be at least 1", minimumLeafRows);
    InvalidValue.unless(
        maximumRounds >= 1 && maximumRounds <= 100,
        "maximumRounds",
        "must be in [1, 100]",
        maximumRounds);
    InvalidValue.unless(delta >= 0 && delta < 0.5, "delta", "must be in [0, 0.5)", delta);
  }

  /** Returns the defaults. */
  public static ForestOptions defaults() {
    return new ForestOptions(30, 5, 10, 0);
  }

  /** Returns the same with {@code trees} changed. */
  public ForestOptions withTrees(int trees) {
    return Records.with(this, "trees", trees);
  }

  /** Returns the same with {@code minimumLeafRows} changed. */
  public ForestOptions withMinimumLeafRows(int minimumLeafRows) {
    return Records.with(this, "minimumLeafRows", minimumLeafRows);
  }

  /** Returns the same with {@code maximumRounds} changed. */
  public ForestOptions withMaximumRounds(int maximumRounds) {
    return Records.with(this, "maximumRounds", maximumRounds);
  }

  /** Returns the same with {@code delta} changed. */
  public ForestOptions withDelta(double delta) {
    return Records.with(this, "delta", delta);
  }
}

package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Kind;
import dev.synth.base.Setting;

/**
 * How an adversarial random forest is grown.
 *
 * @param trees how many trees a forest has
 * @param minimumLeafRows the fewest real rows in a leaf
 * @param maximumRounds how many forests are grown at most after the first one
 * @param delta growing ends where a forest's out-of-bag accuracy is at most ½ + delta
 */
@Kind("forest")
public record ForestOptions(
    @Setting(value = "Trees in the forest, in [1, 1000].", byDefault = "30") int trees,
    @Setting(value = "The fewest real rows in a leaf, at least 1.", byDefault = "5")
        int minimumLeafRows,
    @Setting(
            value = "How often a forest is grown against the last one's draws, in [1, 100].",
            byDefault = "10")
        int maximumRounds,
    @Setting(
            value =
                "Rounds end where a forest tells real from synthetic rows with an accuracy of at"
                    + " most 0.5 + delta; in [0, 0.5).",
            byDefault = "0.0")
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
}

package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Kind;
import dev.synth.base.Setting;

/**
 * How SMOTE-NC draws.
 *
 * @param neighbours how many of the nearest rare rows a rare row is joined with, and vote
 * @param standardise whether distances count in standard deviations of the rare rows
 */
@Kind("smote-nc")
public record SmoteNcOptions(
    @Setting(
            value =
                "How many nearest rare rows a rare row is joined with; they vote on categories.",
            byDefault = "5")
        int neighbours,
    @Setting(
            value =
                "Whether distances count in standard deviations of the rare rows; SMOTE-NC's own"
                    + " definition takes numbers as they stand.",
            byDefault = "false")
        boolean standardise)
    implements GeneratorOptions {
  public SmoteNcOptions {
    InvalidValue.unless(neighbours >= 1, "neighbours", "must be at least 1", neighbours);
  }
}

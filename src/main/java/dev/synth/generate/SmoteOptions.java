package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Kind;
import dev.synth.base.Setting;

/**
 * How SMOTE draws.
 *
 * @param neighbours how many of the nearest rare rows a rare row may be joined with
 * @param standardise whether distances count in standard deviations of the rare rows
 */
@Kind("smote")
public record SmoteOptions(
    @Setting(value = "How many nearest rare rows a rare row is joined with.", byDefault = "5")
        int neighbours,
    @Setting(
            value =
                "Whether distances count in standard deviations of the rare rows; SMOTE's own"
                    + " definition takes numbers as they stand.",
            byDefault = "false")
        boolean standardise)
    implements GeneratorOptions {
  /** SMOTE as it is defined: five neighbours, distances in the numbers as they stand. */
  public static final SmoteOptions DEFAULTS = new SmoteOptions(5, false);

  public SmoteOptions {
    InvalidValue.unless(neighbours >= 1, "neighbours", "must be at least 1", neighbours);
  }
}

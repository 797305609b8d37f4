package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Kind;
import dev.synth.base.Setting;

/**
 * How ADASYN draws.
 *
 * @param neighbours how many nearest rows of both classes tell how hard a rare row is, and how many
 *     nearest rare rows it may be joined with
 * @param standardise whether distances count in standard deviations of the rare rows
 */
@Kind("adasyn")
public record AdasynOptions(
    @Setting(
            value =
                "How many nearest rows of both classes tell how hard a rare row is, and how many"
                    + " nearest rare rows it is joined with.",
            byDefault = "5")
        int neighbours,
    @Setting(
            value =
                "Whether distances count in standard deviations of the rare rows; by definition"
                    + " numbers count as they stand.",
            byDefault = "false")
        boolean standardise)
    implements GeneratorOptions {
  public AdasynOptions {
    InvalidValue.unless(neighbours >= 1, "neighbours", "must be at least 1", neighbours);
  }
}

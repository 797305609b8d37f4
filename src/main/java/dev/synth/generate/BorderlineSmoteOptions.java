package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Kind;
import dev.synth.base.Setting;

/**
 * How Borderline-SMOTE draws.
 *
 * @param neighbours how many of the nearest rare rows a rare row may be joined with
 * @param dangerNeighbours how many nearest rows of both classes tell whether a row is in danger
 * @param standardise whether distances count in standard deviations of the rare rows
 */
@Kind("borderline-smote")
public record BorderlineSmoteOptions(
    @Setting(value = "How many nearest rare rows a rare row is joined with.", byDefault = "5")
        int neighbours,
    @Setting(
            value = "How many nearest rows of both classes tell whether a rare row is in danger.",
            byDefault = "10")
        int dangerNeighbours,
    @Setting(
            value =
                "Whether distances count in standard deviations of the rare rows; by definition"
                    + " numbers count as they stand.",
            byDefault = "false")
        boolean standardise)
    implements GeneratorOptions {
  public BorderlineSmoteOptions {
    InvalidValue.unless(neighbours >= 1, "neighbours", "must be at least 1", neighbours);
    InvalidValue.unless(
        dangerNeighbours >= 1, "dangerNeighbours", "must be at least 1", dangerNeighbours);
  }
}

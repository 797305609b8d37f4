package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;

/** Options of SMOTE. */
@KindName("smote")
public record SmoteOptions(
    @Setting("How many nearest rare rows a rare row is joined with, at least 1.") int neighbours,
    @Setting(
            "Whether distances count in standard deviations of the rare rows; SMOTE's own"
                + " definition takes numbers as they stand.")
        boolean standardise)
    implements GeneratorOptions {
  public SmoteOptions {
    InvalidValue.unless(neighbours >= 1, "neighbours", "must be at least 1", neighbours);
  }

  /** Returns SMOTE as it is defined: five neighbours, distances in the numbers as they stand. */
  public static SmoteOptions defaults() {
    return new SmoteOptions(5, false);
  }

  /** Returns the same with {@code neighbours} changed. */
  public SmoteOptions withNeighbours(int neighbours) {
    return Records.with(this, "neighbours", neighbours);
  }

  /** Returns the same with {@code standardise} changed. */
  public SmoteOptions withStandardise(boolean standardise) {
    return Records.with(this, "standardise", standardise);
  }
}

package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;

/** Options of SMOTE-NC. */
@KindName("smote-nc")
public record SmoteNcOptions(
    @Setting(
            "How many nearest rare rows a rare row is joined with, at least 1; they vote on"
                + " categories.")
        int neighbours,
    @Setting(
            "Whether distances count in standard deviations of the rare rows; SMOTE-NC's own"
                + " definition takes numbers as they stand.")
        boolean standardise)
    implements GeneratorOptions {
  public SmoteNcOptions {
    InvalidValue.unless(neighbours >= 1, "neighbours", "must be at least 1", neighbours);
  }

  /** Returns the defaults. */
  public static SmoteNcOptions defaults() {
    return new SmoteNcOptions(5, false);
  }

  /** Returns the same with {@code neighbours} changed. */
  public SmoteNcOptions withNeighbours(int neighbours) {
    return Records.with(this, "neighbours", neighbours);
  }

  /** Returns the same with {@code standardise} changed. */
  public SmoteNcOptions withStandardise(boolean standardise) {
    return Records.with(this, "standardise", standardise);
  }
}

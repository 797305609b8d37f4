package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;

/** Options of ADASYN. */
@KindName("adasyn")
public record AdasynOptions(
    @Setting(
            "How many nearest rows of both classes tell how hard a rare row is, and how many"
                + " nearest rare rows it is joined with; at least 1.")
        int neighbours,
    @Setting(
            "Whether distances count in standard deviations of the rare rows; by definition"
                + " numbers count as they stand.")
        boolean standardise)
    implements GeneratorOptions {
  public AdasynOptions {
    InvalidValue.unless(neighbours >= 1, "neighbours", "must be at least 1", neighbours);
  }

  /** Returns the defaults. */
  public static AdasynOptions defaults() {
    return new AdasynOptions(5, false);
  }

  /** Returns the same with {@code neighbours} changed. */
  public AdasynOptions withNeighbours(int neighbours) {
    return Records.with(this, "neighbours", neighbours);
  }

  /** Returns the same with {@code standardise} changed. */
  public AdasynOptions withStandardise(boolean standardise) {
    return Records.with(this, "standardise", standardise);
  }
}

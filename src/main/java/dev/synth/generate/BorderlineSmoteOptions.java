package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;

/** Options of Borderline-SMOTE. */
@KindName("borderline-smote")
public record BorderlineSmoteOptions(
    @Setting("How many nearest rare rows a rare row is joined with, at least 1.") int neighbours,
    @Setting(
            "How many nearest rows of both classes tell whether a rare row is in danger, at least"
                + " 1.")
        int dangerNeighbours,
    @Setting(
            "Whether distances count in standard deviations of the rare rows; by definition"
                + " numbers count as they stand.")
        boolean standardise)
    implements GeneratorOptions {
  public BorderlineSmoteOptions {
    InvalidValue.unless(neighbours >= 1, "neighbours", "must be at least 1", neighbours);
    InvalidValue.unless(
        dangerNeighbours >= 1, "dangerNeighbours", "must be at least 1", dangerNeighbours);
  }

  /** Returns the defaults. */
  public static BorderlineSmoteOptions defaults() {
    return new BorderlineSmoteOptions(5, 10, false);
  }

  /** Returns the same with {@code neighbours} changed. */
  public BorderlineSmoteOptions withNeighbours(int neighbours) {
    return Records.with(this, "neighbours", neighbours);
  }

  /** Returns the same with {@code dangerNeighbours} changed. */
  public BorderlineSmoteOptions withDangerNeighbours(int dangerNeighbours) {
    return Records.with(this, "dangerNeighbours", dangerNeighbours);
  }

  /** Returns the same with {@code standardise} changed. */
  public BorderlineSmoteOptions withStandardise(boolean standardise) {
    return Records.with(this, "standardise", standardise);
  }
}

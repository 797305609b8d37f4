package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import org.jspecify.annotations.Nullable;

/** Options of the local Gaussian kernel. */
@KindName("mgs")
public record MgsOptions(
    @Setting(
            "How many nearest rare rows a local Gaussian is learned from, at least 1. Left out, one"
                + " more than there are continuous quantities, and 5 at least.")
        @Nullable Integer neighbours,
    @Setting("Factor on the local standard deviations, at least 0.") double spread)
    implements GeneratorOptions {
  public MgsOptions {
    InvalidValue.unless(
        neighbours == null || neighbours >= 1,
        "neighbours",
        "must be at least 1",
        String.valueOf(neighbours));
    InvalidValue.unless(
        spread >= 0 && Double.isFinite(spread), "spread", "must be at least 0 and finite", spread);
  }

  /** Returns the defaults. */
  public static MgsOptions defaults() {
    return new MgsOptions(null, 1);
  }

  /** Returns the same with {@code neighbours} changed. */
  public MgsOptions withNeighbours(@Nullable Integer neighbours) {
    return Records.with(this, "neighbours", neighbours);
  }

  /** Returns the same with {@code spread} changed. */
  public MgsOptions withSpread(double spread) {
    return Records.with(this, "spread", spread);
  }
}

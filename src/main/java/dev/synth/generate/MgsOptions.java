package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Kind;
import dev.synth.base.Setting;
import org.jspecify.annotations.Nullable;

/**
 * How the local Gaussian kernel draws.
 *
 * @param neighbours how many nearest rare rows a local Gaussian is learned from beside the row
 *     itself, or null for one more than there are continuous quantities, and 5 at least
 * @param spread factor on the local standard deviations
 */
@Kind("mgs")
public record MgsOptions(
    @Setting(
            "How many nearest rare rows a local Gaussian is learned from; left out, one more than"
                + " there are continuous quantities, and 5 at least.")
        @Nullable Integer neighbours,
    @Setting(value = "Factor on the local standard deviations, at least 0.", byDefault = "1.0")
        double spread)
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
}

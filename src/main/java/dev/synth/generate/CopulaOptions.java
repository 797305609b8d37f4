package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.KindName;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import org.jspecify.annotations.Nullable;

/** Options of the Gaussian copula. */
@KindName("copula")
public record CopulaOptions(
    @Setting(
            "How far correlations are shrunk towards 0, in [0, 1]; left out, estimated from the"
                + " rows.")
        @Nullable Double shrinkage)
    implements GeneratorOptions {
  public CopulaOptions {
    InvalidValue.unless(
        shrinkage == null || (shrinkage >= 0 && shrinkage <= 1),
        "shrinkage",
        "must be in [0, 1]",
        String.valueOf(shrinkage));
  }

  /** Returns the defaults. */
  public static CopulaOptions defaults() {
    return new CopulaOptions(null);
  }

  /** Returns the same with {@code shrinkage} changed. */
  public CopulaOptions withShrinkage(@Nullable Double shrinkage) {
    return Records.with(this, "shrinkage", shrinkage);
  }
}

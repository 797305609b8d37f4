package dev.synth.generate;

import dev.synth.base.KindName;

/** Oversampling has nothing to set: it repeats real rare rows. */
@KindName("oversample")
public record OversampleOptions() implements GeneratorOptions {
  /** Returns the defaults. */
  public static OversampleOptions defaults() {
    return new OversampleOptions();
  }
}

package dev.synth.generate;

import dev.synth.base.Kind;

/** Oversampling has nothing to set: it repeats real rare rows. */
@Kind("oversample")
public record OversampleOptions() implements GeneratorOptions {
  /** Returns the defaults. */
  public static OversampleOptions defaults() {
    return new OversampleOptions();
  }
}

package dev.synth.generate;

import dev.synth.base.KindName;

/** Shuffling has nothing to set: it draws each column of the real rare rows by itself. */
@KindName("shuffle")
public record ShuffleOptions() implements GeneratorOptions {
  /** Returns the defaults. */
  public static ShuffleOptions defaults() {
    return new ShuffleOptions();
  }
}

package dev.synth.generate.classical;

import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.SmoteNcOptions;
import dev.synth.generate.SmoteOptions;

/**
 * What the SMOTE kinds differ in.
 *
 * @param options what the user said
 * @param neighbours how many rare neighbours a rare row may be joined with, at least 1
 * @param standardise whether distances count in standard deviations
 */
public record SmoteSettings(GeneratorOptions options, int neighbours, boolean standardise) {
  /** Returns SMOTE's. */
  public static SmoteSettings of(SmoteOptions options) {
    return new SmoteSettings(options, options.neighbours(), options.standardise());
  }

  /** Returns SMOTE-NC's. */
  public static SmoteSettings of(SmoteNcOptions options) {
    return new SmoteSettings(options, options.neighbours(), options.standardise());
  }
}

package dev.synth.internal.generate.smote;

import dev.synth.generate.AdasynOptions;
import dev.synth.generate.BorderlineSmoteOptions;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.SmoteNcOptions;
import dev.synth.generate.SmoteOptions;

/**
 * The settings in which the SMOTE kinds differ.
 *
 * @param options what the user said
 * @param neighbours how many rare neighbours a rare row may be joined with, at least 1
 * @param standardise whether distances count in standard deviations
 * @param baseRows which rare rows are drawn from
 */
public record SmoteSettings(
    GeneratorOptions options, int neighbours, boolean standardise, BaseRows baseRows) {
  /** Returns SMOTE's. */
  public static SmoteSettings of(SmoteOptions options) {
    return new SmoteSettings(
        options, options.neighbours(), options.standardise(), new BaseRows.Each());
  }

  /** Returns SMOTE-NC's. */
  public static SmoteSettings of(SmoteNcOptions options) {
    return new SmoteSettings(
        options, options.neighbours(), options.standardise(), new BaseRows.Each());
  }

  /** Returns Borderline-SMOTE's. */
  public static SmoteSettings of(BorderlineSmoteOptions options) {
    BaseRows inDanger = new BaseRows.InDanger(options.dangerNeighbours());
    return new SmoteSettings(options, options.neighbours(), options.standardise(), inDanger);
  }

  /** Returns ADASYN's. */
  public static SmoteSettings of(AdasynOptions options) {
    BaseRows byDifficulty = new BaseRows.ByDifficulty(options.neighbours());
    return new SmoteSettings(options, options.neighbours(), options.standardise(), byDifficulty);
  }
}

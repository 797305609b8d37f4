package dev.synth.compare;

import org.jspecify.annotations.Nullable;

/** What a primary contrast shows. */
public sealed interface Verdict {
  /** The corrected p-value is below 0.05, and the arm is better. */
  record Uplift() implements Verdict {}

  /**
   * Neither.
   *
   * @param minimumDetectableEffect the smallest effect that would have been seen four times out of
   *     five; null where nothing could have been seen
   * @param why why, in a few words
   */
  record NoEvidence(@Nullable Double minimumDetectableEffect, String why) implements Verdict {}

  /** The corrected p-value is below 0.05, and the arm is worse. */
  record Harm() implements Verdict {}

  /** Returns the word in files: {@code uplift}, {@code no-evidence} or {@code harm}. */
  default String word() {
    return switch (this) {
      case Uplift uplift -> "uplift";
      case NoEvidence noEvidence -> "no-evidence";
      case Harm harm -> "harm";
    };
  }
}

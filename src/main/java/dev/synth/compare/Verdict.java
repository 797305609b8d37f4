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
   * @param why why
   * @param note why nothing could be tested, as far as that is known; or null
   */
  record NoEvidence(@Nullable Double minimumDetectableEffect, Why why, @Nullable Untested note)
      implements Verdict {}

  /** Why there is no evidence. */
  enum Why {
    /** The corrected p-value is 0.05 or above. */
    NOT_SIGNIFICANT,
    /** There is no difference, or no test of it. */
    NOT_TESTED,
    /** No arm could be judged. */
    NO_ARM
  }

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

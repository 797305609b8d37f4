package dev.synth.compare;

import org.jspecify.annotations.Nullable;

/** The verdict on a contrast: one of four. */
public sealed interface Verdict {
  /**
   * The corrected p-value is below 0.05, and the arm is better.
   *
   * @param belowEffect whether the gain is also shown to be less than the effect worth having
   */
  record Uplift(boolean belowEffect) implements Verdict {}

  /**
   * The corrected p-value is below 0.05, and the arm is worse.
   *
   * @param belowEffect whether the loss is also shown to be less than the effect worth having
   */
  record Harm(boolean belowEffect) implements Verdict {}

  /**
   * No difference is shown, and one as large as the effect worth having is ruled out, up and down.
   *
   * @param effect the effect worth having
   */
  record Equivalent(double effect) implements Verdict {}

  /**
   * Neither a difference is shown nor that there is none worth having.
   *
   * @param minimumDetectableEffect the smallest effect that would have been seen four times out of
   *     five; null where nothing could have been seen
   * @param why why
   * @param note why nothing could be tested, as far as that is known; or null
   */
  record Undecided(@Nullable Double minimumDetectableEffect, Why why, @Nullable Untested note)
      implements Verdict {}

  /** The reason why nothing is decided. */
  enum Why {
    /** No corrected p-value is below 0.05: neither that of a difference nor of equivalence. */
    NOT_SIGNIFICANT,
    /** There is no difference, or no test of it. */
    NOT_TESTED,
    /** No arm could be judged. */
    NO_ARM
  }

  /**
   * Returns the word in files: {@code uplift}, {@code harm}, {@code equivalent} or {@code
   * undecided}.
   */
  default String word() {
    return switch (this) {
      case Uplift uplift -> "uplift";
      case Harm harm -> "harm";
      case Equivalent equivalent -> "equivalent";
      case Undecided undecided -> "undecided";
    };
  }
}

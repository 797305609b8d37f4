package dev.synth.compare;

import dev.synth.evaluate.Arm;
import org.jspecify.annotations.Nullable;

/**
 * The score of a candidate of {@code auto} in folds of the training rows. No figure of what it
 * would do on other rows: the largest of several is too large.
 *
 * @param arm the candidate; {@code none} is one of them
 * @param averagePrecision the mean over folds, or null where it was not tried
 * @param gain the mean difference to {@code none} in the same folds; null of {@code none}
 * @param standardError that of the gain, corrected for folds that share rows; null of {@code none}
 * @param untried why it was not tried, or null
 */
public record CandidateScore(
    Arm arm,
    @Nullable Double averagePrecision,
    @Nullable Double gain,
    @Nullable Double standardError,
    @Nullable String untried) {
  /** Returns the score that all others are held against. */
  public static CandidateScore ofNone(double averagePrecision) {
    return new CandidateScore(Arm.NONE, averagePrecision, null, null, null);
  }

  /** A candidate that was tried. */
  public static CandidateScore of(
      Arm arm, double averagePrecision, double gain, double standardError) {
    return new CandidateScore(arm, averagePrecision, gain, standardError, null);
  }

  /** A candidate that could not be tried. */
  public static CandidateScore ofUntried(Arm arm, String why) {
    return new CandidateScore(arm, null, null, null, why);
  }
}

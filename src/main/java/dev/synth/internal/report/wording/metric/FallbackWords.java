package dev.synth.internal.report.wording.metric;

import dev.synth.evaluate.ThresholdFallback;
import dev.synth.internal.base.PlainText;

/** A few words on why a threshold is not what its rule asked for, and what was taken instead. */
public final class FallbackWords {
  private FallbackWords() {}

  /** Returns the words, without a capital letter and a full stop. */
  public static String of(ThresholdFallback why) {
    return switch (why) {
      case ThresholdFallback.MostPrecise most ->
          PlainText.of(
              "no threshold reaches the precision; the highest there is, %s, was taken",
              most.precision());
      case ThresholdFallback.HighestF1 highest ->
          UnmeasuredWords.of(highest.why()) + "; max-f1 was taken";
      case ThresholdFallback.NoMoreRows few ->
          PlainText.of(
              "%d alerts and not %d, since there are no more rows", few.raised(), few.asked());
      case ThresholdFallback.EqualScores equal ->
          PlainText.of(
              "%d alerts and not %d, since rows score equal", equal.raised(), equal.asked());
      case ThresholdFallback.OldSentence told -> told.text();
    };
  }
}

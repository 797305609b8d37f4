package dev.synth.internal.report.wording.metric;

import dev.synth.evaluate.Unmeasured;
import dev.synth.internal.base.PlainText;

/** A few words on why a figure was not measured. */
public final class UnmeasuredWords {
  private UnmeasuredWords() {}

  /** Returns the words, without a capital letter and a full stop. */
  public static String of(Unmeasured why) {
    return switch (why) {
      case Unmeasured.TooFewFalseAlarms few ->
          PlainText.of(
              "a false-positive rate of %s over %,d normal rows is fewer than %d false alarms",
              few.rate(), few.otherRows(), few.fewest());
      case Unmeasured.FewerRowsThanAlerts few ->
          PlainText.of("%,d rows are fewer than %,d", few.rows(), few.alerts());
      case Unmeasured.NoTestTimes none -> "no test row has a time";
      case Unmeasured.NoRareTestTimes none -> "no rare test row has a time";
      case Unmeasured.Unrecorded none -> "not measured";
      case Unmeasured.OldSentence told -> told.text();
    };
  }
}

package dev.synth.internal.report.text;

import dev.synth.compare.Comparison;
import dev.synth.compare.PartSizes;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.RepeatWords;

/** The sentence above a table of results: how often was measured, and on how many rows. */
final class MeasuredRows {
  private MeasuredRows() {}

  /** Returns the sentence. */
  static String of(Comparison comparison) {
    return PlainText.of(
        "Measured on real test rows alone: %s %s rows, %s of them rare.",
        RepeatWords.all(comparison) + (comparison.repeats().size() == 1 ? " of" : " of about"),
        ReportNumbers.count(RepeatWords.mean(comparison, PartSizes::testRows)),
        ReportNumbers.count(RepeatWords.mean(comparison, PartSizes::testRare)));
  }
}

package dev.synth.internal.report.wording.reading;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.table.reading.DerivedNote;

/** A note on features and costs, in a sentence. */
final class DerivedSentence {
  private DerivedSentence() {}

  static String of(DerivedNote note) {
    return switch (note) {
      case DerivedNote.Features made ->
          PlainText.of(
              "features: %s made of the rows before each row; %s, computed anew from these rows"
                  + " alone, %s the same bits",
              made.columns() == 1 ? "one column is" : made.columns() + " columns are",
              made.checked() == 1 ? "one row" : made.checked() + " rows",
              made.checked() == 1 ? "has" : "have");
      case DerivedNote.LateRows late ->
          rows(late.rows(), "arrived later than 'lateness' allows: no features, not looked at");
      case DerivedNote.RepeatedEvents repeated ->
          rows(repeated.rows(), "have the event id of another row: they count once");
      case DerivedNote.UntimedRows untimed ->
          rows(untimed.rows(), "have no time: no features, not looked at");
      case DerivedNote.CostColumn cost ->
          cost.isFeature()
              ? PlainText.of(
                  "a missed rare row costs its '%s', which is a feature like any other; if it is"
                      + " known only afterwards, say data.exclude: ['%s'], and it still sets the"
                      + " costs",
                  cost.column(), cost.column())
              : PlainText.of(
                  "a missed rare row costs its '%s', which is no feature", cost.column());
      case DerivedNote.Sample sample ->
          PlainText.of(
              "the rows are a sample: %s that are not rare stand for %s; shares and ratios of"
                  + " training rows are the sample's",
              ReportNumbers.count((double) sample.others()),
              ReportNumbers.count((double) sample.standFor()));
    };
  }

  private static String rows(long rows, String what) {
    return PlainText.of("features: %s of the rows %s", ReportNumbers.count((double) rows), what);
  }
}

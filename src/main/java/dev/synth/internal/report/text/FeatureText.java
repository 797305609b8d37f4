package dev.synth.internal.report.text;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.features.FeatureMachine;
import dev.synth.internal.features.Recomputation;
import dev.synth.internal.features.rows.FeatureTable;
import dev.synth.internal.report.format.ReportNumbers;
import java.util.ArrayList;
import java.util.List;

/** Sentences on features of rows before each row. */
public final class FeatureText {
  private FeatureText() {}

  /** Returns what was made of the rows, a sentence each. */
  public static List<String> notes(FeatureTable made, int checked) {
    FeatureMachine.Counts counts = made.columns().counts();
    List<String> notes = new ArrayList<>();
    int columns = made.definition().columns().size();
    notes.add(
        PlainText.of(
            "features: %s made of the rows before each row; %s, computed anew from these rows"
                + " alone, %s the same bits",
            columns == 1 ? "one column is" : columns + " columns are",
            checked == 1 ? "one row" : checked + " rows",
            checked == 1 ? "has" : "have"));
    add(notes, counts.late(), "arrived later than 'lateness' allows: no features, not looked at");
    add(notes, counts.retries(), "have the event id of another row: they count once");
    add(notes, made.columns().untimed(), "have no time: no features, not looked at");
    return notes;
  }

  private static void add(List<String> notes, long rows, String what) {
    if (rows > 0) {
      notes.add(
          PlainText.of("features: %s of the rows %s", ReportNumbers.count((double) rows), what));
    }
  }

  /** Returns the sentence on a feature that the rows before a row do not give. */
  public static String leak(Recomputation.Difference difference) {
    return PlainText.of(
        "features: row %d has %s in '%s', but the rows before it give %s; the column looks ahead",
        difference.row() + 1,
        value(difference.found()),
        difference.column(),
        value(difference.expected()));
  }

  private static String value(double value) {
    return Double.isNaN(value) ? "nothing" : String.valueOf(value);
  }
}

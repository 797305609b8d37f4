package dev.synth.internal.report.wording.reading;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.read.problem.ValueList;
import dev.synth.table.reading.Counted;
import dev.synth.table.reading.LabelNote;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A note on the column of the label, in a sentence. */
final class LabelSentence {
  private LabelSentence() {}

  static String of(LabelNote note) {
    return switch (note) {
      case LabelNote.SeveralForms forms ->
          PlainText.of(
              "the label '%s' is rare where it is %s; rows that are written have '%s'",
              forms.column(), ValueList.listed(forms.values()), forms.values().getFirst().text());
      case LabelNote.AbsentForms absent ->
          PlainText.of(
              "no row has '%s' in the label column '%s'",
              String.join("' or '", absent.positive()), absent.column());
      case LabelNote.Lookalikes alike ->
          PlainText.of(
              "warning: the label '%s' also has %s, which differ from '%s' by case or blanks alone"
                  + " and count as the other class; if they mean the same, say `positive: %s`",
              alike.column(),
              ValueList.listed(alike.values()),
              alike.rare(),
              ValueList.written(joined(alike.positive(), alike.values())));
      case LabelNote.SameMeaning same ->
          PlainText.of(
              "warning: the label '%s' also has %s, which may mean the same as '%s' and %s as the"
                  + " other class; if so, say `positive: %s`",
              same.column(),
              ValueList.listed(same.values()),
              same.rare(),
              same.values().size() == 1 ? "counts" : "count",
              ValueList.written(joined(same.positive(), same.values())));
      case LabelNote.SeveralOthers others ->
          PlainText.of(
              "the label '%s' has %,d values; all but '%s' count as the other class, written '%s'",
              others.column(),
              others.distinct(),
              String.join("', '", others.positive()),
              others.written());
      case LabelNote.Unlabelled unlabelled ->
          unlabelled.rows() == 1
              ? "1 row without a label is left out"
              : PlainText.of("%,d rows without a label are left out", unlabelled.rows());
    };
  }

  /** The texts of the rare class, were those that look like them of it too. */
  private static List<String> joined(List<String> positive, List<Counted> values) {
    Set<String> joined = new LinkedHashSet<>(positive);
    values.forEach(value -> joined.add(value.text()));
    return List.copyOf(joined);
  }
}

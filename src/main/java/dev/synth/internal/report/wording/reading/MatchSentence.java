package dev.synth.internal.report.wording.reading;

import dev.synth.internal.base.PlainText;
import dev.synth.table.reading.MatchNote;

/** A note on rows that are compared with those of another table, in a sentence. */
final class MatchSentence {
  private MatchSentence() {}

  static String of(MatchNote note) {
    return switch (note) {
      case MatchNote.ExtraColumns extra ->
          PlainText.of(
              "'%s' has columns that the real rows lack: %s",
              extra.source(), Named.first(extra.columns()));
      case MatchNote.LackingColumns lacking ->
          PlainText.of(
              "'%s' lacks columns of the real rows: %s",
              lacking.source(), Named.first(lacking.columns()));
      case MatchNote.WithoutLabel without ->
          PlainText.of(
              "'%s' has no column '%s', so all of its rows count as rare",
              without.source(), without.label());
      case MatchNote.OtherRows others ->
          PlainText.of(
              "'%s' holds %,d rows that are not rare; they are left out",
              others.source(), others.rows());
    };
  }
}

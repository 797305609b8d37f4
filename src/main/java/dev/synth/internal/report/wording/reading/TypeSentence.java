package dev.synth.internal.report.wording.reading;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.read.problem.ConfigLine;
import dev.synth.table.reading.IdentifierSign;
import dev.synth.table.reading.SeparatorReason;
import dev.synth.table.reading.TypeNote;

/** A note on what a column was taken for, in a sentence. */
final class TypeSentence {
  private static final String TO_NUMBERS = "numeric";

  private TypeSentence() {}

  private static String kind(TypeNote.PartlyRead partly) {
    return partly.areTimes() ? "times" : "numbers";
  }

  static String of(TypeNote note) {
    return switch (note) {
      case TypeNote.LikelyIdentifier likely ->
          PlainText.of(
              "'%s' looks like an identifier (%s), so it is neither modelled nor written; to model"
                  + " it, say `%s`",
              likely.column(),
              ColumnPhrase.of(likely.sign()),
              ConfigLine.type(likely.column(), otherwise(likely.sign().kind())));
      case TypeNote.RepeatingIdentifier repeating ->
          PlainText.of(
              "'%s' is named like an identifier but its values repeat, so it is modelled as"
                  + " numeric; exclude it if it only names things",
              repeating.column());
      case TypeNote.ManyLevels many ->
          PlainText.of(
              "'%s' has %,d different values in %,d rows%s",
              many.column(),
              many.distinct(),
              many.present(),
              many.distinct() > many.present() / 2 ? "; exclude it if it only names things" : "");
      case TypeNote.PartlyRead partly ->
          PlainText.of(
              "%,d of %,d cells of '%s' are %s, but '%s' (%s)%s not, so all are read as texts; if"
                  + " these mean missing cells, add them to data.missing_in_numbers, else write"
                  + " them as %s",
              partly.read(),
              partly.present(),
              partly.column(),
              kind(partly),
              partly.example(),
              partly.where(),
              partly.others() > 1
                  ? PlainText.of(" and %,d other texts are", partly.others() - 1)
                  : " is",
              kind(partly) + (partly.areTimes() ? " of one form" : ""));
      case TypeNote.PerhapsMissing perhaps ->
          PlainText.of(
              "%s (%,d) in '%s' lies far from all other numbers; if it stands for missing cells,"
                  + " add it to data.missing",
              perhaps.number(), perhaps.cells(), perhaps.column());
      case TypeNote.Limit limit ->
          PlainText.of(
              "'%s' in '%s' is read as %s, and numbers beyond that limit are written so; if it is a"
                  + " category, say `%s`",
              limit.cell(),
              limit.column(),
              NumberText.of(limit.value()),
              ConfigLine.type(limit.column(), "categorical"));
      case TypeNote.Footnotes marks ->
          PlainText.of(
              "%,d %s of '%s' %s the mark of a footnote behind the number, such as '%s'; it is left"
                  + " out, here and in drawn rows; if it matters, say `%s`",
              marks.cells(),
              marks.cells() == 1 ? "cell" : "cells",
              marks.column(),
              marks.cells() == 1 ? "has" : "have",
              marks.example(),
              ConfigLine.type(marks.column(), "categorical"));
      case TypeNote.Codes codes ->
          PlainText.of(
              "'%s' is read as codes, since it holds versions, or numbers with leading zeros, with"
                  + " more than 15 digits or like 12e34; to read numbers, say `%s`",
              codes.column(), ConfigLine.type(codes.column(), TO_NUMBERS));
      case TypeNote.LikelySeparators likely ->
          PlainText.of(
              "'%s' is read like %s, since %s; were '%s' something else, say `%s`",
              likely.column(),
              likely.form(),
              why(likely.reason()),
              likely.example(),
              ConfigLine.format(likely.column(), likely.other()));
      case TypeNote.WrittenZero zero ->
          PlainText.of(
              "'%s' in '%s' is read as 0, as accounts write it; if it is missing, add it to"
                  + " data.missing",
              zero.zero(), zero.column());
      case TypeNote.Times times ->
          PlainText.of(
              "'%s' is read as times; if its cells are numbers, say `%s`",
              times.column(), ConfigLine.type(times.column(), TO_NUMBERS));
      case TypeNote.PerhapsTimes perhaps ->
          PlainText.of(
              "'%s' is read as numbers; if they are times, say `%s`",
              perhaps.column(), ConfigLine.format(perhaps.column(), "timestamp", perhaps.format()));
      case TypeNote.SeveralOffsets several ->
          PlainText.of(
              "'%s' has %s offsets from UTC: its local times are modelled, and its offsets beside"
                  + " them as '%s'",
              several.column(), Integer.toString(several.offsets()), several.beside());
      case TypeNote.OutOfBounds out ->
          PlainText.of(
              "'%s' has %,d cells outside the bounds that were given for it",
              out.column(), out.cells());
    };
  }

  private static String otherwise(IdentifierSign.Kind kind) {
    return switch (kind) {
      case NAMED_NUMBERS, DENSE_NUMBERS -> TO_NUMBERS;
      case TEXTS -> "categorical";
    };
  }

  private static String why(SeparatorReason reason) {
    return switch (reason) {
      case DECIMAL_POINTS -> "other cells have a decimal point";
      case DECIMAL_COMMAS -> "other cells have a decimal comma";
      case COMMAS_PART_CELLS -> "the file parts its cells by commas";
      case MONEY -> "money hardly has three decimals";
      case PERCENTAGE -> "a percentage is hardly in thousands";
      case NO_COMMA_BELOW_1000 -> "the numbers below 1000 have no comma";
    };
  }
}

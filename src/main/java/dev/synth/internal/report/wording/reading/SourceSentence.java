package dev.synth.internal.report.wording.reading;

import dev.synth.internal.base.PlainText;
import dev.synth.table.reading.SourceNote;
import java.util.stream.Collectors;

/** A note on files or a query, in a sentence. */
final class SourceSentence {
  private SourceSentence() {}

  static String of(SourceNote note) {
    return switch (note) {
      case SourceNote.ReadAsPattern pattern ->
          PlainText.of(
              "there is no file '%s'; read as a pattern, it names '%s'",
              pattern.source(), pattern.file());
      case SourceNote.SameFile same ->
          PlainText.of("'%s' is '%s' by another name, and is read once", same.file(), same.same());
      case SourceNote.EqualFiles equal ->
          PlainText.of(
              "'%s' and '%s' hold the same bytes, so every row of them counts twice",
              equal.file(), equal.other());
      case SourceNote.OtherCharset other ->
          other.isGuessed()
              ? PlainText.of(
                  "'%s' is not UTF-8 and is read as Windows-1252; data.encoding names another,"
                      + " such as x-MacRoman",
                  other.file())
              : PlainText.of("'%s' is read as %s", other.file(), other.charset());
      case SourceNote.BackslashQuotes quotes ->
          PlainText.of("'%s' is read with a backslash before quotes inside quotes", quotes.file());
      case SourceNote.DrawnTable drawn ->
          PlainText.of("'%s' is a drawn table; rows come back parted by bars alone", drawn.file());
      case SourceNote.TitleLeftOut title ->
          PlainText.of(
              "'%s': what stands before the column names is left out ('%s')",
              title.file(), title.title());
      case SourceNote.RemarkLeftOut remark ->
          PlainText.of(
              "'%s'%s: the remark at the end is left out ('%s')",
              remark.file(),
              remark.line() == null ? "" : ", line " + remark.line(),
              remark.remark());
      case SourceNote.HeadersLeftOut headers -> headers(headers);
      case SourceNote.TotalsLeftOut totals ->
          PlainText.of(
              "'%s', line %d: the line of totals at the end is left out",
              totals.file(), totals.line());
      case SourceNote.DashesLeftOut dashes ->
          PlainText.of(
              "'%s', line %d: the dashes below the column names are left out",
              dashes.file(), dashes.line());
      case SourceNote.EmptyLinesLeftOut empty ->
          PlainText.of(
              "'%s': %d %s of empty cells at the end %s left out",
              empty.file(),
              empty.count(),
              empty.count() == 1 ? "line" : "lines",
              empty.count() == 1 ? "is" : "are");
      case SourceNote.DoubledDelimiter doubled ->
          PlainText.of(
              "'%s' parts its cells by '%2$s%2$s'; rows come back parted by one '%2$s'",
              doubled.file(), doubled.delimiter());
      case SourceNote.RareDelimiter rare ->
          PlainText.of(
              "'%s' is taken to part its cells by %s, which parts all lines alike",
              rare.file(), character(rare.delimiter().charAt(0)));
      case SourceNote.UnorderedQuery query ->
          "the query has no ORDER BY: its rows may come in another order next time, and the run"
              + " is another one then";
    };
  }

  private static String character(char delimiter) {
    if (delimiter == ' ') {
      return "blanks";
    }
    return Character.isISOControl(delimiter)
        ? PlainText.of("the character U+%04X", (int) delimiter)
        : "'" + delimiter + "'";
  }

  private static String headers(SourceNote.HeadersLeftOut headers) {
    int more = headers.count() - headers.lines().size();
    return PlainText.of(
        "'%s' holds its header again (line %s%s); these lines are left out",
        headers.file(),
        headers.lines().stream().map(String::valueOf).collect(Collectors.joining(", ")),
        more > 0 ? " and " + more + " more" : "");
  }
}

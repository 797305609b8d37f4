package dev.synth.internal.table.cell;

import dev.synth.internal.table.cell.DateCandidates.PatternCandidate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The patterns that a single text may follow, in the form that reads the most texts. */
final class TimeCandidates {
  private static final String TIME =
      "(?<hour>\\d{1,2})"
          + "(?:(?<colon>:| ?h ?)"
          + "(?<minute>\\d{2})(?<second>:\\d{2}(?:(?<mark>[.,])\\d{1,9})?)?)?"
          + "(?:(?<before>[ \\u00a0\\u202f\\u2009]?)(?<half>[AaPp]\\.?[Mm]\\.?))?"
          + "(?<clock> Uhr| uhr| uur)?";

  /** A time behind a date, in which minutes and seconds may lack their leading zero. */
  private static final String LOOSE_TIME =
      TIME.replace("(?<minute>\\d{2})(?<second>:\\d{2}", "(?<minute>\\d{1,2})(?<second>:\\d{1,2}");

  private static final String OFFSET =
      "(?:(?<blank> ?)(?<offset>[Zz]|(?:UTC|GMT)?[+\\-\\u2212]\\d{1,2}(?::?\\d{2})?"
          + OffsetText.NAME_BEHIND
          + "|UTC|GMT"
          + "|[A-Z]{3,4}|[A-Z][A-Za-z]+(?:/[A-Za-z_-]+){1,2}))?";
  private static final Pattern TIME_OF_DAY = Pattern.compile(TIME);
  private static final Pattern COMPACT_TIME =
      Pattern.compile("(?<digits>\\d{4}|\\d{6})(?:(?<mark>[.,])\\d{1,9})?" + OFFSET);
  private static final Pattern AFTER_DATE =
      Pattern.compile("(?<between>[Tt:_-]|,? (?:(?:at|um|à|kl\\.?) )?)" + LOOSE_TIME + OFFSET);

  /**
   * As databases write it: {@code 2024-01-31-23.59.59.000000}, {@code 31-JAN-24 11.59.59.000000000
   * PM +00:00}.
   */
  private static final Pattern DOTTED_TIME =
      Pattern.compile(
          "(?<between>[- ])\\d{2}\\.\\d{2}\\.\\d{2}(?:(?<mark>[.,])\\d{1,9})?"
              + "(?: (?<half>[AaPp]\\.?[Mm]\\.?))?"
              + OFFSET);

  /** As Unix and Java write it: {@code Wed Jan 31 23:59:59 UTC 2024}. */
  private static final Pattern YEAR_AT_END =
      Pattern.compile(
          DateCandidates.WEEKDAY
              + "(?<behind>,? )"
              + DateCandidates.NAME
              + "(?<pad> {1,2})\\d{1,2} "
              + TIME
              + OFFSET
              + " \\d{4}");

  private static final Pattern ONLY_OFFSET = Pattern.compile(OFFSET);

  private TimeCandidates() {}

  /** Returns the candidates, none where a text looks like no time. */
  static List<PatternCandidate> of(String text) {
    if (text.startsWith("[") && text.endsWith("]")) { // as web servers write it
      return of(text.substring(1, text.length() - 1)).stream()
          .map(inner -> new PatternCandidate("'['" + inner.pattern() + "']'", inner.rank()))
          .toList();
    }
    Matcher time = TIME_OF_DAY.matcher(text);
    if (time.matches() && (time.group("minute") != null || time.group("half") != null)) {
      return times(time, "", new PatternCandidate("", 0));
    }
    Matcher yearAtEnd = YEAR_AT_END.matcher(text);
    if (yearAtEnd.matches() && yearAtEnd.group("minute") != null) {
      String day = "EEE" + TimePatternParser.quoted(yearAtEnd.group("behind")) + "MMM ppd";
      return times(yearAtEnd, " ", new PatternCandidate(day, 0)).stream()
          .map(candidate -> new PatternCandidate(candidate.pattern() + " yyyy", candidate.rank()))
          .toList();
    }
    Matcher date = DateCandidates.matcher(text);
    List<PatternCandidate> all = new ArrayList<>();
    if (date.lookingAt()) {
      for (PatternCandidate day : DateCandidates.of(date)) {
        all.addAll(withRest(day, text.substring(date.end())));
      }
    }
    return all;
  }

  private static List<PatternCandidate> withRest(PatternCandidate day, String rest) {
    Matcher offset = ONLY_OFFSET.matcher(rest);
    if (offset.matches()) {
      return List.of(new PatternCandidate(day.pattern() + offset(offset), day.rank()));
    }
    Matcher after = AFTER_DATE.matcher(rest);
    boolean isTime =
        after.matches() && (after.group("minute") != null || after.group("half") != null);
    if (isTime) {
      return times(after, TimePatternParser.quoted(after.group("between")), day);
    }
    Matcher dotted = DOTTED_TIME.matcher(rest);
    if (dotted.matches()) {
      String fraction =
          "["
              + TimePatternParser.quoted(dotted.group("mark") == null ? "." : dotted.group("mark"))
              + "S]";
      boolean hasHalf = dotted.group("half") != null;
      String clock = hasHalf ? "hh.mm.ss" + fraction + " a" : "HH.mm.ss" + fraction;
      String part = TimePatternParser.quoted(dotted.group("between")) + clock + offset(dotted);
      return List.of(new PatternCandidate(day.pattern() + "[" + part + "]", day.rank()));
    }
    Matcher compact = COMPACT_TIME.matcher(rest.isEmpty() ? rest : rest.substring(1));
    if (!rest.isEmpty() && "Tt_- ".indexOf(rest.charAt(0)) >= 0 && compact.matches()) {
      String digits = compact.group("digits").length() == 6 ? "HHmmss" : "HHmm";
      String mark = compact.group("mark");
      String fraction =
          mark == null || digits.length() == 4 ? "" : "[" + TimePatternParser.quoted(mark) + "S]";
      String part =
          "["
              + TimePatternParser.quoted(rest.substring(0, 1))
              + digits
              + fraction
              + offset(compact)
              + "]";
      return List.of(new PatternCandidate(day.pattern() + part, day.rank()));
    }
    return List.of();
  }

  private static List<PatternCandidate> times(Matcher match, String between, PatternCandidate day) {
    String mark = match.group("mark");
    String fraction = "[" + TimePatternParser.quoted(mark == null ? "." : mark) + "S]";
    String minutes = match.group("minute") == null ? "" : minutes(match, fraction);
    String clock =
        match.group("clock") == null ? "" : TimePatternParser.quoted(match.group("clock"));
    String half =
        match.group("half") == null ? "" : TimePatternParser.quoted(match.group("before")) + "a";
    boolean isTimeAlone = day.pattern().isEmpty();
    String zone = isTimeAlone ? "" : offset(match);
    List<PatternCandidate> all = new ArrayList<>();
    for (String hour : half.isEmpty() ? List.of("H") : List.of("h", "H")) {
      String part = between + hour + minutes + half + clock + zone;
      int unlikely = !half.isEmpty() && hour.equals("H") ? 1 : 0;
      String whole = isTimeAlone ? part : day.pattern() + "[" + part + "]";
      all.add(new PatternCandidate(whole, day.rank() + unlikely));
    }
    return all;
  }

  private static String minutes(Matcher match, String fraction) {
    String second = match.group("second");
    boolean isShort =
        match.group("minute").length() == 1
            || (second != null && second.matches(":\\d(?:[.,].*)?"));
    String colon = TimePatternParser.quoted(match.group("colon"));
    return isShort ? colon + "m[:s" + fraction + "]" : colon + "mm[:ss" + fraction + "]";
  }

  private static String offset(Matcher match) {
    return match.group("offset") == null
        ? ""
        : "[" + TimePatternParser.quoted(match.group("blank")) + "X]";
  }
}

package dev.synth.internal.table.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The patterns that a single text may follow, in the form that reads the most texts. */
final class TimeCandidates {
  /**
   * A pattern that a text may follow.
   *
   * @param pattern the pattern, of one letter wherever one digit or two may stand, and in brackets
   *     whatever other texts may lack
   * @param rank how unlikely it is: of patterns that fit all texts those of the lowest rank count
   */
  record PatternCandidate(String pattern, int rank) {}

  private static final String NAME = "(?:\\p{L}[\\p{L}\\p{M}]{2,12}|\\p{IsDevanagari}{2,13})";
  private static final String WEEKDAY = "\\p{L}[\\p{L}\\p{M}]{1,12}(?:-[Ff]eira|-FEIRA)?\\.?";
  private static final String ORDINAL = "st|nd|rd|th|ST|ND|RD|TH|er|º|°";
  private static final String OF = "(?i: of | de | del )";
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
          WEEKDAY
              + "(?<behind>,? )"
              + NAME
              + "(?<pad> {1,2})\\d{1,2} "
              + TIME
              + OFFSET
              + " \\d{4}");

  private static final Pattern ONLY_OFFSET = Pattern.compile(OFFSET);
  private static final Pattern DATE =
      Pattern.compile(
          "(?:(?<weekday>"
              + WEEKDAY
              + ")(?<behind>,? ))?(?:"
              + "(?<yearFirst>\\d{4}(?<s1>[-/: ]|\\. ?)(?:\\d{1,2}|(?<m1>"
              + NAME
              + "))\\k<s1>\\d{1,2}(?<dot1>\\.)?)"
              + "|(?<yearNamed>\\d{4}(?<s14>\\.? )"
              + NAME
              + "(?<s15>\\.? )\\d{1,2}(?<dot3>\\.)?)"
              + "|(?<yearLast>\\d{1,2}(?<s2>[-/ ]|\\. ?)\\d{1,2}\\k<s2>\\d{4}(?<dot2>\\.)?)"
              + "|(?<short>\\d{1,2}(?<s3>[-/ ]|\\. ?)\\d{1,2}\\k<s3>\\d{2}(?<dot4>\\.)?)"
              + "|(?<compact>\\d{8})"
              + "|(?<shortCompact>\\d{6})"
              + "|(?<week>\\d{4}(?<s12>-?)W\\d{2}(?:(?<s13>-?)(?<weekDay>[1-7]))?)"
              + "|(?<ordinalDate>\\d{4}-\\d{3})"
              + "|(?<named>\\d{1,2}(?<o4>"
              + ORDINAL
              + ")?(?<s4>"
              + OF
              + "|[-/., ]{0,2})"
              + NAME
              + "(?<s5>\\.?"
              + OF
              + "|[-/., ]{0,2})(?<y4>\\d{4}|\\d{2}))"
              + "|(?<nameFirst>"
              + NAME
              + "(?<s6>\\.? {2}|[-/., ]{1,2})\\d{1,2}(?<o6>"
              + ORDINAL
              + ")?(?<s7>,? |[-/])(?<y6>\\d{4}|\\d{2}))"
              + "|(?<nameYear>"
              + NAME
              + "(?<s8>\\.?(?:"
              + OF
              + "|[-/, ]{0,2}'?))(?<y8>\\d{4}|\\d{2}))"
              + "|(?<yearName>\\d{4}(?<s9>[-/ ]?)"
              + NAME
              + ")"
              + "|(?<cjk>\\d{4}(?<c1>年|년 ?)\\d{1,2}(?<c2>月|월 ?)(?:\\d{1,2}(?<c3>[日일]))?)"
              + "|(?<yearMonth>\\d{4}(?<s10>[-/])\\d{1,2})"
              + "|(?<monthYear>\\d{1,2}(?<s11>[-/])\\d{4}))(?!\\d)");

  private TimeCandidates() {}

  /** Returns the candidates, none where a text looks like no time. */
  static List<PatternCandidate> of(String text) {
    if (text.startsWith("[") && text.endsWith("]")) { // as web servers write it
      return of(text.substring(1, text.length() - 1)).stream()
          .map(inner -> new PatternCandidate("'['" + inner.pattern + "']'", inner.rank))
          .toList();
    }
    Matcher time = TIME_OF_DAY.matcher(text);
    if (time.matches() && (time.group("minute") != null || time.group("half") != null)) {
      return times(time, "", new PatternCandidate("", 0));
    }
    Matcher yearAtEnd = YEAR_AT_END.matcher(text);
    if (yearAtEnd.matches() && yearAtEnd.group("minute") != null) {
      String day = "EEE" + literal(yearAtEnd.group("behind")) + "MMM ppd";
      return times(yearAtEnd, " ", new PatternCandidate(day, 0)).stream()
          .map(candidate -> new PatternCandidate(candidate.pattern + " yyyy", candidate.rank))
          .toList();
    }
    Matcher date = DATE.matcher(text);
    List<PatternCandidate> all = new ArrayList<>();
    if (date.lookingAt()) {
      for (PatternCandidate day : dates(date)) {
        all.addAll(withRest(day, text.substring(date.end())));
      }
    }
    return all;
  }

  private static List<PatternCandidate> withRest(PatternCandidate day, String rest) {
    Matcher offset = ONLY_OFFSET.matcher(rest);
    if (offset.matches()) {
      return List.of(new PatternCandidate(day.pattern + offset(offset), day.rank));
    }
    Matcher after = AFTER_DATE.matcher(rest);
    boolean isTime =
        after.matches() && (after.group("minute") != null || after.group("half") != null);
    if (isTime) {
      return times(after, literal(after.group("between")), day);
    }
    Matcher dotted = DOTTED_TIME.matcher(rest);
    if (dotted.matches()) {
      String fraction =
          "[" + literal(dotted.group("mark") == null ? "." : dotted.group("mark")) + "S]";
      boolean hasHalf = dotted.group("half") != null;
      String clock = hasHalf ? "hh.mm.ss" + fraction + " a" : "HH.mm.ss" + fraction;
      String part = literal(dotted.group("between")) + clock + offset(dotted);
      return List.of(new PatternCandidate(day.pattern + "[" + part + "]", day.rank));
    }
    Matcher compact = COMPACT_TIME.matcher(rest.isEmpty() ? rest : rest.substring(1));
    if (!rest.isEmpty() && "Tt_- ".indexOf(rest.charAt(0)) >= 0 && compact.matches()) {
      String digits = compact.group("digits").length() == 6 ? "HHmmss" : "HHmm";
      String mark = compact.group("mark");
      String fraction = mark == null || digits.length() == 4 ? "" : "[" + literal(mark) + "S]";
      String part = "[" + literal(rest.substring(0, 1)) + digits + fraction + offset(compact) + "]";
      return List.of(new PatternCandidate(day.pattern + part, day.rank));
    }
    return List.of();
  }

  private static List<PatternCandidate> times(Matcher match, String between, PatternCandidate day) {
    String mark = match.group("mark");
    String fraction = "[" + literal(mark == null ? "." : mark) + "S]";
    String minutes = match.group("minute") == null ? "" : minutes(match, fraction);
    String clock = match.group("clock") == null ? "" : literal(match.group("clock"));
    String half = match.group("half") == null ? "" : literal(match.group("before")) + "a";
    boolean isTimeAlone = day.pattern.isEmpty();
    String zone = isTimeAlone ? "" : offset(match);
    List<PatternCandidate> all = new ArrayList<>();
    for (String hour : half.isEmpty() ? List.of("H") : List.of("h", "H")) {
      String part = between + hour + minutes + half + clock + zone;
      int unlikely = !half.isEmpty() && hour.equals("H") ? 1 : 0;
      String whole = isTimeAlone ? part : day.pattern + "[" + part + "]";
      all.add(new PatternCandidate(whole, day.rank + unlikely));
    }
    return all;
  }

  private static String minutes(Matcher match, String fraction) {
    String second = match.group("second");
    boolean isShort =
        match.group("minute").length() == 1
            || (second != null && second.matches(":\\d(?:[.,].*)?"));
    String colon = literal(match.group("colon"));
    return isShort ? colon + "m[:s" + fraction + "]" : colon + "mm[:ss" + fraction + "]";
  }

  private static String offset(Matcher match) {
    return match.group("offset") == null ? "" : "[" + literal(match.group("blank")) + "X]";
  }

  private static List<PatternCandidate> dates(Matcher match) {
    String weekday = match.group("weekday") == null ? "" : "EEE" + literal(match.group("behind"));
    return patterns(match).stream()
        .map(candidate -> new PatternCandidate(weekday + candidate.pattern, candidate.rank))
        .toList();
  }

  private static List<PatternCandidate> patterns(Matcher match) {
    if (match.group("yearFirst") != null) {
      String month = match.group("m1") == null ? "M" : "MMM";
      return withDot(
          one("yyyy", match.group("s1"), month, match.group("s1"), "d"), match.group("dot1"));
    }
    if (match.group("yearNamed") != null) {
      return withDot(
          one("yyyy", match.group("s14"), "MMM", behind(match.group("s15")), "d"),
          match.group("dot3"));
    }
    if (match.group("yearLast") != null) {
      return withDot(bothOrders(match.group("s2"), "yyyy", false), match.group("dot2"));
    }
    if (match.group("short") != null) {
      return withDot(bothOrders(match.group("s3"), "yy", true), match.group("dot4"));
    }
    if (match.group("compact") != null) {
      return List.of(
          new PatternCandidate("yyyyMMdd", 0),
          new PatternCandidate("ddMMyyyy", 1),
          new PatternCandidate("MMddyyyy", 1));
    }
    if (match.group("shortCompact") != null) {
      return List.of(new PatternCandidate("yyMMdd", 0));
    }
    if (match.group("week") != null) {
      String day = match.group("weekDay") == null ? "" : match.group("s13") + "e";
      return List.of(new PatternCandidate("YYYY" + match.group("s12") + "'W'ww" + day, 0));
    }
    if (match.group("ordinalDate") != null) {
      return List.of(new PatternCandidate("yyyy-DDD", 0));
    }
    if (match.group("named") != null) {
      String year = year(match.group("y4"));
      List<PatternCandidate> all =
          new ArrayList<>(
              one(
                  day(match.group("o4")),
                  match.group("s4"),
                  "MMM",
                  behind(match.group("s5")),
                  year));
      if (year.equals("yy")) {
        all.add(
            new PatternCandidate(
                join("yy", match.group("s4"), "MMM", match.group("s5"), "d"),
                TimeFinder.YEAR_FIRST));
      }
      return all;
    }
    if (match.group("nameFirst") != null) {
      String between = behind(match.group("s6"));
      boolean isPadded = between.endsWith("  ");
      return one(
          "MMM",
          isPadded ? between.substring(1) : between,
          isPadded ? "ppd" : day(match.group("o6")),
          match.group("s7"),
          year(match.group("y6")));
    }
    if (match.group("nameYear") != null) {
      return one("MMM", behind(match.group("s8")), year(match.group("y8")), "", "");
    }
    if (match.group("yearName") != null) {
      return one("yyyy", match.group("s9"), "MMM", "", "");
    }
    if (match.group("cjk") != null) {
      String last = match.group("c3");
      String month = match.group("c2");
      return last == null
          ? one("yyyy", match.group("c1"), "M", month.strip(), "")
          : one("yyyy", match.group("c1"), "M", month, "d" + last);
    }
    return match.group("yearMonth") != null
        ? one("yyyy", match.group("s10"), "M", "", "")
        : one("M", match.group("s11"), "yyyy", "", "");
  }

  /** A dot before another separator belongs to the name, which may lack it in other texts. */
  private static String behind(String separator) {
    return separator.length() > 1 && separator.startsWith(".") ? separator.substring(1) : separator;
  }

  /** A dot behind the last number makes it an ordinal, as in Hungarian: {@code 2024. 01. 05.} */
  private static List<PatternCandidate> withDot(List<PatternCandidate> all, @Nullable String dot) {
    return dot == null
        ? all
        : all.stream().map(each -> new PatternCandidate(each.pattern + dot, each.rank)).toList();
  }

  /** Other languages than English have it behind the first of a month alone. */
  private static String day(@Nullable String ordinal) {
    if (ordinal == null) {
      return "d";
    }
    return "st|nd|rd|th".contains(ordinal.toLowerCase(Locale.ROOT)) ? "do" : "d[o]";
  }

  private static List<PatternCandidate> bothOrders(String separator, String year, boolean isShort) {
    List<PatternCandidate> all = new ArrayList<>();
    all.add(new PatternCandidate(join("d", separator, "M", separator, year), 0));
    all.add(new PatternCandidate(join("M", separator, "d", separator, year), 0));
    if (isShort) {
      all.add(
          new PatternCandidate(join(year, separator, "M", separator, "d"), TimeFinder.YEAR_FIRST));
    }
    return all;
  }

  private static List<PatternCandidate> one(
      String first, String separator, String second, String another, String third) {
    return List.of(new PatternCandidate(join(first, separator, second, another, third), 0));
  }

  private static String join(
      String first, String separator, String second, String another, String third) {
    return first + literal(separator) + second + literal(another) + third;
  }

  private static String year(String digits) {
    return digits.length() == 4 ? "yyyy" : "yy";
  }

  /** Quotes letters, which would stand for something else. */
  static String literal(String text) {
    StringBuilder quoted = new StringBuilder();
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean needed = c != '\'' && "[]{}#%".indexOf(c) < 0 && !isLetter(c);
      if (open == needed && c != '\'') {
        quoted.append('\'');
        open = !open;
      }
      quoted.append(c == '\'' ? "''" : String.valueOf(c));
    }
    return quoted.append(open ? "'" : "").toString();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}

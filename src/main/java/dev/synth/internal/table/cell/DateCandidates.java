package dev.synth.internal.table.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The patterns that a date at the beginning of a text may follow. */
final class DateCandidates {
  /**
   * A pattern that a text may follow.
   *
   * @param pattern the pattern, of one letter wherever one digit or two may stand, and in brackets
   *     whatever other texts may lack
   * @param rank how unlikely it is: of patterns that fit all texts those of the lowest rank count
   */
  record PatternCandidate(String pattern, int rank) {}

  /** The rank of patterns that begin with a year of two digits. */
  static final int YEAR_FIRST = 2;

  /** The name of a month. */
  static final String NAME = "(?:\\p{L}[\\p{L}\\p{M}]{2,12}|\\p{IsDevanagari}{2,13})";

  /** The name of a day of the week. */
  static final String WEEKDAY = "\\p{L}[\\p{L}\\p{M}]{1,12}(?:-[Ff]eira|-FEIRA)?\\.?";

  private static final String ORDINAL = "st|nd|rd|th|ST|ND|RD|TH|er|º|°";

  private static final String OF = "(?i: of | de | del )";

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

  private DateCandidates() {}

  /** Returns a matcher that finds a date at the beginning of a text. */
  static Matcher matcher(String text) {
    return DATE.matcher(text);
  }

  /** Returns the candidates of a date that was found. */
  static List<PatternCandidate> of(Matcher match) {
    String weekday =
        match.group("weekday") == null
            ? ""
            : "EEE" + TimePatternParser.quoted(match.group("behind"));
    return patterns(match).stream()
        .map(candidate -> new PatternCandidate(weekday + candidate.pattern(), candidate.rank()))
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
                join("yy", match.group("s4"), "MMM", match.group("s5"), "d"), YEAR_FIRST));
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
        : all.stream()
            .map(each -> new PatternCandidate(each.pattern() + dot, each.rank()))
            .toList();
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
      all.add(new PatternCandidate(join(year, separator, "M", separator, "d"), YEAR_FIRST));
    }
    return all;
  }

  private static List<PatternCandidate> one(
      String first, String separator, String second, String another, String third) {
    return List.of(new PatternCandidate(join(first, separator, second, another, third), 0));
  }

  private static String join(
      String first, String separator, String second, String another, String third) {
    return first
        + TimePatternParser.quoted(separator)
        + second
        + TimePatternParser.quoted(another)
        + third;
  }

  private static String year(String digits) {
    return digits.length() == 4 ? "yyyy" : "yy";
  }
}

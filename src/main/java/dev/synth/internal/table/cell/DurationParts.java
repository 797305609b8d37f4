package dev.synth.internal.table.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A duration's text, taken apart.
 *
 * @param style the order of its parts
 * @param seconds its length
 * @param decimals the decimals of its seconds as written
 * @param isFull whether nothing is left out: hours, or minutes without hours, have two digits at
 *     least; of units, whether one is zero
 * @param units its units, where it has any, as they stand; of ISO 8601, by their names
 */
record DurationParts(
    Style style, BigDecimal seconds, int decimals, boolean isFull, List<Part> units) {
  /** The order of a duration's parts. */
  enum Style {
    /** Hours, minutes and seconds, hours without a limit: {@code 123:07:55}. */
    CLOCK,
    /** Minutes and seconds, minutes without a limit: {@code 63:20}. */
    MINUTES,
    /** Days before a clock, as pandas writes them: {@code 0 days 00:05:30}. */
    DAYS,
    /** Days before a clock where there are any, as Python writes them: {@code 1 day, 2:03:04}. */
    DAYS_IF_ANY,
    /** ISO 8601: {@code PT5M30S}, {@code P1DT2H}. */
    ISO,
    /** Numbers with units: {@code 2h 5m}. */
    UNITS
  }

  static final int MINUTE = 60;
  static final int HOUR = 3_600;
  static final int DAY = 86_400;
  private static final int WEEK = 7 * DAY;

  /** A twelfth of a year of 365.25 days. */
  private static final int MONTH = 2_629_800;

  private static final int YEAR = 12 * MONTH;

  private static final String SECONDS = "(?<seconds>[0-5]\\d(?:[.,]\\d{1,9})?)";
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:(?<days>-?\\d{1,6}) days?(?<comma>,)? \\+?|(?<minus>-))?"
              + "(?<hours>\\d{1,6}):(?<minutes>[0-5]\\d):"
              + SECONDS);
  private static final Pattern MINUTES =
      Pattern.compile("(?<minus>-)?(?<minutes>\\d{1,6}):" + SECONDS);
  private static final Pattern ISO =
      Pattern.compile(
          "(?<minus>-)?P(?=.)(?:(?<days>\\d{1,6})D)?(?:T(?=.)(?:(?<hours>\\d{1,9})H)?"
              + "(?:(?<minutes>\\d{1,9})M)?(?:(?<seconds>\\d{1,9}(?:[.,]\\d{1,9})?)S)?)?");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?<between>,? ?(?:and )?)(?<number>\\d{1,9}(?:[.,]\\d{1,9})?)(?<gap> ?)"
              + "(?<word>[A-Za-z]+\\.?)");

  /** The units of ISO 8601, by the groups that hold them. */
  private static final SequencedMap<String, Integer> ISO_UNITS = isoUnits();

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("y", YEAR),
          Map.entry("yr", YEAR),
          Map.entry("year", YEAR),
          Map.entry("mo", MONTH),
          Map.entry("mon", MONTH),
          Map.entry("mth", MONTH),
          Map.entry("month", MONTH),
          Map.entry("w", WEEK),
          Map.entry("wk", WEEK),
          Map.entry("week", WEEK),
          Map.entry("d", DAY),
          Map.entry("day", DAY),
          Map.entry("h", HOUR),
          Map.entry("hr", HOUR),
          Map.entry("hour", HOUR),
          Map.entry("m", MINUTE),
          Map.entry("min", MINUTE),
          Map.entry("minute", MINUTE),
          Map.entry("s", 1),
          Map.entry("sec", 1),
          Map.entry("second", 1));

  DurationParts {
    units = List.copyOf(units);
  }

  /**
   * A number with a unit.
   *
   * @param between what stands before the number, behind the part before
   * @param number the number
   * @param gap what stands between number and unit
   * @param word the unit as it stands
   * @param length the seconds of one unit
   */
  record Part(String between, BigDecimal number, String gap, String word, int length) {}

  /** Returns the parts of a text, or null where it is no duration. */
  static @Nullable DurationParts of(String text) {
    return of(text, false);
  }

  /**
   * Returns the parts of a text, or null where it is no duration.
   *
   * @param isBesideYears whether its column has years, so that {@code m} is a month
   */
  static @Nullable DurationParts of(String text, boolean isBesideYears) {
    String plain = text.replace('\u2212', '-');
    Matcher clock = CLOCK.matcher(plain);
    if (clock.matches()) {
      return of(clock, clockStyle(clock), clock.end("hours") - clock.start("hours") >= 2);
    }
    Matcher minutes = MINUTES.matcher(plain);
    if (minutes.matches()) {
      boolean isFull = minutes.end("minutes") - minutes.start("minutes") >= 2;
      return of(minutes, Style.MINUTES, isFull);
    }
    Matcher iso = ISO.matcher(plain);
    return iso.matches() ? of(iso, Style.ISO, false) : ofUnits(plain, isBesideYears);
  }

  /** Returns whether one of the units is a year. */
  boolean hasYears() {
    return units.stream().anyMatch(unit -> unit.length() == YEAR);
  }

  private static Style clockStyle(Matcher clock) {
    if (clock.group("days") == null) {
      return Style.CLOCK;
    }
    return clock.group("comma") == null ? Style.DAYS : Style.DAYS_IF_ANY;
  }

  private static DurationParts of(Matcher match, Style style, boolean isFull) {
    String seconds = group(match, "seconds");
    BigDecimal sum =
        times(group(match, "days"), DAY)
            .add(times(group(match, "hours"), HOUR))
            .add(times(group(match, "minutes"), MINUTE))
            .add(times(seconds, 1));
    boolean isNegative = match.group("minus") != null;
    List<Part> units = style == Style.ISO ? isoUnits(match) : List.of();
    boolean hasZero =
        units.size() > 1 && units.stream().anyMatch(part -> part.number().signum() == 0);
    return new DurationParts(
        style, isNegative ? sum.negate() : sum, decimals(seconds), isFull || hasZero, units);
  }

  private static SequencedMap<String, Integer> isoUnits() {
    SequencedMap<String, Integer> units = new LinkedHashMap<>();
    units.put("days", DAY);
    units.put("hours", HOUR);
    units.put("minutes", MINUTE);
    units.put("seconds", 1);
    return Collections.unmodifiableSequencedMap(units);
  }

  private static List<Part> isoUnits(Matcher match) {
    List<Part> units = new ArrayList<>();
    for (Map.Entry<String, Integer> unit : ISO_UNITS.entrySet()) {
      String number = match.group(unit.getKey());
      if (number != null) {
        units.add(new Part("", times(number, 1), "", unit.getKey(), unit.getValue()));
      }
    }
    return units;
  }

  private static @Nullable DurationParts ofUnits(String text, boolean isBesideYears) {
    boolean isNegative = text.startsWith("-");
    Matcher match = UNIT.matcher(text).region(isNegative ? 1 : 0, text.length());
    List<Part> parts = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    int last = Integer.MAX_VALUE;
    String number = "";
    while (match.lookingAt()) {
      boolean isMonths = (isBesideYears || last == YEAR) && match.group("word").equals("m");
      int length = isMonths ? MONTH : length(match.group("word"));
      if (length == 0 || length >= last || (!number.isEmpty() && decimals(number) > 0)) {
        return null;
      }
      number = match.group("number");
      last = length;
      parts.add(
          new Part(
              match.group("between"),
              times(number, 1),
              match.group("gap"),
              match.group("word"),
              length));
      sum = sum.add(times(number, length));
      match.region(match.end(), text.length());
    }
    boolean isRead = !parts.isEmpty() && match.regionStart() == text.length();
    if (!isRead || !parts.getFirst().between().isEmpty()) {
      return null;
    }
    boolean hasZero =
        parts.size() > 1 && parts.stream().anyMatch(part -> part.number().signum() == 0);
    int decimals = last == 1 ? decimals(number) : 0;
    return new DurationParts(
        Style.UNITS, isNegative ? sum.negate() : sum, decimals, hasZero, parts);
  }

  /** Returns the seconds of one unit, 0 where a word is none; a single capital, M, is a million. */
  private static int length(String word) {
    String bare = word.length() == 1 ? word : word.toLowerCase(Locale.ROOT);
    bare = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    bare = bare.length() > 1 && bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare;
    return WORDS.getOrDefault(bare, 0);
  }

  private static String group(Matcher match, String name) {
    String group = match.namedGroups().containsKey(name) ? match.group(name) : null;
    return group == null ? "0" : group;
  }

  private static BigDecimal times(String number, int length) {
    return new BigDecimal(number.replace(',', '.')).multiply(BigDecimal.valueOf(length));
  }

  private static int decimals(String number) {
    int point = Math.max(number.indexOf('.'), number.indexOf(','));
    return point < 0 ? 0 : number.length() - point - 1;
  }
}

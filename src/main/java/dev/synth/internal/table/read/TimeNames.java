package dev.synth.internal.table.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The hints in a column's name that it holds times. */
final class TimeNames {
  private static final Set<String> WORDS =
      Set.of(
          "time",
          "timestamp",
          "ts",
          "date",
          "dates",
          "datetime",
          "dt",
          "day",
          "epoch",
          "unix",
          "unixtime",
          "when",
          "created",
          "updated",
          "modified",
          "since",
          "until",
          "start",
          "end",
          "birth",
          "birthday",
          "birthdate",
          "dob",
          "born",
          "expiry",
          "expires",
          "month",
          "period",
          "ym",
          "ymd",
          "yearmonth",
          "yyyymm",
          "yyyymmdd",
          "millis",
          "ms");
  private static final Set<String> DATES =
      Set.of("date", "dates", "datetime", "dt", "dob", "birthdate", "birthday");
  private static final Set<String> KEYS =
      Set.of("id", "ids", "key", "keys", "sk", "code", "no", "nr", "num", "number");
  private static final Set<String> LAST_WORDS = Set.of("at", "on");
  private static final Set<String> LENGTHS =
      Set.of("duration", "length", "elapsed", "lap", "pace", "runtime");
  private static final Set<String> RATIOS = Set.of("ratio", "score");
  private static final Set<String> CODES =
      Set.of(
          "id", "ids", "uuid", "guid", "key", "ref", "no", "nr", "num", "number", "code", "zip",
          "account", "iban", "phone", "ssn", "index", "amount", "price", "count", "version",
          "build", "ip");

  private TimeNames() {}

  /**
   * Returns whether a name says that a column holds times: {@code created_at}, {@code unixTime}.
   */
  static boolean sayTime(String name) {
    List<String> parts = parts(name);
    return !parts.isEmpty()
        && (parts.stream().anyMatch(WORDS::contains)
            || (parts.size() > 1 && LAST_WORDS.contains(parts.getLast())));
  }

  /** Returns whether a name says that a column holds days, and no keys of them. */
  static boolean sayDate(String name) {
    List<String> parts = parts(name);
    return parts.stream().anyMatch(DATES::contains) && parts.stream().noneMatch(KEYS::contains);
  }

  /** Returns whether a name says that a column holds codes or amounts, and does not say time. */
  static boolean sayCode(String name) {
    return parts(name).stream().anyMatch(CODES::contains) && !sayTime(name);
  }

  /** Returns whether a name says that 12:42 is a length of time, or of something else. */
  static boolean sayOther(String name) {
    return sayLength(name) || parts(name).stream().anyMatch(RATIOS::contains);
  }

  /** Returns whether a name says that 12:42 is a length of time. */
  static boolean sayLength(String name) {
    return parts(name).stream().anyMatch(LENGTHS::contains);
  }

  private static List<String> parts(String name) {
    String parted = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    return Arrays.stream(parted.split("[^a-z]+", -1)).filter(part -> !part.isEmpty()).toList();
  }
}

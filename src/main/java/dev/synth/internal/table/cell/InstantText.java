package dev.synth.internal.table.cell;

import dev.synth.internal.base.Micros;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as ISO 8601 text, both ways.
 *
 * @param micros microseconds since 1970-01-01T00:00
 * @param dateOnly whether the text had no time of day
 * @param hadOffset whether the text had a zone offset, which was turned into UTC
 */
public record InstantText(long micros, boolean dateOnly, boolean hadOffset) {
  private static final long SECONDS_PER_DAY = 86_400;
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})"
              + "(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?"
              + "(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

  /**
   * Reads {@code 2024-01-31}, or {@code 2024-01-31 23:59}, with seconds, up to nine digits of a
   * second (those after the sixth are dropped), a {@code T} for the blank, and a zone offset.
   *
   * @return null where the text is no such point in time
   */
  public static @Nullable InstantText parse(String text) {
    if (text.length() < 10 || text.charAt(4) != '-') {
      return null;
    }
    Matcher match = ISO.matcher(text);
    if (!match.matches()) {
      return null;
    }
    try {
      return of(match);
    } catch (DateTimeException e) {
      return null; // such as the 31st of February
    }
  }

  private static InstantText of(Matcher match) {
    LocalDate date = LocalDate.of(number(match, 1), number(match, 2), number(match, 3));
    if (match.group(4) == null) {
      return new InstantText(date.toEpochDay() * Micros.PER_DAY, true, false);
    }
    LocalDateTime time = date.atTime(number(match, 4), number(match, 5), number(match, 6));
    String offset = match.group(8);
    ZoneOffset zone = offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset);
    long micros = time.toEpochSecond(zone) * Micros.PER_SECOND + fraction(match.group(7));
    return new InstantText(micros, false, offset != null);
  }

  /** A local time, to the second, without a zone. */
  static InstantText of(LocalDateTime time, boolean dateOnly) {
    return new InstantText(time.toEpochSecond(ZoneOffset.UTC) * Micros.PER_SECOND, dateOnly, false);
  }

  private static int number(Matcher match, int group) {
    String digits = match.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static long fraction(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong((digits + "00000").substring(0, 6));
  }

  /** Writes {@code 2024-01-31}; a time of day is cut off. */
  public static String date(long micros) {
    return LocalDate.ofEpochDay(Math.floorDiv(micros, Micros.PER_DAY)).toString();
  }

  /**
   * Writes {@code 2024-01-31 23:59:59}, and the microseconds with six digits where there are any.
   */
  public static String timestamp(long micros) {
    return date(micros) + ' ' + timeOfDay(micros);
  }

  /** Writes {@code 23:59:59}, and the microseconds with six digits where there are any. */
  public static String timeOfDay(long micros) {
    long second = Math.floorMod(Math.floorDiv(micros, Micros.PER_SECOND), SECONDS_PER_DAY);
    long fraction = Math.floorMod(micros, Micros.PER_SECOND);
    StringBuilder text = new StringBuilder(16);
    twoDigits(text, second / 3600).append(':');
    twoDigits(text, second / 60 % 60).append(':');
    twoDigits(text, second % 60);
    return fraction == 0
        ? text.toString()
        : text.append(String.format(Locale.ROOT, ".%06d", fraction)).toString();
  }

  private static StringBuilder twoDigits(StringBuilder text, long number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}

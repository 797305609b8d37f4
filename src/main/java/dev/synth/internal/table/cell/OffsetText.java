package dev.synth.internal.table.cell;

import dev.synth.internal.base.Micros;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Offsets from UTC as text: {@code Z}, {@code UTC}, {@code GMT+1}, {@code +05:30}, {@code -0500};
 * and names of zones, {@code CET} and {@code Europe/Berlin}.
 */
public final class OffsetText {
  /** A name behind an offset: {@code +01:00[Europe/Paris]}, {@code +0200 CEST}, {@code (CET)}. */
  static final String NAME_BEHIND =
      "(?:\\[[A-Za-z0-9_/+-]{1,40}\\]| [A-Z]{3,5}| \\([A-Za-z ]{1,40}\\))?";

  private static final Pattern NAMED = Pattern.compile(NAME_BEHIND);

  private static final int MOST_HOURS = 18;

  private OffsetText() {}

  /** Returns how many characters from a position on are an offset; 0 where none is there. */
  static int length(String text, int from) {
    int zone = ZoneNames.length(text, from);
    if (zone > 0) {
      return zone;
    }
    int at = from;
    if (at < text.length() && (text.charAt(at) == 'Z' || text.charAt(at) == 'z')) {
      return 1;
    }
    if (text.startsWith("UTC", at) || text.startsWith("GMT", at)) {
      at += 3;
    }
    if (at == text.length() || "+-\u2212".indexOf(text.charAt(at)) < 0) {
      return at - from;
    }
    int digits = at + 1;
    int hours = digitsAt(text, digits, 2);
    if (hours == 0 || (at == from && hours < 2)) {
      return at - from;
    }
    int end = digits + hours;
    int minutes = end < text.length() && text.charAt(end) == ':' ? end + 1 : end;
    int number = digitsAt(text, minutes, 2) == 2 ? minutes + 2 : end;
    Matcher named = NAMED.matcher(text).region(number, text.length());
    return (named.lookingAt() ? named.end() : number) - from;
  }

  private static int digitsAt(String text, int from, int most) {
    int at = from;
    while (at < text.length() && at < from + most && Character.digit(text.charAt(at), 10) >= 0) {
      at++;
    }
    return at - from;
  }

  /**
   * Returns the microseconds by which a text's clock is ahead of UTC.
   *
   * @param offset an offset; 0 for any text that is none, or one beyond 18 hours
   * @param local what the clock says, in microseconds since 1970-01-01T00:00
   */
  public static long micros(String offset, long local) {
    return ZoneNames.micros(offset, local).orElseGet(() -> fixed(offset));
  }

  private static long fixed(String offset) {
    int sign = 0;
    while (sign < offset.length() && "+-\u2212".indexOf(offset.charAt(sign)) < 0) {
      sign++;
    }
    if (sign == offset.length()) {
      return 0;
    }
    int end = sign + 1;
    while (end < offset.length() && ":0123456789".indexOf(offset.charAt(end)) >= 0) {
      end++;
    }
    String digits = offset.substring(sign + 1, end).replace(":", "");
    int split = digits.length() > 2 ? digits.length() - 2 : digits.length();
    long hours = number(digits.substring(0, split));
    long minutes = number(digits.substring(split));
    long micros = (hours * 60 + minutes) * 60 * Micros.PER_SECOND;
    boolean isOffset = hours >= 0 && hours <= MOST_HOURS && minutes >= 0 && minutes < 60;
    return !isOffset ? 0 : offset.charAt(sign) == '+' ? micros : -micros;
  }

  private static long number(String digits) {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 10);
      if (digit < 0 || i > 3) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}

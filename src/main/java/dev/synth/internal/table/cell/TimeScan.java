package dev.synth.internal.table.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The place of a {@link TimePattern} in a text that it reads, and what it has read so far. */
final class TimeScan {
  /** POSIX: years of two digits up to this one belong to the 21st century. */
  private static final int LAST_OF_2000 = 68;

  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "er");

  /** The end of some names of days in Portuguese, behind a letter. */
  private static final String FEIRA = "-feira";

  int year;
  int month;
  int day;
  int week;
  int weekday;
  int hour;
  int minute;
  int second;
  long fraction;
  boolean afternoon;

  private final int[] from;
  private final int[] to;
  private String text = "";
  private int at;
  private @Nullable String offset;

  int slots() {
    return from.length;
  }

  TimeScan(int slots) {
    from = new int[slots];
    to = new int[slots];
  }

  void start(String cell) {
    text = cell;
    at = 0;
    year = 1970;
    month = 1;
    day = 1;
    week = 1;
    weekday = 1;
    hour = 0;
    minute = 0;
    second = 0;
    fraction = 0;
    afternoon = false;
    offset = null;
    Arrays.fill(from, -1);
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  @Nullable String offset() {
    return offset;
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  void saw(int slot, int start) {
    from[slot] = start;
    to[slot] = at;
  }

  void forget(int slot) {
    from[slot] = -1;
  }

  /** Sets what a letter stands for back to nothing. */
  void forgetValue(char letter) {
    switch (letter) {
      case 'y', 'Y' -> year = 1970;
      case 'M' -> month = 1;
      case 'd', 'D' -> day = 1;
      case 'w' -> week = 1;
      case 'e' -> weekday = 1;
      case 'H', 'h', 'k' -> hour = 0;
      case 'm' -> minute = 0;
      case 's' -> second = 0;
      case 'S' -> fraction = 0;
      case 'a' -> afternoon = false;
      case 'X' -> offset = null;
      default -> {}
    }
  }

  boolean hasSeen(int slot) {
    return from[slot] >= 0;
  }

  /** Returns what a slot took of the text; it must have seen some. */
  String seen(int slot) {
    return text.substring(from[slot], to[slot]);
  }

  /** Returns how many characters a slot took of the text; it must have seen some. */
  int length(int slot) {
    return to[slot] - from[slot];
  }

  /** Returns the first character that a slot took; it must have seen some. */
  char first(int slot) {
    return text.charAt(from[slot]);
  }

  boolean literal(String expected) {
    for (int i = 0; i < expected.length(); i++) {
      if (at + i >= text.length() || !same(expected.charAt(i), text.charAt(at + i))) {
        return false;
      }
    }
    at += expected.length();
    return true;
  }

  private static boolean same(char expected, char c) {
    return expected == c || (isBlank(expected) && isBlank(c));
  }

  /** A blank, or one that no line is broken at, as some programs put before AM and PM. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
  }

  /** Reads what a field stands for. */
  boolean field(TimeElement.Field field) {
    int count = field.count();
    if (field.isPadded() && at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return switch (field.letter()) {
      case 'y' -> year(count);
      case 'M' -> count <= 2 ? (month = digits(count)) >= 0 : monthName(field.mayEndInDot());
      case 'd' -> (day = digits(count)) >= 0;
      case 'o' -> ordinal();
      case 'Y' -> year(count);
      case 'w' -> (week = digits(2)) >= 0;
      case 'e' -> (weekday = counted(1)) >= 0;
      case 'D' -> (day = counted(3)) >= 0;
      case 'E' -> dayName(field.mayEndInDot());
      case 'H', 'h', 'k' -> (hour = digits(count)) >= 0;
      case 'm' -> (minute = digits(count)) >= 0;
      case 's' -> (second = digits(count)) >= 0;
      case 'S' -> fraction();
      case 'a' -> half();
      default -> offsetText();
    };
  }

  private boolean year(int count) {
    int end = Math.min(text.length(), at + (count == 2 ? 2 : 4));
    int number = number(end);
    if (number < 0 || end - at != (count == 2 ? 2 : 4)) {
      return false;
    }
    at = end;
    year = count == 2 ? number + (number <= LAST_OF_2000 ? 2000 : 1900) : number;
    return true;
  }

  /** One digit or two where one is asked for, else exactly two; −1 where they are not there. */
  private int digits(int count) {
    int end = Math.min(text.length(), at + 2);
    if (end - at == 2 && !isDigit(text.charAt(end - 1))) {
      end--;
    }
    int number = end - at < count || end == at ? -1 : number(end);
    if (number >= 0) {
      at = end;
    }
    return number;
  }

  /** So many digits, or −1 where they are not there. */
  private int counted(int count) {
    int end = at + count;
    int number = end > text.length() ? -1 : number(end);
    if (number >= 0) {
      at = end;
    }
    return number;
  }

  /** Returns what stands behind a day of the month, whatever the day. */
  private boolean ordinal() {
    if (at < text.length() && "ºª°".indexOf(text.charAt(at)) >= 0) {
      at++;
      return true;
    }
    int end = at + 2;
    boolean isThere =
        end <= text.length() && ORDINALS.contains(text.substring(at, end).toLowerCase(Locale.ROOT));
    at = isThere ? end : at;
    return isThere;
  }

  /** The number up to a position, or −1 where it is not all digits. */
  private int number(int end) {
    int number = 0;
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  private boolean fraction() {
    int start = at;
    long micros = 0;
    while (at < text.length() && at - start < 9 && isDigit(text.charAt(at))) {
      micros = at - start < 6 ? micros * 10 + (text.charAt(at) - '0') : micros;
      at++;
    }
    for (int digits = at - start; digits < 6; digits++) {
      micros *= 10;
    }
    fraction = micros;
    return at > start;
  }

  private boolean monthName(boolean mayEndInDot) {
    int end = wordEnd();
    month = NameWords.month(text.substring(at, end));
    at = month > 0 ? withDot(end, mayEndInDot) : at;
    return month > 0;
  }

  private boolean dayName(boolean mayEndInDot) {
    int end = wordEnd();
    if (text.regionMatches(true, end, FEIRA, 0, FEIRA.length())) {
      end += FEIRA.length();
    }
    boolean isDay = NameWords.isDay(text.substring(at, end));
    at = isDay ? withDot(end, mayEndInDot) : at;
    return isDay;
  }

  private int wordEnd() {
    int end = at;
    while (end < text.length() && isOfWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfWord(char c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private int withDot(int end, boolean mayEndInDot) {
    return mayEndInDot && end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
  }

  private boolean half() {
    if (at >= text.length() || "aApP".indexOf(text.charAt(at)) < 0) {
      return false;
    }
    afternoon = "pP".indexOf(text.charAt(at)) >= 0;
    int dot = at + 1 < text.length() && text.charAt(at + 1) == '.' ? 1 : 0;
    int m = at + 1 + dot;
    if (m >= text.length() || "mM".indexOf(text.charAt(m)) < 0) {
      return false;
    }
    boolean dotted = dot == 1 && m + 1 < text.length() && text.charAt(m + 1) == '.';
    at = m + (dotted ? 2 : 1);
    return true;
  }

  private boolean offsetText() {
    int length = OffsetText.length(text, at);
    if (length == 0) {
      return false;
    }
    offset = text.substring(at, at + length);
    at += length;
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
